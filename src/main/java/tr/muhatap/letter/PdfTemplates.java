package tr.muhatap.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.text.Printable;

/** Renders templates as PDF, with embedded fonts, since the standard ones lack ğ, ş and ı. */
@Component
public class PdfTemplates {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine templates;

    PdfTemplates(TemplateEngine templates) {
        this.templates = templates;
    }

    /** Renders well-formed XHTML; the paper size is defined by {@code @page}. */
    public byte[] render(String template, Context context) {
        try (var pdf = new ByteArrayOutputStream()) {
            var renderer = new PdfRendererBuilder();
            for (var family : Printable.FAMILIES) {
                renderer.useFont(
                        () -> Printable.font(family.regular()), family.name(), REGULAR, FontStyle.NORMAL, true);
                renderer.useFont(() -> Printable.font(family.bold()), family.name(), BOLD, FontStyle.NORMAL, true);
            }
            renderer.usePdfUaAccessibility(true)
                    .withHtmlContent(Printable.printed(templates.process(template, context)), null)
                    .toStream(pdf)
                    .run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
