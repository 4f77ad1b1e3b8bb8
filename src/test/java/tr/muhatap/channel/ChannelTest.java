package tr.muhatap.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {

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
        assertThat(channel.desk().orElse(null)).isEqualTo(group);
        assertThat(channel.isOral()).isEqualTo(oral);
    }

    @Test
    void aDeskTakesItsOwnChannels() {
        assertThat(Channel.ofDesks(Set.of("beyaz-masa")))
                .containsExactlyInAnyOrder(Channel.BEYAZ_MASA, Channel.BEYAZ_MASA_MOBIL);
        assertThat(Channel.ofDesks(Set.of("denetci"))).isEmpty();
    }
}
