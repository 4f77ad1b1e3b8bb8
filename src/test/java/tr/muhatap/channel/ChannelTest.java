package tr.muhatap.channel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.convert.support.DefaultConversionService;
import tr.muhatap.access.Groups;

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
                .contains(Channel.BEYAZ_MASA, Channel.BEYAZ_MASA_MOBIL)
                .allSatisfy(channel -> assertThat(channel.desk()).contains("beyaz-masa"));
        assertThat(Channel.ofDesks(Set.of("denetci"))).isEmpty();
    }

    /** As an enum was: the code alone, and nothing but a code is read. */
    @ParameterizedTest
    @EachChannel
    void theApiAndTheDatabaseKnowAChannelByItsCode(Channel channel) throws Exception {
        var json = new ObjectMapper();
        var written = json.writeValueAsString(channel);

        assertThat(written).isEqualTo("\"" + channel.name() + "\"");
        assertThat(json.readValue(written, Channel.class)).isSameAs(channel);
        assertThat(DefaultConversionService.getSharedInstance().convert(channel.name(), Channel.class))
                .isSameAs(channel);
        assertThatThrownBy(() -> json.readValue("\"YOK\"", Channel.class)).isInstanceOf(JsonProcessingException.class);
        // The column is so wide
        assertThat(channel.name()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theApisDescriptionListsTheCodes() {
        var schema = new ChannelSchema()
                .resolve(
                        new AnnotatedType(Channel.class),
                        new ModelConverterContextImpl(List.of()),
                        Collections.emptyIterator());

        assertThat(requireNonNull(schema).getEnum())
                .isEqualTo(Arrays.stream(Channel.values()).map(Channel::name).toList());
    }

    /** What rows say of groups and processes, others have. */
    @ParameterizedTest
    @EachChannel
    void groupsOfARowAreTheOffices(Channel channel) {
        assertThat(Groups.OFFICE).contains(channel.reviewers(), channel.routers());
        channel.desk().ifPresent(desk -> assertThat(Groups.OFFICE).contains(desk));
        assertThat(channel.processKey()).matches("[a-z][a-z0-9-]*");
    }
}
