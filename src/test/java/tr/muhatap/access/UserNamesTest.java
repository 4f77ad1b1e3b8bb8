package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNamesTest {

    @Test
    void lengthsAreCountedAsPeopleCountLetters() {
        assertThat(UserNames.faultOfText("😀".repeat(255))).isNull();
        assertThat(UserNames.faultOfText("😀".repeat(256))).isEqualTo("en çok 255 karakter olabilir.");
        assertThat(UserNames.faultOfText("ş".repeat(256))).isEqualTo("en çok 255 karakter olabilir.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ayşe\tYılmaz",
                "Ayşe\nYılmaz",
                "Ayşe\u200dYılmaz",
                "Ayşe\u202eYılmaz",
                "Ayşe\u2028",
                "Ay\u00adşe"
            })
    void whatCannotBeSeenIsRefused(String name) {
        assertThat(UserNames.faultOfText(name)).startsWith("görünmeyen karakter");
    }

    @Test
    void namesMayBeLeftOut() {
        assertThat(UserNames.faultOfText(null)).isNull();
        assertThat(UserNames.faultOfText("")).isNull();
        assertThat(UserNames.faultOfText("Işık Çağrı")).isNull();
    }
}
