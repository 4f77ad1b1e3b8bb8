package tr.muhatap.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the receiver knows that a request is ours, is whole, and is not an old one. */
final class SignedRequest {

    private static final String ALGORITHM = "HmacSHA256";

    private SignedRequest() {}

    /**
     * The header of a request: {@code t=} with the second in which it was sent, then {@code v1=} for each valid secret: the
     * HMAC-SHA256 of that number, a full stop and the raw body.
     */
    static String header(Instant sentAt, byte[] body, List<String> secrets) {
        long second = sentAt.getEpochSecond();
        return "t=" + second
                + secrets.stream()
                        .map(secret -> ",v1=" + signature(second, body, secret))
                        .collect(Collectors.joining());
    }

    static String signature(long second, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((second + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
