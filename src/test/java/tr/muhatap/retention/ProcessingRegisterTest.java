package tr.muhatap.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.muhatap.basvuru.Kind;

/** The register of processing is complete, and says the periods after which the program erases. */
class ProcessingRegisterTest {

    private static ProcessingRegister register(Map<Kind, Integer> yearsOf) {
        return new ProcessingRegister(new RetentionSettings(8, yearsOf, Period.ofMonths(6)));
    }

    @Test
    void everyFieldOfEveryActivityIsFilled() {
        assertThat(register(Map.of()).activities())
                .hasSizeGreaterThan(5)
                .allSatisfy(activity -> assertThat(new String[] {
                            activity.name(),
                            activity.purpose(),
                            activity.ground(),
                            activity.persons(),
                            activity.categories(),
                            activity.recipients(),
                            activity.period()
                        })
                        .noneMatch(String::isBlank))
                .allSatisfy(activity -> assertThat(activity.ground()).startsWith("md. 5/2 ("))
                .extracting(ProcessingRegister.Activity::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void thePeriodsAreThoseOfTheSettings() {
        assertThat(register(Map.of()).activities().get(0).period()).isEqualTo("Başvurunun kapanışından sonra 8 yıl");
        assertThat(register(Map.of(Kind.IHBAR, 3)).activities().get(0).period())
                .isEqualTo("Türe göre, başvurunun kapanışından sonra 3–8 yıl");
    }
}
