package tr.muhatap.intake.aktarim;

import java.util.Set;
import tr.muhatap.text.Texts;

/** State of an import. Stored by name. */
public enum ImportState {
    /** Being compared with the register; nothing is registered. */
    INCELENIYOR(Texts.of("intake.aktarim.durum.inceleniyor")),
    /** Compared; waits for a decision to register it. */
    INCELENDI(Texts.of("intake.aktarim.durum.incelendi")),
    /** Queued for registration. */
    SIRADA(Texts.of("intake.aktarim.durum.sirada")),
    SURUYOR(Texts.of("intake.aktarim.durum.suruyor")),
    BITTI(Texts.of("intake.aktarim.durum.bitti")),
    DURDURULDU(Texts.of("intake.aktarim.durum.durduruldu")),
    /** The file could not be read completely. */
    OKUNAMADI(Texts.of("intake.aktarim.durum.okunamadi"));

    /** States in which a node has to work on it. */
    static final Set<ImportState> OPEN = Set.of(INCELENIYOR, SIRADA, SURUYOR);

    /** States in which it can be stopped. A comparison ends by itself. */
    static final Set<ImportState> STOPPABLE = Set.of(SIRADA, SURUYOR);

    /** States of a comparison. */
    static final Set<ImportState> LOOKING = Set.of(INCELENIYOR);

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** Whether it is in progress. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether it can be stopped. */
    public boolean isStoppable() {
        return STOPPABLE.contains(this);
    }

    /** Whether all its rows have been compared. */
    public boolean isCompared() {
        return this == INCELENDI || this == BITTI;
    }
}
