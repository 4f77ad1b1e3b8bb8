package tr.muhatap.problem;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Failures as Open311 GeoReport v2 describes them: an array of code and description, in XML or JSON, never a page. Whoever
 * refuses a request before its controller asks here first, since clients of that interface read nothing else.
 */
public final class GeoReportErrors {

    /** All addresses of the interface begin with it. */
    public static final String ROOT = "/open311";

    public static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    public static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private GeoReportErrors() {}

    /** Whether an address is one of the interface; without the context path. */
    public static boolean isAt(@Nullable String path) {
        return path != null && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
    }

    /** Whether a request, or the one whose failure is being answered, is for the interface. */
    public static boolean isAt(HttpServletRequest request) {
        return isAt(path(request));
    }

    /** By the ending of the address, else by what the client accepts; XML where neither says. */
    public static boolean wantsJson(HttpServletRequest request) {
        String path = path(request).toLowerCase(Locale.ROOT);
        if (path.endsWith(".json") || path.endsWith(".xml")) {
            return path.endsWith(".json");
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("json");
    }

    public static MediaType type(boolean json) {
        return json ? JSON : XML;
    }

    /** The body: one entry for each description, all with the status as code. */
    public static byte[] body(HttpStatusCode status, List<String> descriptions, boolean json) {
        String body = json
                ? descriptions.stream()
                        .map(words -> "{\"code\":" + status.value() + ",\"description\":\""
                                + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(words)) + "\"}")
                        .collect(Collectors.joining(",", "[", "]"))
                : descriptions.stream()
                        .map(words -> "<error><code>" + status.value() + "</code><description>" + escaped(words)
                                + "</description></error>")
                        .collect(Collectors.joining(
                                "", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<errors>", "</errors>"));
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers a request that is refused before its controller. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        boolean json = wantsJson(request);
        byte[] body = body(status, List.of(words(status)), json);
        response.setStatus(status.value());
        response.setContentType(type(json).toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What a status says to a program. */
    public static String words(HttpStatusCode status) {
        return status.value() == HttpStatus.TOO_MANY_REQUESTS.value()
                ? ErrorWords.of(status.value()).title()
                : Problems.defaultDetail(status);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        String root = request.getContextPath();
        if (uri == null) {
            return "";
        }
        return root != null && uri.startsWith(root) ? uri.substring(root.length()) : uri;
    }

    /** Descriptions are sentences of ours: what XML cannot hold is not in them, but for what a client may have typed. */
    private static String escaped(String words) {
        return words.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
