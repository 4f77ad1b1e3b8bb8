package tr.muhatap.dosya;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.UnitDecision;

/** A step of the staff as it comes in; every field may lack or be wrong. */
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

    /** From the fields of a form, where an empty one is none; the answer goes along where it is decided upon. */
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
