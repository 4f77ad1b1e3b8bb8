package tr.muhatap.intake.aktarim;

import java.util.Map;
import java.util.Optional;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** What the words of the sources are called here; the office edits it. */
public record WordTable(Map<Kind, Map<String, String>> words) {

    /** Of what the words are. Stored by name. */
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

    /** What stands for a hidden identity, and for an answer that the source has. */
    static final String YES = "EVET";

    static final String NO = "HAYIR";

    Optional<String> value(Kind kind, String word) {
        return Optional.ofNullable(words.getOrDefault(kind, Map.of()).get(key(word)));
    }

    /** Words that a reader takes for the same are the same. */
    static String key(String word) {
        return TurkishText.words(word).strip();
    }
}
