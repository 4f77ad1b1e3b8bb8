package tr.muhatap.dosya;

import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** How near an open application's last day is; shown to people as a word next to its sign. */
public enum Urgency {
    SURESI_GECTI(Texts.of("dosya.urgency.suresi-gecti")),
    BUGUN(Texts.of("dosya.urgency.bugun")),
    YAKLASIYOR(Texts.of("dosya.urgency.yaklasiyor"));

    /** Days left, as the limit counts them, from which on the last day is called near. */
    private static final int NEAR = 3;

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * @param daysLeft as {@link tr.muhatap.deadline.Deadlines#daysLeft} counts them
     * @return null where there is time enough
     */
    static @Nullable Urgency of(int daysLeft) {
        if (daysLeft < 0) {
            return SURESI_GECTI;
        }
        if (daysLeft == 0) {
            return BUGUN;
        }
        return daysLeft <= NEAR ? YAKLASIYOR : null;
    }
}
