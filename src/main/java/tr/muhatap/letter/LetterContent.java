package tr.muhatap.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content of a letter without number and date; immutable once the letter is numbered.
 *
 * @param salutation "Sayın Ad SOYAD", or the addressed body
 * @param address null if unknown
 * @param reference text after "İlgi"
 * @param enclosures text after "Ek"
 * @param toBody whether it is addressed to a public body, which does not track the application
 */
record LetterContent(
        String institution,
        String office,
        String matter,
        String salutation,
        @Nullable String address,
        String reference,
        List<String> paragraphs,
        String signatory,
        String signatoryTitle,
        List<String> enclosures,
        List<String> contact,
        boolean toBody) {}
