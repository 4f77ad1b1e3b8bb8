package tr.muhatap.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The Turkish texts of this module, from {@code metinler/problem.properties}. {@code text.Texts} cannot read them here:
 * its module depends on this one.
 */
final class ProblemTexts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("metinler.problem", Locale.ROOT);

    private ProblemTexts() {}

    /** The text of a key, with its placeholders {@code {0}}, {@code {1}} replaced by the values. */
    static String of(String key, Object... values) {
        return values.length == 0
                ? TEXTS.getString(key)
                : MessageFormat.format(
                        TEXTS.getString(key),
                        Arrays.stream(values).map(String::valueOf).toArray());
    }
}
