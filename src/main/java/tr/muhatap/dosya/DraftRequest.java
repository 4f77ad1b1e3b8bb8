package tr.muhatap.dosya;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;

/**
 * A draft answer as it comes in.
 *
 * @param ground number of an article of 4982, e.g. {@code 21} or {@code 7/2}
 */
record DraftRequest(
        @Nullable String outcome,
        @Nullable String text,
        @Nullable String ground) {

    private static final int LONGEST_TEXT = 20_000;
    private static final Check.Wording WORDING = new Check.Wording(
            "Cevap metni boş olamaz.",
            "Cevap metni en çok %d karakter olabilir.",
            "Cevap metninde denetim karakteri olamaz.");

    Answer toAnswer() {
        var check = new Check();
        Outcome checkedOutcome = Arrays.stream(Outcome.values())
                .filter(Basvuru.ANSWERS::contains)
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
        check.require(
                checkedOutcome != null, "outcome", "Cevabın sonucu şunlardan biri olmalıdır: " + Basvuru.ANSWERS + ".");
        check.printable("text", check.text("text", text, LONGEST_TEXT, WORDING));
        RefusalGround checkedGround = null;
        if (ground != null && !ground.isEmpty()) {
            checkedGround = RefusalGround.ofArticle(ground).orElse(null);
            check.require(
                    checkedGround != null, "ground", "“" + ground + "” 4982 sayılı Kanun'un bir ret maddesi değil.");
        }
        check.done();
        // Kept with the blanks at its ends, as its writer sees it
        return new Answer(Check.given(checkedOutcome), checkedGround, PlainText.normal(Check.given(text)));
    }
}
