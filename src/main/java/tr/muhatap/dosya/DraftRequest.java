package tr.muhatap.dosya;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Printable;

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

    Answer toAnswer() {
        var errors = new ArrayList<FieldError>();
        Outcome checkedOutcome = Arrays.stream(Outcome.values())
                .filter(Basvuru.ANSWERS::contains)
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
        if (checkedOutcome == null) {
            errors.add(new FieldError("outcome", "Cevabın sonucu şunlardan biri olmalıdır: " + Basvuru.ANSWERS + "."));
        }
        if (text == null || text.isBlank()) {
            errors.add(new FieldError("text", "Cevap metni boş olamaz."));
        } else if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            errors.add(new FieldError("text", "Cevap metni en çok " + LONGEST_TEXT + " karakter olabilir."));
        } else if (!PlainText.isCleanText(text)) {
            errors.add(new FieldError("text", "Cevap metninde denetim karakteri olamaz."));
        } else {
            Printable.fault(text).ifPresent(fault -> errors.add(new FieldError("text", fault)));
        }
        RefusalGround checkedGround = null;
        if (ground != null && !ground.isEmpty()) {
            checkedGround = RefusalGround.ofArticle(ground).orElse(null);
            if (checkedGround == null) {
                errors.add(new FieldError("ground", "“" + ground + "” 4982 sayılı Kanun'un bir ret maddesi değil."));
            }
        }
        if (!errors.isEmpty() || checkedOutcome == null || text == null) {
            throw new InvalidInputException(errors);
        }
        return new Answer(checkedOutcome, checkedGround, text);
    }
}
