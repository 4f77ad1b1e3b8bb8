package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of the decision records lists all of them by title. */
class DecisionsTest {

    private static final Path FOLDER = Path.of("src", "docs", "adr");

    @Test
    void theIndexNamesEveryDecisionByItsTitle() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var rows = files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .map(DecisionsTest::row)
                    .collect(Collectors.toList());

            assertThat(Files.readAllLines(FOLDER.resolve("README.md")).stream().filter(line -> line.startsWith("- [")))
                    .containsExactlyElementsOf(rows);
        }
    }

    private static String row(Path decision) {
        try {
            String title = Files.readAllLines(decision).get(0);
            return "- [" + title.substring("# ".length()) + "](" + decision.getFileName() + ")";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
