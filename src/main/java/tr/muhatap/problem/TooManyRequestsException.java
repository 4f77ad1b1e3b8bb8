package tr.muhatap.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The caller has to wait. Answered with 429 and Retry-After. */
public final class TooManyRequestsException extends ErrorResponseException {

    private static final String WAIT =
            ProblemTexts.of("problem.too-many-requests-exception.kisa-surede-cok-sayida-istek");

    private final long seconds;

    public TooManyRequestsException(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, WAIT.formatted(words(wait))),
                null);
        this.seconds = seconds(wait);
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }

    /** Message for users. */
    public String sentence() {
        return WAIT.formatted(words(Duration.ofSeconds(seconds)));
    }

    public long seconds() {
        return seconds;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String words(Duration wait) {
        long seconds = seconds(wait);
        return seconds < 60
                ? ProblemTexts.of("problem.too-many-requests-exception.saniye", seconds)
                : ProblemTexts.of("problem.too-many-requests-exception.dakika", (seconds + 59) / 60);
    }
}
