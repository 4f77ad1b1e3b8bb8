package tr.muhatap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A telephone that reads the code of a letter or receipt opens the page with the number filled in. */
class TrackingAddressTest {

    private static final String BEFORE = "data:image/png;base64,";

    @ParameterizedTest
    @CsvSource({
        "https://basvuru.belediye.example, 2026-000001, https://basvuru.belediye.example/takip?number=2026-000001",
        "http://localhost:8080, 2031-1234567, http://localhost:8080/takip?number=2031-1234567"
    })
    void theCodeIsTheAddress(String baseUrl, String number, String address) throws Exception {
        String picture = new TrackingAddress(baseUrl).qrCode(number);

        assertThat(picture).startsWith(BEFORE);
        var png =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.substring(BEFORE.length()))));
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new BufferedImageLuminanceSource(Objects.requireNonNull(png)))));
        assertThat(read.getText()).isEqualTo(address);
    }
}
