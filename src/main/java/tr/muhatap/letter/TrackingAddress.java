package tr.muhatap.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where citizens follow an application, as an address and as a QR code. The tracking code stands in neither. */
@Component
class TrackingAddress {

    private final String baseUrl;

    TrackingAddress(@Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    String page() {
        return baseUrl + "/takip";
    }

    /** The page with the number filled in, as {@code data:} address of a PNG. */
    String qrCode(String number) {
        return QrCode.png(page() + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }
}
