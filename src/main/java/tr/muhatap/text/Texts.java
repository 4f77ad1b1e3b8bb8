package tr.muhatap.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Turkish texts that people read. They stand in {@code metinler/<module>.properties}, where an editor finds them; a
 * key begins with its module.
 */
public final class Texts {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    private static final Map<String, Properties> MODULES = new ConcurrentHashMap<>();

    private Texts() {}

    /**
     * The text of a key.
     *
     * @param values what its gaps {@code {0}}, {@code {1}} are filled with
     * @throws IllegalArgumentException if there is no such text
     */
    public static String of(String key, @Nullable Object... values) {
        String text = MODULES.computeIfAbsent(key.substring(0, key.indexOf('.')), Texts::read)
                .getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text " + key);
        }
        // What is filled in is not searched for gaps: it may be a citizen's words
        return values.length == 0
                ? text
                : GAP.matcher(text)
                        .replaceAll(gap ->
                                Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(gap.group(1))])));
    }

    private static Properties read(String module) {
        var texts = new Properties();
        String file = "/metinler/" + module + ".properties";
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No texts " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
