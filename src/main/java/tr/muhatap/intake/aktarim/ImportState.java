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

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }

    /** Whether it goes on by itself. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
