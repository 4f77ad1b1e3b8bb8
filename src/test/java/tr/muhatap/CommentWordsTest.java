package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments use the words of the field; CONTRIBUTING's section "Words" has both columns. */
class CommentWordsTest {

    private static final Pattern NOT = Pattern.compile(
            "(?i)\\b(?:told|tells?|heard|hears?|reckon(?:s|ed|ing|ings)?|anew|ere|beside|teach(?:es)?|taught"
                    + "|(?:his|hers|theirs) to|whose (?:it|they) (?:is|are)|said again|naught|nought|lest"
                    + "|of before|(?:is|are|stays?) (?:still |no longer )?good|(?:is|are|was|were) written down|by mouth"
                    + "|what lacks|people read\\.|(?:null|empty|true|false) where)(?!\\w)");

    private static final Pattern COMMENT = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\""
            + "|'(?:[^'\\\\\\n]|\\\\.)+'|(//[^\\n]*|/\\*(?s:.*?)\\*/)");

    @Test
    void commentsUseTheWordsOfTheField() {
        var found = new ArrayList<String>();
        Stream.of("src/main/java", "src/test/java")
                .flatMap(CommentWordsTest::sources)
                .forEach(file -> {
                    String source = read(file);
                    COMMENT.matcher(source)
                            .results()
                            .filter(match -> match.group(1) != null)
                            .forEach(match -> wrongWords(match.group(1))
                                    .forEach(word -> found.add(file + ": " + word + " in " + match.group(1))));
                });

        assertThat(found).as("say it as CONTRIBUTING's section Words does").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Told when the limit moves",
                "/** Nobody hears of it. */",
                "/** Whose it is, and from when it is reckoned anew. */",
                "/** A task that is his to claim. */",
                "/** Null where there is none. */",
                "/** The word people read. */",
                "/** A code of before, which is good once. */",
                "// Who looks is written down, also where it was asked by mouth"
            })
    void wrongWordsAreFound(String comment) {
        assertThat(wrongWords(comment)).isNotEmpty();
    }

    private static List<String> wrongWords(String comment) {
        return NOT.matcher(comment).results().map(match -> match.group()).toList();
    }

    private static Stream<Path> sources(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("CommentWordsTest.java"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
