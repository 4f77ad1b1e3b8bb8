package tr.muhatap.template;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template's text with its placeholders in braces. */
final class TemplateText {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** A gap for the author, e.g. {@code {tarih?}}; an answer with an unfilled gap is refused. */
    private static final Pattern GAP = Pattern.compile("\\{[^{}?]{1,59}\\?}");

    private TemplateText() {}

    /** Replaces each placeholder by its value, once. */
    static String filled(String text, Function<TemplateField, String> value) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        TemplateField.of(found.group(1)).map(value).orElse(found.group())));
    }

    /** Text in braces that is neither a placeholder nor a gap. */
    static List<String> unknown(String text) {
        return FIELD.matcher(text)
                .results()
                .filter(found -> TemplateField.of(found.group(1)).isEmpty())
                .filter(found -> !GAP.matcher(found.group()).matches())
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
