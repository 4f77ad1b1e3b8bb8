package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the law names existing methods and tests, for each of the applicable laws. */
class LawPageTest {

    private static final Path PAGE = Path.of("src/docs/law.md");
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| `(\\w+)#(\\w+)` \\| `(\\w+)#(\\w+)` \\|");

    record Row(String rule, String codeClass, String codeMethod, String testClass, String testMethod) {

        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theNamedMethodAndItsTestExist(Row row) {
        assertThat(source("src/main/java", row.codeClass())).containsPattern("\\b" + row.codeMethod() + "\\(");
        assertThat(source("src/test/java", row.testClass()))
                .containsPattern("@(?:Test|ParameterizedTest|EachChannel)[\\s\\S]*?void " + row.testMethod() + "\\(");
    }

    @Test
    void everyLineOfTheTableIsRead() throws IOException {
        long lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Rule "))
                .count();
        assertThat(rows()).hasSize((int) lines).doesNotHaveDuplicates();
    }

    @Test
    void everyArticleThatTheRulesRestOnHasALine() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(List.of(
                        "4982 md. 4",
                        "4982 md. 6",
                        "md. 7/3",
                        "4982 md. 9",
                        "4982 md. 10",
                        "4982 md. 11",
                        "4982 md. 12",
                        "4982 md. 13",
                        "Yönetmelik md. 9",
                        "Yönetmelik md. 12",
                        "Yönetmelik md. 14",
                        "Yönetmelik md. 22",
                        "3071 md. 4",
                        "3071 md. 5",
                        "3071 md. 7",
                        "2577 md. 7",
                        "2577 md. 8",
                        "2577 md. 10",
                        "Anayasa md. 40/2",
                        "2646 md. 33",
                        "4483 md. 4",
                        "6698 md. 10",
                        "7201",
                        "2429"))
                .allSatisfy(article -> assertThat(page).contains(article));
    }

    private static String source(String root, String className) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            var found = files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no class " + className));
            return Files.readString(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
