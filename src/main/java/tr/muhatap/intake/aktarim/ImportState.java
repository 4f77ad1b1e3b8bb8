package tr.muhatap.intake.aktarim;

import java.util.Locale;
import java.util.Set;
import tr.muhatap.text.Texts;

/** Where an import stands. Stored by name. */
public enum ImportState {
    /** Being compared with what is here; nothing is taken in. */
    INCELENIYOR,
    /** Compared; somebody decides whether it is taken in. */
    INCELENDI,
    /** To be taken in. */
    SIRADA,
    SURUYOR,
    BITTI,
    DURDURULDU,
    /** The file could not be read to its end. */
    OKUNAMADI;

    /** Those that a node has to work on. */
    static final Set<ImportState> OPEN = Set.of(INCELENIYOR, SIRADA, SURUYOR);

    /** The word people read. */
    public String label() {
        return Texts.of("intake.aktarim.durum." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether it goes on by itself. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
