package tr.muhatap.dosya;

import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** Urgency of an open application by its last day; displayed as a word next to an icon. */
public enum Urgency {
    SURESI_GECTI(Texts.of("dosya.urgency.suresi-gecti")),
    BUGUN(Texts.of("dosya.urgency.bugun")),
    YAKLASIYOR(Texts.of("dosya.urgency.yaklasiyor"));

    /** Remaining days from which the last day counts as near. */
    private static final int NEAR = 3;

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * @param daysLeft as computed by {@link tr.muhatap.deadline.Deadlines#daysLeft}
     * @return null if it is not urgent
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
