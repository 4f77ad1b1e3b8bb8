package tr.muhatap.basvuru;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who applies. All fields stay empty where an informer's identity is hidden.
 *
 * @param nationalId T.C. kimlik no; for a legal person the representative's
 * @param taxNumber vergi kimlik no of a legal person
 * @param authorityDocument reference to the yetki belgesi of a legal person's representative
 * @param phone in E.164 form, e.g. {@code +905551112233}
 */
public record Applicant(
        @Nullable ApplicantType type,
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
        boolean identityHidden) {

    /** How letters and pages call the applicant. */
    public String displayName() {
        if (identityHidden) {
            return "Kimliği gizli";
        }
        if (title != null) {
            return title;
        }
        return Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
