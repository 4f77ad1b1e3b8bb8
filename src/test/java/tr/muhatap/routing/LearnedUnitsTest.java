package tr.muhatap.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.routing.UnitModel.Share;

/** When the office's own decisions speak louder than the words of the table that came with the program. */
class LearnedUnitsTest {

    @ParameterizedTest
    @CsvSource({
        // decisions, learned unit, confidence, named by words, how sure those are, overruled
        "200, zabita, 0.90, veteriner, 0.70, true",
        "199, zabita, 0.90, veteriner, 0.70, false",
        "200, zabita, 0.70, veteriner, 0.70, false",
        "200, zabita, 0.71, veteriner, 0.70, true",
        "9000, veteriner, 0.99, veteriner, 0.70, false",
        "9000, zabita, 0.60, veteriner, 0.95, false",
    })
    void theWordsOfTheTableGiveWay(
            int decisions, String learned, double confidence, String named, double sure, boolean overruled) {
        var shares = List.of(new Share(learned, confidence), new Share("cevre", 1 - confidence));
        assertThat(LearnedUnits.overrules(decisions, shares, named, sure)).isEqualTo(overruled);
        assertThat(LearnedUnits.overrules(decisions, List.of(), named, sure)).isFalse();
    }
}
