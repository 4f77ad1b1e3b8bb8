package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Credentials that a request brings itself, in its header {@code Authorization}. Such a request is signed in by them or not at
 * all: its session counts for nothing, since a header that nobody checks would otherwise lift the check against forged requests
 * while the cookie signs in.
 */
final class RequestCredentials {

    private RequestCredentials() {}

    /** Whether there are any, of whatever kind. */
    static boolean arePresent(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /**
     * Whether they are of a kind that the program checks, and refuses where they are wrong.
     *
     * @param takesTokens whether bearer tokens are
     */
    static boolean areChecked(HttpServletRequest request, boolean takesTokens) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        // As Spring Security's own readers recognize them
        return credentials != null
                && (StringUtils.startsWithIgnoreCase(credentials.trim(), "Basic")
                        || (takesTokens && StringUtils.startsWithIgnoreCase(credentials, "Bearer")));
    }
}
