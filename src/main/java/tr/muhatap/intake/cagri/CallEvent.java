package tr.muhatap.intake.cagri;

import org.jspecify.annotations.Nullable;

/**
 * What a telephone system says of a call.
 *
 * @param callId in that system
 * @param stage null if the event says nothing of it
 * @param outbound whether the office called
 * @param phone the other side's number
 * @param extension the operator's telephone, or name in the system
 * @param recording address of the recording
 * @param spoken seconds that were spoken, 0 where nobody answered; null if the event does not say it
 */
record CallEvent(
        String callId,
        @Nullable CallStage stage,
        boolean outbound,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String recording,
        @Nullable Long spoken) {}
