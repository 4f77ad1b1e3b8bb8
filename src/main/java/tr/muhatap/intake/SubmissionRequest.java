package tr.muhatap.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An application as delivered by a channel, not validated; every field may be missing or invalid. */
public record SubmissionRequest(
        @Nullable String channel,
        @Nullable String source,
        @Nullable String kind,
        @Nullable String topic,
        @Nullable String subject,
        @Nullable String text,
        @Nullable ApplicantRequest applicant,
        @Nullable String submission,
        @Nullable String forwardedBy,
        @Nullable String externalReference,
        @Nullable String receivedAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String previousNumber,
        // Excluded from the content's digest if absent, so that digests of earlier deliveries stay the same
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previousCode,
        // Version of the KVKK text that was shown or read aloud
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String privacyNotice,
        // How the applicant wants to be answered
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answerBy,
        // Number and date of an incoming document in the document system
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paperNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paperDate,
        // Who passed the application on for the applicant
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String passedOnBy) {

    /** Without data of an incoming document. */
    public SubmissionRequest(
            @Nullable String channel,
            @Nullable String source,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable String text,
            @Nullable ApplicantRequest applicant,
            @Nullable String submission,
            @Nullable String forwardedBy,
            @Nullable String externalReference,
            @Nullable String receivedAt,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String previousNumber,
            @Nullable String previousCode,
            @Nullable String privacyNotice) {
        this(
                channel,
                source,
                kind,
                topic,
                subject,
                text,
                applicant,
                submission,
                forwardedBy,
                externalReference,
                receivedAt,
                latitude,
                longitude,
                previousNumber,
                previousCode,
                privacyNotice,
                null,
                null,
                null,
                null);
    }

    /** Without the tracking code of the completed application, and without version of the KVKK text. */
    public SubmissionRequest(
            @Nullable String channel,
            @Nullable String source,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable String text,
            @Nullable ApplicantRequest applicant,
            @Nullable String submission,
            @Nullable String forwardedBy,
            @Nullable String externalReference,
            @Nullable String receivedAt,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String previousNumber) {
        this(
                channel,
                source,
                kind,
                topic,
                subject,
                text,
                applicant,
                submission,
                forwardedBy,
                externalReference,
                receivedAt,
                latitude,
                longitude,
                previousNumber,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A copy with the data of an incoming document. */
    public SubmissionRequest withIncoming(
            @Nullable String wish, @Nullable String numberOfPaper, @Nullable String dateOfPaper) {
        return new SubmissionRequest(
                channel,
                source,
                kind,
                topic,
                subject,
                text,
                applicant,
                submission,
                forwardedBy,
                externalReference,
                receivedAt,
                latitude,
                longitude,
                previousNumber,
                previousCode,
                privacyNotice,
                wish,
                numberOfPaper,
                dateOfPaper,
                passedOnBy);
    }

    boolean hidesIdentity() {
        return applicant != null && Boolean.TRUE.equals(applicant.identityHidden());
    }

    SubmissionRequest withExternalReference(String other) {
        return new SubmissionRequest(
                channel,
                source,
                kind,
                topic,
                subject,
                text,
                applicant,
                submission,
                forwardedBy,
                other,
                receivedAt,
                latitude,
                longitude,
                previousNumber,
                previousCode,
                privacyNotice,
                answerBy,
                paperNumber,
                paperDate,
                passedOnBy);
    }

    /** The applicant as delivered. */
    public record ApplicantRequest(
            @Nullable String type,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String title,
            @Nullable String nationalId,
            @Nullable String taxNumber,
            @Nullable String representative,
            @Nullable String authorityDocument,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable Boolean identityHidden,
            // Residence, reciprocity and Turkish are checked for foreigners (4982 md. 4)
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean foreigner) {

        /** Without the foreigner's mark. */
        public ApplicantRequest(
                @Nullable String type,
                @Nullable String firstName,
                @Nullable String lastName,
                @Nullable String title,
                @Nullable String nationalId,
                @Nullable String taxNumber,
                @Nullable String representative,
                @Nullable String authorityDocument,
                @Nullable String phone,
                @Nullable String email,
                @Nullable String address,
                @Nullable Boolean identityHidden) {
            this(
                    type,
                    firstName,
                    lastName,
                    title,
                    nationalId,
                    taxNumber,
                    representative,
                    authorityDocument,
                    phone,
                    email,
                    address,
                    identityHidden,
                    null);
        }
    }
}
