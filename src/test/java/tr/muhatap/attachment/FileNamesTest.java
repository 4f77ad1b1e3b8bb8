package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private static final List<String> PICTURE = List.of(".jpg", ".jpeg");

    @ParameterizedTest
    @CsvSource({
        "İğde Sokağı çukur.jpg, İğde Sokağı çukur.jpg",
        "FOTO.JPEG, FOTO.jpeg",
        "fatura.exe, fatura.exe.jpg",
        "../../etc/passwd, passwd.jpg",
        "C:\\Belgeler\\resim.jpg, resim.jpg",
        ".htaccess, htaccess.jpg",
        "'a<b>:\"c|d?e*.jpg', a_b___c_d_e_.jpg",
        "'  resim.jpg . ', resim.jpg",
        "'.jpg', jpg.jpg",
        "'', ek.jpg"
    })
    void aNameLosesWhatMayHarmAndGetsTheEndingOfItsContent(String given, String clean) {
        assertThat(FileNames.clean(given, PICTURE)).isEqualTo(clean);
    }

    @Test
    void signsThatAreNotSeenGo() {
        assertThat(FileNames.clean("fatura\u202egpj.exe\u0000\r\n", PICTURE)).isEqualTo("faturagpj.exe.jpg");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(FileNames.clean("😀".repeat(200) + ".jpg", PICTURE)).isEqualTo("😀".repeat(120) + ".jpg");
    }
}
