package tr.muhatap.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The channels' models equal what drawings and texts generate. After a change: {@code mvn test -Dtest=ChannelModelsTest
 * -Dmuhatap.modeller=yaz}
 */
class ChannelModelsTest {

    private static final boolean WRITES = "yaz".equals(System.getProperty("muhatap.modeller"));

    @ParameterizedTest
    @EachChannel
    void theModelIsWhatDrawingAndTextsMakeOfIt(Channel channel) throws IOException {
        var file = ChannelModels.file(channel);
        String written = ChannelModels.write(channel, ChannelModels.texts());
        if (WRITES) {
            Files.writeString(file, written);
        }

        assertThat(file).hasContent(written);
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void everyChannelHasTextsAndNothingElseHas() throws IOException {
        assertThat(ChannelModels.keysWithTexts(ChannelModels.texts()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Channel.values()).map(Channel::processKey).toList());
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamilyIsDrawn(Family family) {
        assertThat(ChannelModels.drawing(family)).exists();
    }

    @Test
    void aTextThatLacksOrHasNoPlaceIsRefused() throws IOException {
        var texts = new TreeMap<>(ChannelModels.texts());
        String lacking = Channel.CIMER.processKey() + ".gonderim";
        String text = texts.remove(lacking);
        assertThatThrownBy(() -> ChannelModels.write(Channel.CIMER, texts)).hasMessageContaining(lacking);
        texts.put(lacking, text);
        texts.put(Channel.CIMER.processKey() + ".olmayan", "Yersiz metin");
        assertThatThrownBy(() -> ChannelModels.write(Channel.CIMER, texts)).hasMessageContaining("olmayan");
    }

    @Test
    void whatXmlWouldReadOtherwiseIsEscaped() throws IOException {
        var texts = new TreeMap<>(ChannelModels.texts());
        texts.put(Channel.DIJITAL.processKey() + ".gonderim", "E-posta & \"mesaj\" <yanıt>");

        assertThat(ChannelModels.write(Channel.DIJITAL, texts))
                .contains("name=\"E-posta &amp; &quot;mesaj&quot; &lt;yanıt>\"");
    }

    /** They are no processes of their own. */
    @Test
    void theDrawingsAreNotShipped() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")).replaceAll("<!--.*?-->|\\s+", ""))
                .contains("<directory>bpmn</directory><targetPath>bpmn</targetPath>"
                        + "<excludes><exclude>aile/**</exclude></excludes>");
    }
}
