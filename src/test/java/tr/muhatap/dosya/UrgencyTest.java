package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How urgent an application is, by the days it has left. */
class UrgencyTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "-1, SURESI_GECTI, süresi geçti",
                "0, BUGUN, bugün",
                "1, YAKLASIYOR, yaklaşıyor",
                "3, YAKLASIYOR, yaklaşıyor",
                "4, -, -"
            },
            nullValues = "-")
    void lateTodayNearOrNeither(int daysLeft, @Nullable Urgency urgency, @Nullable String label) {
        assertThat(Urgency.of(daysLeft)).isEqualTo(urgency);
        if (urgency != null) {
            assertThat(urgency.label()).isEqualTo(label);
        }
    }
}
