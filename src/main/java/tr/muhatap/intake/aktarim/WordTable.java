package tr.muhatap.intake.aktarim;

import java.util.Map;
import java.util.Optional;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** What the words of the sources are called here; the office edits it. */
public record WordTable(Map<Kind, Map<String, String>> words) {

    /** Of what the words are. Stored by name. */
    public enum Kind {
        TUR,
        KONU,
        GIZLI,
        DURUM;

        /** The word people read. */
        public String label() {
            return Texts.of("intake.aktarim.kelime." + name().toLowerCase(java.util.Locale.ROOT));
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
