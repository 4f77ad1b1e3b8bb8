package tr.muhatap.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Masks personal data for display. */
public final class Masking {

    private Masking() {}

    /** {@code 10000000146} becomes {@code 100******46}. */
    public static @Nullable String nationalId(@Nullable String nationalId) {
        return nationalId == null || nationalId.length() < 6 ? nationalId : covered(nationalId, 3, 2);
    }

    /** {@code +905321112233} becomes {@code +90*******233}. */
    public static @Nullable String phone(@Nullable String phone) {
        return phone == null || phone.length() < 7 ? phone : covered(phone, 3, 3);
    }

    /** {@code ayse@example.org} becomes {@code a***@example.org}. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null || email.indexOf('@') < 1) {
            return email;
        }
        return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
    }

    /** {@code Ayşe Işık} becomes {@code A*** I***}, whatever the names' lengths. */
    public static String name(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + "***")
                .collect(Collectors.joining(" "));
    }

    private static String covered(String value, int shownAtStart, int shownAtEnd) {
        int end = value.length() - shownAtEnd;
        return value.substring(0, shownAtStart) + "*".repeat(end - shownAtStart) + value.substring(end);
    }
}
