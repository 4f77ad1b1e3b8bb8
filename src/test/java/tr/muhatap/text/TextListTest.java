package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tr.muhatap.text.VisibleTexts.Reader;
import tr.muhatap.text.VisibleTexts.VisibleText;

/**
 * Prints the editor's list: every Turkish text, by who reads it, with its place and key ({@code mvn -Pmetinler test}).
 */
class TextListTest {

    private static final Path LIST = Path.of("target/metinler.txt");

    /** What a build writes from other files, and what stands in the list once already. */
    private static final Predicate<VisibleText> WRITTEN =
            text -> text.file().toString().matches("bpmn/[^/]*\\.bpmn")
                    && !text.file().toString().matches("bpmn/(?:muracaat|gecikme-yukseltme)\\.bpmn");

    @Test
    void theListHoldsEachTextWithItsPlaceOnceAReader() throws IOException {
        var list = new StringBuilder(
                "Programın metinleri\n"
                        + "Her satırda metnin bulunduğu satır, varsa anahtarı ve metin yazar. Doldurulan yerler “…” ile gösterilir.\n");
        List<VisibleText> texts = VisibleTexts.all().stream()
                .filter(VisibleTexts::isTurkish)
                .filter(WRITTEN.negate())
                .toList();
        for (Reader reader : Reader.values()) {
            list.append("\n\n")
                    .append(reader.label())
                    .append("\n")
                    .append("=".repeat(reader.label().length()));
            Path file = null;
            for (VisibleText text : texts) {
                if (text.reader() != reader) {
                    continue;
                }
                if (!text.file().equals(file)) {
                    file = text.file();
                    list.append("\n\n").append(file).append("\n");
                }
                list.append("%5d  ".formatted(text.line()))
                        .append(text.key().isEmpty() ? "" : text.key() + ": ")
                        .append(text.words())
                        .append("\n");
            }
        }
        Files.createDirectories(LIST.getParent());
        Files.writeString(LIST, list);

        assertThat(Files.readString(LIST))
                .contains("Başvuru sahipleri\n=", "Görevliler\n=", "src/main/resources/templates/mesaj/kayit.txt\n")
                .contains("Bilgilerinize sunulur.", "cimer.surec: CİMER başvurusu", "Yolda çukur")
                .doesNotContain("select ", "LOG.");
        assertThat(texts).hasSizeGreaterThan(3_000);
    }
}
