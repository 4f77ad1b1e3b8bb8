package tr.muhatap.intake.cagri;

import org.jspecify.annotations.Nullable;

/**
 * An event of a call.
 *
 * @param callId in that system
 * @param stage null if the event does not contain it
 * @param outbound whether the office called
 * @param phone the other party's number
 * @param extension the operator's telephone, or name in the system
 * @param recording address of the recording
 * @param spoken seconds of conversation, 0 if unanswered; null if the event does not contain it
 */
record CallEvent(
        String callId,
        @Nullable CallStage stage,
        boolean outbound,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String recording,
        @Nullable Long spoken) {}
