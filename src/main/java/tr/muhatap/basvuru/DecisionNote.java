package tr.muhatap.basvuru;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Printable;

/**
 * What a decision about to be taken says beside itself, as its form tells it.
 *
 * @param text the reason
 * @param decision code of the decision that is chosen; null where nothing is chosen yet
 * @param target of {@code YETKISIZ} the body to which the application is sent (4982 md. 7, 3071 md. 5), of {@code MUKERRER}
 *     the number of the main application
 */
public record DecisionNote(
        @Nullable String text,
        @Nullable String decision,
        @Nullable String target) {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_TARGET = 200;

    /** Those that the applicant, or whoever has it next, cannot understand without a reason. */
    private static final Set<String> NEED_A_REASON = Set.of(
            ReviewDecision.EKSIK.name(),
            ReviewDecision.YETKISIZ.name(),
            ReviewDecision.ISLEME_KONULMAZ.name(),
            UnitDecision.IADE.name(),
            Approval.DUZELT.name());

    /**
     * The same, stripped.
     *
     * @throws InvalidInputException naming every faulty field
     */
    public DecisionNote checked() {
        var errors = new ArrayList<FieldError>();
        String reason = stripped(text);
        String named = namesTarget() ? stripped(target) : null;
        if (named != null && isDuplicate()) {
            named = Digits.applicationNumber(named);
        }
        if (reason == null && decision != null && NEED_A_REASON.contains(decision)) {
            errors.add(new FieldError("text", "Bu karar için gerekçe yazılmalıdır."));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            errors.add(new FieldError("text", "Gerekçe en çok " + LONGEST_REASON + " karakter olabilir."));
        } else if (reason != null && !PlainText.isCleanText(reason)) {
            errors.add(new FieldError("text", "Gerekçede denetim karakteri olamaz."));
        } else if (reason != null) {
            Printable.fault(reason).ifPresent(fault -> errors.add(new FieldError("text", fault)));
        }
        if (named == null && namesTarget()) {
            errors.add(new FieldError(
                    "target",
                    isDuplicate() ? "Ana başvurunun numarasını yazın." : "Başvurunun gönderileceği kurumu yazın."));
        }
        if (named != null && (named.length() > LONGEST_TARGET || !PlainText.isCleanLine(named))) {
            errors.add(new FieldError("target", "En çok " + LONGEST_TARGET + " karakterlik tek satır olabilir."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new DecisionNote(reason, decision, named);
    }

    public boolean isDuplicate() {
        return ReviewDecision.MUKERRER.name().equals(decision);
    }

    private boolean namesTarget() {
        return isDuplicate() || ReviewDecision.YETKISIZ.name().equals(decision);
    }

    private static @Nullable String stripped(@Nullable String value) {
        String words = value == null ? "" : PlainText.stripped(value);
        return words.isEmpty() ? null : words;
    }
}
