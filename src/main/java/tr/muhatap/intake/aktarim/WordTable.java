package tr.muhatap.intake.aktarim;

import java.util.Map;
import java.util.Optional;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Maps words of the sources to ours; editable by the office. */
public record WordTable(Map<Kind, Map<String, String>> words) {

    /** Kind of a word. Stored by name. */
    public enum Kind {
        TUR(Texts.of("intake.aktarim.kelime.tur")),
        KONU(Texts.of("intake.aktarim.kelime.konu")),
        GIZLI(Texts.of("intake.aktarim.kelime.gizli")),
        DURUM(Texts.of("intake.aktarim.kelime.durum"));

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }
    }

    /** Value for a hidden identity, and for an existing answer. */
    static final String YES = "EVET";

    static final String NO = "HAYIR";

    Optional<String> value(Kind kind, String word) {
        return Optional.ofNullable(words.getOrDefault(kind, Map.of()).get(key(word)));
    }

    /** Normalizes a word for comparison. */
    static String key(String word) {
        return TurkishText.words(word).strip();
    }
}
