package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Turkish of pages, forms, scripts and guide: no suffix on a label. */
class VisibleWordsTest {

    private static final List<Path> PAGES = List.of(
            Path.of("src/main/resources/templates/portal"),
            Path.of("src/main/resources/templates/access"),
            Path.of("src/main/resources/templates/kilavuz"),
            Path.of("src/main/resources/static/js"),
            Path.of("src/main/resources/META-INF/resources/webjars/camunda"),
            Path.of("forms"));
    private static final List<Path> ALL = Stream.concat(
                    PAGES.stream(),
                    Stream.of(Path.of("src/main/resources/templates"), Path.of("src/main/java"), Path.of("bpmn")))
            .toList();

    /** A label's quotation mark or bold type, at once followed by a suffix, with an apostrophe or without. */
    private static final Pattern SUFFIX_ON_A_LABEL =
            Pattern.compile("[“\\p{L}\\d.:)]+(?:”|</(?:b|strong|em|a|span|kbd)>|\\\\\"|\\}\\})['’]?\\p{Ll}+");

    @Test
    void noSuffixIsGluedToALabel() {
        assertThat(lines(ALL)
                        .filter(line -> SUFFIX_ON_A_LABEL.matcher(line.text()).find()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Kaydet”e basın",
                "<b>Kaydet</b>e basın",
                "<b>Kaydet</b>’e basın",
                "“Toplu işlem”i açın",
                "<strong>Tür</strong>ü seçin",
                "<a href=\"/dosya\">Dosya</a>yı açın"
            })
    void theRuleFindsThem(String glued) {
        assertThat(SUFFIX_ON_A_LABEL.matcher(glued).find()).isTrue();
    }

    private record Line(Path file, int number, String text) {}

    private static Stream<Line> lines(List<Path> folders) {
        return folders.stream().flatMap(VisibleWordsTest::files).distinct().flatMap(VisibleWordsTest::linesOf);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(?:html|js|json|txt|java|bpmn|dmn)"))
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Line> linesOf(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return Stream.iterate(0, n -> n < lines.size(), n -> n + 1).map(n -> new Line(file, n + 1, lines.get(n)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
