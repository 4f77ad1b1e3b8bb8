package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantTest {

    @ParameterizedTest
    @CsvSource({
        "İpek, Çığır, , false, İpek Çığır",
        ", Çığır, , false, Çığır",
        "İpek, ' ', , false, İpek",
        "İpek, Çığır, İğde A.Ş., false, İğde A.Ş.",
        ", , , false, ''",
        ", , , true, Kimliği gizli"
    })
    void lettersCallThemByTheirName(
            @Nullable String first, @Nullable String last, @Nullable String title, boolean hidden, String name) {
        assertThat(new Applicant(null, first, last, title, null, null, null, null, null, null, null, hidden)
                        .displayName())
                .isEqualTo(name);
    }
}
