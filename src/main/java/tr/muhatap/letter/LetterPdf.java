package tr.muhatap.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.text.Printable;

/** Draws a letter on A4. The fonts are embedded: the PDF's own lack ğ, ş and ı. */
@Component
class LetterPdf {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine templates;
    private final TrackingAddress tracking;

    LetterPdf(TemplateEngine templates, TrackingAddress tracking) {
        this.templates = templates;
        this.tracking = tracking;
    }

    /**
     * @param sayi null: marked TASLAK
     * @param date null: left open
     */
    byte[] draw(String number, LetterContent content, @Nullable String sayi, @Nullable LocalDate date) {
        byte[] onePage = draw(number, content, sayi, date, false);
        return pages(onePage) == 1 ? onePage : draw(number, content, sayi, date, true);
    }

    /** @param numbered page numbers stand only where there are several pages (2020/2646 Yönetmelik) */
    private byte[] draw(
            String number, LetterContent content, @Nullable String sayi, @Nullable LocalDate date, boolean numbered) {
        var context = new Context(Locale.forLanguageTag("tr"));
        context.setVariable("y", content);
        context.setVariable("sayi", sayi);
        context.setVariable("tarih", date == null ? null : LetterWords.DAY.format(date));
        context.setVariable("karekod", content.toBody() ? null : tracking.qrCode(number));
        context.setVariable("takip", tracking.page());
        context.setVariable("numara", number);
        context.setVariable("sayfali", numbered);
        return render("yazi/yazi", context);
    }

    /** A template of {@code templates/yazi} on A4. */
    byte[] render(String template, Context context) {
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

    private static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
