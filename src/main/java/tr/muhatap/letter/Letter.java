package tr.muhatap.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter of an application.
 *
 * @param ordinal 1 for the first one of its kind, and so on
 * @param sayi number given by the document system (EBYS); null while it is a draft
 * @param date the letter's day, Europe/Istanbul; null while it is a draft
 * @param mayBeNumbered false while what it says is not decided yet
 */
public record Letter(
        String number,
        LetterKind kind,
        int ordinal,
        @Nullable String sayi,
        @Nullable LocalDate date,
        boolean mayBeNumbered) {

    public boolean isDraft() {
        return sayi == null;
    }
}
