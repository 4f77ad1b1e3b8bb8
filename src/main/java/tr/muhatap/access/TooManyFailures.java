package tr.muhatap.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords; tells when the next try is allowed. */
class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyFailures(Duration wait) {
        super("Too many failures");
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return seconds;
    }

    void write(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ProblemAccessDenied.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Çok fazla istek",
                String.format(
                        Locale.ROOT, "Çok sayıda hatalı giriş denendi; %d saniye sonra yeniden deneyin.", seconds));
    }
}
