package tr.muhatap.template;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template's text and its fields in braces. */
final class TemplateText {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** What the writer of the answer fills in, e.g. {@code {tarih?}}; an answer with one left is refused. */
    private static final Pattern GAP = Pattern.compile("\\{[^{}?]{1,59}\\?}");

    private TemplateText() {}

    /** Each field replaced by its value; what is in a value stays as it is. */
    static String filled(String text, Function<TemplateField, String> value) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        TemplateField.of(found.group(1)).map(value).orElse(found.group())));
    }

    /** What stands in braces and is neither a field nor a gap. */
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
