package tr.muhatap.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a letter says, but for its number and date; kept as it is once the letter has a number.
 *
 * @param salutation "Sayın Ad SOYAD", or the body that is written to
 * @param address null if none is known
 * @param reference what stands after "İlgi"
 * @param enclosures what stands after "Ek"
 * @param toBody whether it goes to a public body, which does not track the application
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
