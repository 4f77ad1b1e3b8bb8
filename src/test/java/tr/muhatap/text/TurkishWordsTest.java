package tr.muhatap.text;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tr.muhatap.text.VisibleTexts.VisibleText;

class TurkishWordsTest {
    @Test
    void dump() throws IOException {
        try (var out = Files.newBufferedWriter(Path.of("target/texts.tsv"))) {
            for (VisibleText t : VisibleTexts.all()) {
                out.write(t.reader() + "\t" + t.file() + ":" + t.line() + "\t" + t.key() + "\t" + t.words() + "\n");
            }
        }
    }
}
