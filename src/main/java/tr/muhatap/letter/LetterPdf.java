package tr.muhatap.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Draws a letter on A4. The font is embedded: without one the PDF's own fonts lack ğ, ş and ı. Liberation Serif has the widths
 * of Times New Roman.
 */
@Component
class LetterPdf {

    private static final String FAMILY = "Liberation Serif";
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
        try (var pdf = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFont(() -> font("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .withHtmlContent(templates.process("yazi/yazi", context), null)
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

    private static InputStream font(String style) {
        return Objects.requireNonNull(LetterPdf.class.getResourceAsStream("/fonts/LiberationSerif-" + style + ".ttf"));
    }
}
