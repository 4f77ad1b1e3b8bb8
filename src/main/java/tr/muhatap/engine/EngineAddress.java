package tr.muhatap.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an address of the engine has to be written. The table, the container and Jersey each read a path in their own way, so that
 * only spellings are let through which all of them read alike: no empty or dotted segments, no parameters, no backslashes, and of
 * percent-encodings only those of the two signs that ids and user names contain and browsers encode.
 */
final class EngineAddress {

    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api");

    private static final Pattern CLEAN = Pattern.compile("(?:/(?!\\.+(?:/|$))(?:[A-Za-z0-9._~@:-]|%3A|%40)++)++/?");

    /** Longer than any address that the table names; what is longer is not looked at. */
    private static final int LONGEST = 500;

    private EngineAddress() {}

    /** Whether the container would hand the request to one of the engine's interfaces, or the caller meant to reach one. */
    static boolean isOfEngine(HttpServletRequest request) {
        String decoded = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        String lower = decoded.toLowerCase(Locale.ROOT);
        return ROOTS.stream().anyMatch(root -> lower.equals(root) || lower.startsWith(root + "/"));
    }

    /** The path as the table has it; empty if it is written in any other way than the plain one. */
    static Optional<String> clean(HttpServletRequest request) {
        String written =
                request.getRequestURI().substring(request.getContextPath().length());
        return written.length() <= LONGEST && CLEAN.matcher(written).matches()
                ? Optional.of(written.replace("%3A", ":").replace("%40", "@"))
                : Optional.empty();
    }
}
