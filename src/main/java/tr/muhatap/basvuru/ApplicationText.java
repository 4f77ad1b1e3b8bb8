package tr.muhatap.basvuru;

import java.time.Instant;
import tr.muhatap.text.Texts;

/** The applicant's text with all later completions. */
record ApplicationText(String text) {

    /** Width of the column. */
    private static final int LONGEST_WITH_COMPLETIONS = 40_000;

    /** @throws tr.muhatap.problem.RuleViolationException if it would exceed the maximum length */
    ApplicationText completedWith(String addition, Instant now) {
        int room =
                LONGEST_WITH_COMPLETIONS - text.length() - completion("", now).length();
        if (addition.length() > room) {
            throw BasvuruRefusal.EKSIK_TAMAMLAMA_UZUN
                    .because(Texts.of("basvuru.ret.eksik-tamamlama-uzun", Math.max(0, room)))
                    .exception();
        }
        return new ApplicationText(text + completion(addition, now));
    }

    private static String completion(String addition, Instant now) {
        return Texts.of("basvuru.application-text.tamamlayici-bilgi", OfficeDays.dayOf(now), addition);
    }
}
