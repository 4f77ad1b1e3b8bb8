package tr.muhatap.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter of an application.
 *
 * @param ordinal ordinal within its kind, from 1
 * @param sayi number assigned by the document system (EBYS); null for a draft
 * @param date date, Europe/Istanbul; null for a draft
 * @param mayBeNumbered false while its content is not final
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
