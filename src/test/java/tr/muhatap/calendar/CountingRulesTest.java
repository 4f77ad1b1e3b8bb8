package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CountingRulesTest {

    @Test
    void nothingSetMeansTheDefaults() {
        assertThat(givenSettings(Map.of()))
                .isEqualTo(CountingRules.DEFAULT)
                .isEqualTo(new CountingRules(true, true, false, false, true));
    }

    @Test
    void eachRuleIsSetByItsOwnName() {
        assertThat(givenSettings(Map.of("muhatap.deadline.roll-last-day", "false")))
                .isEqualTo(new CountingRules(false, true, false, false, true));
        assertThat(givenSettings(Map.of("muhatap.deadline.half-day-counts", "false")))
                .isEqualTo(new CountingRules(true, false, false, false, true));
        assertThat(givenSettings(Map.of("muhatap.deadline.leave-moves", "true")))
                .isEqualTo(new CountingRules(true, true, true, false, true));
        assertThat(givenSettings(Map.of("muhatap.deadline.citizen-half-day-counts", "true")))
                .isEqualTo(new CountingRules(true, true, false, true, true));
        assertThat(givenSettings(Map.of("muhatap.deadline.citizen-leave-moves", "false")))
                .isEqualTo(new CountingRules(true, true, false, false, false));
    }

    @Test
    void whatIsNeitherTrueNorFalseStopsTheStart() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> givenSettings(Map.of("muhatap.deadline.leave-moves", "belki")))
                .withMessageContaining("muhatap.deadline.leave-moves");
    }

    private static CountingRules givenSettings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("muhatap.deadline", CountingRules.class);
    }
}
