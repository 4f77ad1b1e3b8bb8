package tr.muhatap.letter;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import tr.muhatap.text.Printable;

/** Renders documents other than letters, on A4 with the letters' fonts. */
@Component
public class Papers {

    private final LetterPdf pdf;

    Papers(LetterPdf pdf) {
        this.pdf = pdf;
    }

    /** @param template in {@code templates}, e.g. {@code yazi/makbuz} */
    public byte[] pdf(String template, Map<String, ?> values) {
        var context = new Context(Locale.forLanguageTag("tr"));
        values.forEach(context::setVariable);
        return pdf.render(template, context);
    }

    /** Drops characters without a glyph in the fonts. */
    public static String printed(@Nullable String words) {
        return words == null ? "" : Printable.cleaned(words);
    }
}
