package tr.muhatap.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One operation of the engine that is reachable over HTTP.
 *
 * @param method the HTTP method; no other one is accepted at this path, not even HEAD
 * @param path the template, literally as its caller writes it, with variables such as {@code {id}}
 * @param callers who may call it
 * @param reason who needs it and what for
 */
record EngineOperation(String method, String path, Callers callers, String reason) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    /**
     * Patterns of the variables. An id never looks like a word: {@code /task/{id}} must not match {@code /task/count},
     * which is another operation.
     */
    private static final Map<String, Pattern> VARIABLES = Map.of(
            "{id}", ID,
            "{definition}", Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}:\\d{1,9}:" + ID),
            "{key}", Pattern.compile("[a-z][a-z0-9-]{0,63}"),
            "{variable}", Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}"),
            "{user}", USER,
            "{group}", Pattern.compile("[a-z0-9-]{1,64}"));

    /** The segments between slashes; a trailing slash yields an empty one. */
    static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    boolean matches(List<String> segments) {
        var template = segments(path);
        return template.size() == segments.size()
                && IntStream.range(0, template.size())
                        .allMatch(place -> matches(template.get(place), segments.get(place)));
    }

    private static boolean matches(String template, String segment) {
        var variable = VARIABLES.get(template);
        return variable == null
                ? template.equals(segment)
                : variable.matcher(segment).matches();
    }
}
