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

/** Turkish texts for users, from {@code metinler/<module>.properties}; a key begins with its module. */
public final class Texts {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    private static final Map<String, Properties> MODULES = new ConcurrentHashMap<>();

    private Texts() {}

    /**
     * The text of a key.
     *
     * @param values for its placeholders {@code {0}}, {@code {1}}
     * @throws IllegalArgumentException if the key does not exist
     */
    public static String of(String key, @Nullable Object... values) {
        String text = MODULES.computeIfAbsent(key.substring(0, key.indexOf('.')), Texts::read)
                .getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text " + key);
        }
        // Values are not searched for placeholders: they may be a citizen's text
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
