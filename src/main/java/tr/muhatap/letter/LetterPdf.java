package tr.muhatap.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Renders a letter as PDF on A4. */
@Component
class LetterPdf {

    private final PdfTemplates templates;
    private final TrackingAddress tracking;

    LetterPdf(PdfTemplates templates, TrackingAddress tracking) {
        this.templates = templates;
        this.tracking = tracking;
    }

    /**
     * @param sayi null: marked TASLAK
     * @param date null: left blank
     */
    byte[] draw(String number, LetterContent content, @Nullable String sayi, @Nullable LocalDate date) {
        byte[] onePage = draw(number, content, sayi, date, false);
        return pages(onePage) == 1 ? onePage : draw(number, content, sayi, date, true);
    }

    /** @param numbered whether to print page numbers, only for several pages (2020/2646 Yönetmelik) */
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

    /** Renders a template of {@code templates/yazi} on A4. */
    byte[] render(String template, Context context) {
        return templates.render(template, context);
    }

    private static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
