package tr.muhatap.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Address of the tracking page, as a URL and as a QR code, without the tracking code. */
@Component
class TrackingAddress {

    private final String baseUrl;

    TrackingAddress(@Value("${muhatap.notification.base-url:http://localhost:8080}") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    String page() {
        return baseUrl + "/takip";
    }

    /** QR code of the page with the number filled in, a PNG as {@code data:} URI. */
    String qrCode(String number) {
        return QrCode.png(page() + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }
}
