package tr.muhatap.intake.aktarim;

import java.util.Locale;
import tr.muhatap.text.Texts;

/** What became of a row, or would become of it. Stored by name. */
public enum RowOutcome {
    ALINDI,
    /** It is here, and says the same. */
    BILINEN,
    /** It is here, and says something else. */
    DEGISMIS,
    RET;

    /** The word people read. */
    public String label() {
        return Texts.of("intake.aktarim.satir." + name().toLowerCase(Locale.ROOT));
    }
}
