package tr.muhatap.dosya;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.UnitDecision;

/** Input of a staff step, not validated; every field may be missing or invalid. */
record TaskStepRequest(
        @Nullable String step,

        @Nullable String decision,

        @Nullable String unit,

        @Nullable String topic,

        @Nullable String reason,

        @Nullable String target,

        @Nullable DraftRequest answer,

        @Nullable String ifMatch) {

    /** Prefix of the answer's fields in a form. */
    private static final String ANSWER = "answer.";

    /** Reads the fields of a form, treating empty ones as missing; includes the answer if the decision is about it. */
    static TaskStepRequest of(Map<String, String> fields) {
        String decision = given(fields, "decision");
        boolean answers = UnitDecision.CEVAP.name().equals(decision);
        return new TaskStepRequest(
                given(fields, "step"),
                decision,
                given(fields, "unit"),
                given(fields, "topic"),
                given(fields, "reason"),
                given(fields, "target"),
                answers ? answer(fields) : null,
                answers ? given(fields, "ifMatch") : null);
    }

    private static DraftRequest answer(Map<String, String> fields) {
        return new DraftRequest(
                given(fields, ANSWER + "outcome"),
                given(fields, ANSWER + "text"),
                given(fields, ANSWER + "ground"),
                given(fields, ANSWER + "publishedIn"),
                given(fields, ANSWER + "publishedOn"),
                given(fields, ANSWER + "publishedHow"),
                given(fields, ANSWER + "announcedOn"),
                given(fields, ANSWER + "unmetCondition"),
                given(fields, ANSWER + "secretPartsRemoved") != null ? Boolean.TRUE : null);
    }

    private static @Nullable String given(Map<String, String> fields, String name) {
        String typed = fields.get(name);
        return typed == null || typed.isBlank() ? null : typed;
    }
}
