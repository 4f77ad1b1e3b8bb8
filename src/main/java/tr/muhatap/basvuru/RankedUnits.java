package tr.muhatap.basvuru;

import java.util.List;
import java.util.Optional;

/** Ranks units for an application, best first: by the decision table, and by the office's previous routings. */
public interface RankedUnits {

    /** Up to three units, best first. */
    List<Ranked> of(Basvuru basvuru);

    /** The best proposal, if it is confident enough to be preselected. */
    default Optional<Ranked> best(Basvuru basvuru) {
        return of(basvuru).stream().findFirst().filter(Ranked::isSure);
    }

    /** Source of a proposal. */
    enum From {
        /** The decision table {@code birim-yonlendirme}. */
        TABLO,
        /** The office's previous routings. */
        OGRENILEN
    }

    /**
     * @param unit the unit's code
     * @param confidence probability from 0 to 1
     * @param reason why, in Turkish, with the words that decided
     */
    record Ranked(String unit, double confidence, String reason, From source) {

        /** Minimum confidence for preselection: a weaker proposal would be accepted unread. */
        private static final double SURE = 0.5;

        /** Whether it may be preselected. */
        public boolean isSure() {
            return source == From.TABLO || confidence >= SURE;
        }
    }
}
