package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide covers every staff page, and has all its pictures. */
class GuidePagesTest {

    private static final Pattern PICTURE = Pattern.compile("src=\"(/img/kilavuz/[^\"]+)\"");

    @Test
    void everyPageOfTheStaffsIsInTheGuide() {
        var guides = Arrays.stream(GuidePages.Guide.values())
                .map(GuidePagesTest::text)
                .collect(Collectors.joining());

        assertThat(Ways.STAFF.stream()
                        .map(Ways.Card::address)
                        .filter(address -> !address.equals("/kilavuz") && !address.startsWith("/demo/")))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(guides).contains("href=\"" + address + "\""));
    }

    @Test
    void everyPictureIsThere() {
        for (var guide : GuidePages.Guide.values()) {
            assertThat(pictures(guide))
                    .as(guide.address())
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(Path.of("src/main/resources/static" + picture))
                            .exists());
        }
    }

    private static List<String> pictures(GuidePages.Guide guide) {
        return PICTURE.matcher(text(guide))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String text(GuidePages.Guide guide) {
        try {
            return Files.readString(Path.of("src/main/resources/templates/kilavuz", guide.address() + ".html"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
