package tr.muhatap.basvuru;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import tr.muhatap.text.PlainText;

/**
 * A unit's answer, a draft until it is approved.
 *
 * @param ground article of 4982 on which information is refused, in whole or in part; else null
 */
public record Answer(Outcome outcome, @Nullable RefusalGround ground, String text) {

    /** What stands for no answer at all where {@link #tag} is asked for. */
    static final String NO_TAG = "yok";

    private static final int LONGEST_START = 2_000;

    /** The text, cut where it is too long for a line of the history. */
    String start() {
        return !PlainText.isLongerThan(text, LONGEST_START)
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_START)) + " …";
    }

    /** Tells this answer from every other one, so that whoever saves a draft can say which one he had before him. */
    public String tag() {
        return DigestUtils.md5DigestAsHex((outcome + "\n" + ground + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
