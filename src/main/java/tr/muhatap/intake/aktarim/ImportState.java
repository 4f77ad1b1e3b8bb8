package tr.muhatap.intake.aktarim;

import java.util.Set;
import tr.muhatap.text.Texts;

/** Where an import stands. Stored by name. */
public enum ImportState {
    /** Being compared with what is here; nothing is taken in. */
    INCELENIYOR(Texts.of("intake.aktarim.durum.inceleniyor")),
    /** Compared; somebody decides whether it is taken in. */
    INCELENDI(Texts.of("intake.aktarim.durum.incelendi")),
    /** To be taken in. */
    SIRADA(Texts.of("intake.aktarim.durum.sirada")),
    SURUYOR(Texts.of("intake.aktarim.durum.suruyor")),
    BITTI(Texts.of("intake.aktarim.durum.bitti")),
    DURDURULDU(Texts.of("intake.aktarim.durum.durduruldu")),
    /** The file could not be read to its end. */
    OKUNAMADI(Texts.of("intake.aktarim.durum.okunamadi"));

    /** Those that a node has to work on. */
    static final Set<ImportState> OPEN = Set.of(INCELENIYOR, SIRADA, SURUYOR);

    /** Those that somebody may stop. A look ends by itself, and takes nothing in. */
    static final Set<ImportState> STOPPABLE = Set.of(SIRADA, SURUYOR);

    /** Those that only compare. */
    static final Set<ImportState> LOOKING = Set.of(INCELENIYOR);

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** Whether it goes on by itself. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether somebody may stop it. */
    public boolean isStoppable() {
        return STOPPABLE.contains(this);
    }

    /** Whether every row of its list has been compared. */
    public boolean isCompared() {
        return this == INCELENDI || this == BITTI;
    }
}
