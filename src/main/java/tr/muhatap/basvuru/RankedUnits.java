package tr.muhatap.basvuru;

import java.util.List;
import java.util.Optional;

/** Proposes units for an application, the best first: by the decision table, and by what the office routed so far. */
public interface RankedUnits {

    /** Three units, where there are so many. */
    List<Ranked> of(Basvuru basvuru);

    /** The best proposal, where it is good enough to be filled in before anybody has looked. */
    default Optional<Ranked> best(Basvuru basvuru) {
        return of(basvuru).stream().findFirst().filter(Ranked::isSure);
    }

    /** Where a proposal is from. */
    enum From {
        /** The decision table {@code birim-yonlendirme}. */
        TABLO,
        /** The office's own decisions so far. */
        OGRENILEN
    }

    /**
     * @param unit the unit's code
     * @param confidence how likely it is right, from 0 to 1
     * @param reason why, in Turkish, with the words it went by
     */
    record Ranked(String unit, double confidence, String reason, From source) {

        /** Below, a proposal is shown and not filled in: who routes would take it unread. */
        private static final double SURE = 0.5;

        /** Whether it may be filled in before anybody has looked. */
        public boolean isSure() {
            return source == From.TABLO || confidence >= SURE;
        }
    }
}
