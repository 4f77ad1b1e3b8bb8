package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.channel.Channel;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({"BILGI_EDINME, 4982 Bilgi Edinme", "CIMER, CİMER", "ACIK_KAPI, Açık Kapı", "ALO_153, ALO 153"})
    void channelsAreReadInTurkish(Channel channel, String label) {
        assertThat(channel.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"GUN, gün", "IS_GUNU, iş günü"})
    void unitsAreReadInTurkish(DayUnit unit, String label) {
        assertThat(unit.label()).isEqualTo(label);
    }
}
