package tr.muhatap.letter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.GroundField;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.text.Texts;

/**
 * Template variables about a ground of refusal, shared by letters and messages; used by {@code
 * templates/yazi/dayanak.txt}.
 */
public final class GroundWords {

    private GroundWords() {}

    /** Article, ground and required facts for running text; all empty without a ground. */
    public static Map<String, Object> of(@Nullable Answer answer) {
        var ground = answer == null ? null : answer.ground();
        if (answer == null || ground == null) {
            return words("", "", "", "", "", "", "");
        }
        var facts = answer.factsOrNone();
        var condition = facts.unmetCondition();
        return words(
                ground.name(),
                article(ground) + " (" + ground.matter() + ")",
                GroundField.PUBLISHED_IN.words(facts),
                GroundField.PUBLISHED_ON.words(facts),
                GroundField.PUBLISHED_HOW.words(facts),
                GroundField.ANNOUNCED_ON.words(facts),
                condition == null ? "" : condition.name());
    }

    private static Map<String, Object> words(
            String ground,
            String article,
            String publishedIn,
            String publishedOn,
            String publishedHow,
            String announcedOn,
            String condition) {
        return Map.of(
                "dayanakTuru",
                ground,
                "madde",
                article,
                "yayinYeri",
                publishedIn,
                "yayinTarihi",
                publishedOn,
                "yayinSekli",
                publishedHow,
                "aciklanmaTarihi",
                announcedOn,
                "sart",
                condition);
    }

    /** Formats an article for running text: "21’inci maddesi". */
    private static String article(RefusalGround ground) {
        if (ground.isOfRegulation()) {
            int number = Integer.parseInt(ground.article().substring(1));
            return Texts.of(
                    "letter.ground-words.uygulanmasina-iliskin-esas-ve-usuller", TurkishSuffixes.ordinal(number));
        }
        var parts = ground.article().split("/");
        return parts.length == 1
                ? Texts.of("letter.ground-words.maddesi", TurkishSuffixes.ordinal(Integer.parseInt(parts[0])))
                : Texts.of(
                        "letter.ground-words.maddesinin-fikrasi",
                        TurkishSuffixes.ordinal(Integer.parseInt(parts[0])),
                        TurkishSuffixes.ordinal(Integer.parseInt(parts[1])));
    }
}
