package tr.muhatap.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where citizens follow an application, as an address and as a QR code. The tracking code stands in neither. */
@Component
class TrackingAddress {

    private static final int PIXELS = 300;

    private final String baseUrl;

    TrackingAddress(@Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    String page() {
        return baseUrl + "/takip";
    }

    /** The page with the number filled in, as {@code data:} address of a PNG. */
    String qrCode(String number) {
        try (var png = new ByteArrayOutputStream()) {
            var code = new QRCodeWriter()
                    .encode(
                            page() + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8),
                            BarcodeFormat.QR_CODE,
                            PIXELS,
                            PIXELS,
                            Map.of(EncodeHintType.MARGIN, 1));
            MatrixToImageWriter.writeToStream(code, "PNG", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException("No QR code for " + number, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
