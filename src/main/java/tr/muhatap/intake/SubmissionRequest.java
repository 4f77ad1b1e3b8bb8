package tr.muhatap.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An application as a channel delivers it, before any check; every field may lack or be wrong. */
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
        // Left out of the content's digest where it is not given, so that what was delivered before stays the same
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previousCode,
        // Version of the KVKK text that was shown or read
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String privacyNotice,
        // How the applicant wants to be answered
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answerBy,
        // Number and day of an incoming paper in the document system
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paperNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paperDate) {

    /** Without the facts of a paper other than its matter. */
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
                null);
    }

    /** Without the tracking code of the application that it completes, and without a word of the KVKK text. */
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
                null);
    }

    /** With the facts of a paper other than its matter; null leaves out. */
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
                dateOfPaper);
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
                paperDate);
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
            // Residence, reciprocity and Turkish are checked of a foreigner (4982 md. 4)
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean foreigner) {

        /** Without a word of whether it is a foreigner. */
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
