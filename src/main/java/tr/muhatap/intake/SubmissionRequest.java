package tr.muhatap.intake;

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
        @Nullable String previousNumber) {

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
            @Nullable Boolean identityHidden) {}
}
