package tr.muhatap.basvuru;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Check;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Texts;

/**
 * Facts that accompany the next decision, as submitted by its form.
 *
 * @param text the reason
 * @param decision code of the decision that is chosen; null if nothing is chosen yet
 * @param target of {@code YETKISIZ} the body to which the application is sent (4982 md. 7, 3071 md. 5), of {@code
 *     MUKERRER} the number of the main application
 */
public record DecisionNote(
        @Nullable String text,
        @Nullable String decision,
        @Nullable String target) {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_TARGET = 200;
    private static final String ONE_LINE =
            Texts.of("basvuru.decision-note.en-cok-karakterlik-tek-satir", LONGEST_TARGET);
    private static final Check.Wording REASON = new Check.Wording(
            Texts.of("basvuru.decision-note.bu-karar-icin-gerekce-yazilmalidir"),
            Texts.of("basvuru.decision-note.gerekce-en-cok-karakter-olabilir"),
            Texts.of("basvuru.decision-note.gerekcede-gorunmeyen-karakter-sekme-vb"));
    private static final Check.Wording TARGET = new Check.Wording("", ONE_LINE, ONE_LINE);

    /** Decisions that the applicant, or the next person in charge, cannot understand without a reason. */
    private static final Set<String> NEED_A_REASON = Set.of(
            ReviewDecision.EKSIK.name(),
            ReviewDecision.YETKISIZ.name(),
            ReviewDecision.ISLEME_KONULMAZ.name(),
            UnitDecision.IADE.name(),
            Approval.DUZELT.name());

    /**
     * A stripped copy.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     */
    public DecisionNote checked() {
        var check = new Check();
        var checked = checked(check, "text");
        check.require(
                checked.target() != null || !namesTarget() || check.isFaulty("target"),
                "target",
                isDuplicate()
                        ? Texts.of("basvuru.decision-note.ana-basvurunun-numarasini-yazin")
                        : Texts.of("basvuru.decision-note.basvurunun-gonderilecegi-kurumu-yazin"));
        check.done();
        return checked;
    }

    /**
     * A stripped copy; the target is optional, since a task may be completed by its decision alone.
     *
     * @param textField name of the reason's field
     */
    public DecisionNote checked(Check check, String textField) {
        String reason = check.printable(textField, check.optionalText(textField, text, LONGEST_REASON, REASON));
        check.require(
                reason != null || check.isFaulty(textField) || decision == null || !NEED_A_REASON.contains(decision),
                textField,
                Texts.of("basvuru.decision-note.bu-karar-icin-gerekce-yazilmalidir"));
        String named = namesTarget() ? check.optionalLine("target", target, LONGEST_TARGET, TARGET) : null;
        if (named != null && isDuplicate()) {
            named = Digits.applicationNumber(named);
        }
        return new DecisionNote(reason, decision, named);
    }

    @JsonIgnore
    public boolean isDuplicate() {
        return ReviewDecision.MUKERRER.name().equals(decision);
    }

    private boolean namesTarget() {
        return isDuplicate() || ReviewDecision.YETKISIZ.name().equals(decision);
    }
}
