package tr.muhatap.dosya;

import org.jspecify.annotations.Nullable;

/** A step of the staff as it comes in; every field may lack or be wrong. */
record TaskStepRequest(
        @Nullable String step,

        @Nullable String decision,

        @Nullable String unit,

        @Nullable String topic,

        @Nullable String reason,

        @Nullable String target,

        @Nullable DraftRequest answer,

        @Nullable String ifMatch) {}
