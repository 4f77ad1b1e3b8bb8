package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.channel.Channel;

/**
 * An application that passed every check of the intake and can be registered.
 *
 * @param deliveredBy user name of the person or system that delivered it
 * @param contentDigest digest of what was delivered, to recognise the identical delivery
 * @param previousNumber number of an unprocessed application that this one completes
 * @param privacyNotice version of the KVKK text that was shown or read aloud (6698 md. 10); null if unknown
 * @param incoming the wish for the answer, and data of the document
 * @param warnings missing information that is no ground for refusal, in Turkish
 */
public record NewBasvuru(
        Channel channel,
        @Nullable Source source,
        Kind kind,
        @Nullable Submission submission,
        @Nullable String forwardedBy,
        @Nullable String topic,
        String subject,
        String text,
        Applicant applicant,
        @Nullable String externalReference,
        String deliveredBy,
        String contentDigest,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<String> warnings,
        Instant receivedAt,
        @Nullable String previousNumber,
        @Nullable String privacyNotice,
        Incoming incoming) {

    /** Without version of the KVKK text and data of the document. */
    public NewBasvuru(
            Channel channel,
            @Nullable Source source,
            Kind kind,
            @Nullable Submission submission,
            @Nullable String forwardedBy,
            @Nullable String topic,
            String subject,
            String text,
            Applicant applicant,
            @Nullable String externalReference,
            String deliveredBy,
            String contentDigest,
            @Nullable Double latitude,
            @Nullable Double longitude,
            List<String> warnings,
            Instant receivedAt,
            @Nullable String previousNumber) {
        this(
                channel,
                source,
                kind,
                submission,
                forwardedBy,
                topic,
                subject,
                text,
                applicant,
                externalReference,
                deliveredBy,
                contentDigest,
                latitude,
                longitude,
                warnings,
                receivedAt,
                previousNumber,
                null,
                Incoming.NOTHING);
    }
}
