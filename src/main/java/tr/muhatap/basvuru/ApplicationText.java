package tr.muhatap.basvuru;

import java.time.Instant;

/** What the applicant wrote, with everything added later to complete it. */
record ApplicationText(String text) {

    /** As wide as the column. */
    private static final int LONGEST_WITH_COMPLETIONS = 40_000;

    /** @throws tr.muhatap.problem.RuleViolationException where there is no room for it */
    ApplicationText completedWith(String addition, Instant now) {
        int room =
                LONGEST_WITH_COMPLETIONS - text.length() - completion("", now).length();
        if (addition.length() > room) {
            throw BasvuruRefusal.EKSIK_TAMAMLAMA_UZUN
                    .because("Başvuru metni, tamamlayıcı bilgilerle birlikte en çok 40.000 karakter olabilir; en çok "
                            + Math.max(0, room) + " karakter daha eklenebilir.")
                    .exception();
        }
        return new ApplicationText(text + completion(addition, now));
    }

    private static String completion(String addition, Instant now) {
        return "\n\n[Tamamlayıcı bilgi, " + OfficeDays.dayOf(now) + "]\n" + addition;
    }
}
