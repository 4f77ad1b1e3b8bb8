package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Credentials in a request's {@code Authorization} header. Such a request is authenticated by them or not at all and
 * its session is ignored: otherwise an unchecked header would disable CSRF protection while the cookie authenticates.
 */
final class RequestCredentials {

    private RequestCredentials() {}

    /** Whether the header is present, with any scheme. */
    static boolean arePresent(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /**
     * Whether the scheme is one that the program verifies, refusing wrong credentials.
     *
     * @param takesTokens whether bearer tokens are supported
     */
    static boolean areChecked(HttpServletRequest request, boolean takesTokens) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        // The same parsing as Spring Security's converters
        return credentials != null
                && (StringUtils.startsWithIgnoreCase(credentials.trim(), "Basic")
                        || (takesTokens && StringUtils.startsWithIgnoreCase(credentials, "Bearer")));
    }
}
