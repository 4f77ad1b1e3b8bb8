package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.deadline.Channel;

class DesksTest {

    @ParameterizedTest
    @CsvSource({
        "BEYAZ_MASA, beyaz-masa, true",
        "BEYAZ_MASA_MOBIL, beyaz-masa, true",
        "ALO_153, cagri-merkezi, true",
        "BILGI_EDINME, bilgi-edinme-birimi, false",
        "CIMER, , false",
        "ACIK_KAPI, , false",
        "DIJITAL, , false"
    })
    void eachChannelHasItsDesk(Channel channel, @Nullable String group, boolean oral) {
        assertThat(Desks.of(channel).orElse(null)).isEqualTo(group);
        assertThat(Desks.isOralChannel(channel)).isEqualTo(oral);
    }

    @Test
    void aDeskTakesItsOwnChannels() {
        assertThat(Desks.channelsOf(Set.of("beyaz-masa")))
                .containsExactlyInAnyOrder(Channel.BEYAZ_MASA, Channel.BEYAZ_MASA_MOBIL);
        assertThat(Desks.channelsOf(Set.of("denetci"))).isEmpty();
    }
}
