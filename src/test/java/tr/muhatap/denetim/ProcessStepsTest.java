package tr.muhatap.denetim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessStepsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, bir dakikadan az",
        "PT59S, bir dakikadan az",
        "PT1M, 1 dakika",
        "PT59M59S, 59 dakika",
        "PT1H, 1 saat 0 dakika",
        "PT23H59M, 23 saat 59 dakika",
        "PT24H, 1 gün 0 saat",
        "P3DT5H59M, 3 gün 5 saat"
    })
    void aDurationIsWrittenInItsTwoLargestUnits(Duration duration, String words) {
        assertThat(ProcessSteps.lasted(duration)).isEqualTo(words);
    }
}
