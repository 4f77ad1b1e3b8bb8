package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import tr.muhatap.text.Texts;

/** Too many wrong passwords; carries the time of the next allowed attempt. */
class TooManyFailuresException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyFailuresException(Duration wait) {
        super("Too many failures");
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return seconds;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ProblemAccessDeniedHandler.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                Texts.of("access.too-many-failures.cok-sayida-hatali-giris-denendi", seconds));
    }
}
