package tr.muhatap.basvuru;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;

/**
 * Who applies. All fields stay empty if an informer's identity is hidden.
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

    /** Of whom only the kind of person is known. */
    Applicant erased() {
        return new Applicant(type, null, null, null, null, null, null, null, null, null, null, identityHidden);
    }

    /**
     * A copy with other contact data, which replace all previous ones.
     *
     * @throws tr.muhatap.problem.RuleViolationException if there is none, or nothing changes
     */
    Applicant corrected(@Nullable String newPhone, @Nullable String newEmail, @Nullable String newAddress) {
        if (newPhone == null && newEmail == null && newAddress == null) {
            throw BasvuruRefusal.ILETISIM_BOS
                    .because(Texts.of("basvuru.legal-steps.telefon-e-posta-veya-adresten"))
                    .exception();
        }
        var corrected = withContact(newPhone, newEmail, newAddress);
        if (corrected.equals(this)) {
            throw BasvuruRefusal.ILETISIM_AYNI
                    .because(Texts.of("basvuru.ret.iletisim-ayni"))
                    .exception();
        }
        return corrected;
    }

    private Applicant withContact(@Nullable String newPhone, @Nullable String newEmail, @Nullable String newAddress) {
        return new Applicant(
                type,
                firstName,
                lastName,
                title,
                nationalId,
                taxNumber,
                representative,
                authorityDocument,
                newPhone,
                newEmail,
                newAddress,
                identityHidden);
    }

    /** Masked contact data for the history; the postal address is only mentioned. */
    String maskedContact() {
        return Stream.of(Masking.email(email), Masking.phone(phone), address == null ? null : "adres")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Whether there is any way to reach the applicant. */
    public boolean isReachable() {
        return phone != null || email != null || address != null;
    }

    /** Whether name and address are present, as required for a tip about officials (4483 md. 4). */
    boolean isIdentified() {
        return !identityHidden && (title != null || lastName != null) && address != null;
    }

    /** Name of the applicant for letters and pages. */
    public String displayName() {
        if (identityHidden) {
            return Texts.of("basvuru.applicant.kimligi-gizli");
        }
        if (title != null) {
            return title;
        }
        return Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
