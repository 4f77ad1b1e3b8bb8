package tr.muhatap.subject;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.text.Texts;

/** A field of an applicant that is masked where it is not needed. */
public enum RevealedField {
    NATIONAL_ID("nationalId"),
    TAX_NUMBER("taxNumber"),
    PHONE("phone"),
    EMAIL("email"),
    ADDRESS("address");

    private final String apiName;

    RevealedField(String apiName) {
        this.apiName = apiName;
    }

    static Optional<RevealedField> of(@Nullable String apiName) {
        return Arrays.stream(values())
                .filter(field -> field.apiName.equals(apiName))
                .findFirst();
    }

    /** Its name in requests. */
    public String apiName() {
        return apiName;
    }

    public String label() {
        return Texts.of("subject.alan." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Nullable
    String of(Applicant applicant) {
        return switch (this) {
            case NATIONAL_ID -> applicant.nationalId();
            case TAX_NUMBER -> applicant.taxNumber();
            case PHONE -> applicant.phone();
            case EMAIL -> applicant.email();
            case ADDRESS -> applicant.address();
        };
    }
}
