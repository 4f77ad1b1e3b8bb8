package tr.muhatap.intake.posta;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of a mail.
 *
 * @param why reason for waiting; null if it does not wait
 * @param number of the application that it became or belongs to
 * @param by the deciding clerk; null for the program
 * @param note the clerk's reason
 */
record Verdict(
        MailState state,
        @Nullable Waiting why,
        @Nullable String number,
        @Nullable String by,
        @Nullable String note) {

    static Verdict of(MailState state) {
        return new Verdict(state, null, null, null, null);
    }

    static Verdict of(MailState state, String number) {
        return new Verdict(state, null, number, null, null);
    }

    static Verdict waits(Waiting why) {
        return waits(why, null);
    }

    /** @param number of the application that it may belong to */
    static Verdict waits(Waiting why, @Nullable String number) {
        return new Verdict(MailState.BEKLIYOR, why, number, null, null);
    }
}
