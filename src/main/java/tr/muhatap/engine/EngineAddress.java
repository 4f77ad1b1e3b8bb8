package tr.muhatap.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Canonical form of the engine's addresses. Our table, the servlet container and Jersey each parse paths differently,
 * so only spellings that all of them read alike are allowed: no empty or dot segments, no path parameters, no
 * backslashes, and percent-encoding only for the two characters that ids and user names contain and browsers encode.
 */
final class EngineAddress {

    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api");

    private static final Pattern CLEAN = Pattern.compile("(?:/(?!\\.+(?:/|$))(?:[A-Za-z0-9._~@:-]|%3A|%40)++)++/?");

    /** Longer than any path of the table; longer ones are not parsed. */
    private static final int LONGEST = 500;

    private EngineAddress() {}

    /**
     * Whether the container would dispatch the request to one of the engine's interfaces, or the caller intended to.
     */
    static boolean isOfEngine(HttpServletRequest request) {
        String decoded = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        String lower = decoded.toLowerCase(Locale.ROOT);
        return ROOTS.stream().anyMatch(root -> lower.equals(root) || lower.startsWith(root + "/"));
    }

    /** The path as in the table; empty unless it is in canonical form. */
    static Optional<String> clean(HttpServletRequest request) {
        String written =
                request.getRequestURI().substring(request.getContextPath().length());
        return written.length() <= LONGEST && CLEAN.matcher(written).matches()
                ? Optional.of(written.replace("%3A", ":").replace("%40", "@"))
                : Optional.empty();
    }
}
