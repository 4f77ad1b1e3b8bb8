package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All pages use the same error summary, which has the focus and links to the fields. */
class ErrorSummaryTest {

    private static final String SUMMARY = ":: sorunlar(";

    /** Fragments with the summary themselves, and pages that list a result per task. */
    private static final List<String> NO_FORMS_OF_THEIR_OWN = List.of(
            "ust.html",
            "gorev.html",
            "sorular-parca.html",
            "kural-parcalar.html",
            "kural-fark.html",
            "sorular-parca.html",
            "toplu-sonuc.html",
            "posta.html",
            "teslim.html",
            "aydinlatma.html");

    private static final Pattern FIELD_AT_FAULT = Pattern.compile("class=\"hata\"|class=\"uyari\"|aria-invalid");

    private static final Pattern INDEX_BY_VARIABLE = Pattern.compile("\\w\\[[a-zA-Z]\\w*]");

    private static final Pattern ALERT = Pattern.compile("role=\"alert\"");

    @Test
    void everyPageThatCanBeWrongHasIt() throws IOException {
        assertThat(pages().filter(page -> FIELD_AT_FAULT.matcher(text(page)).find()))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(text(page)).contains(SUMMARY));
    }

    /**
     * A second alert would be read over the first; the part of the intake desk that is looked up is none of the page's
     * errors.
     */
    @Test
    void nothingElseIsAnAlert() throws IOException {
        assertThat(pages().filter(page -> !page.endsWith("kabul.html"))
                        .filter(page -> ALERT.matcher(text(page)).find()))
                .isEmpty();
    }

    /** {@code errors[field]} reads the entry that is called "field": what a variable names is read by {@code get}. */
    @Test
    void noFieldIsLookedUpByTheNameOfAVariable() throws IOException {
        try (var all = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(all.filter(page -> page.toString().endsWith(".html"))
                            .flatMap(page ->
                                    INDEX_BY_VARIABLE.matcher(text(page)).results())
                            .map(MatchResult::group))
                    .isEmpty();
        }
    }

    private static Stream<Path> pages() throws IOException {
        return Stream.concat(
                        Files.list(Path.of("src/main/resources/templates/portal")),
                        Files.list(Path.of("src/main/resources/templates/access")))
                .filter(page ->
                        !NO_FORMS_OF_THEIR_OWN.contains(page.getFileName().toString()));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
