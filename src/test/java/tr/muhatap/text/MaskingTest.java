package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a person's data is still read where it is not needed in full. */
class MaskingTest {

    @ParameterizedTest
    @CsvSource({"10000000146, 100******46", "123456, 123*56", "12345, 12345", ","})
    void ofANationalIdBothEndsStay(@Nullable String given, @Nullable String masked) {
        assertThat(Masking.nationalId(given)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"+905321112233, +90*******233", "1234567, 123*567", "123456, 123456", ","})
    void ofAPhoneNumberBothEndsStay(@Nullable String given, @Nullable String masked) {
        assertThat(Masking.phone(given)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"ayse@example.org, a***@example.org", "a@b, a***@b", "@b, @b", "ayse, ayse", ","})
    void ofAnAddressTheFirstLetterAndTheHostStay(@Nullable String given, @Nullable String masked) {
        assertThat(Masking.email(given)).isEqualTo(masked);
    }

    @Test
    void ofNamesTheFirstLettersRemain() {
        assertThat(Masking.name("Ayşe Nur  Işık")).isEqualTo("A*** N*** I***");
        assertThat(Masking.name("")).isEmpty();
    }
}
