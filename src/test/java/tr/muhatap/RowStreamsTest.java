package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A stream of rows holds its connection until it is closed. One that is forgotten takes a connection from the pool for
 * good, and after a few nobody gets one.
 */
class RowStreamsTest {

    private static final Pattern STREAM =
            Pattern.compile("\\.query\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\s*\\.stream\\(\\)");

    @Test
    void everyStreamOfRowsIsClosed() throws IOException {
        var left = new ArrayList<String>();
        int closed = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (var found : STREAM.matcher(source).results().toList()) {
                    int statement =
                            Math.max(source.lastIndexOf(";", found.start()), source.lastIndexOf("{", found.start()));
                    if (source.substring(statement + 1, found.start()).contains("try (")) {
                        closed++;
                    } else {
                        left.add(file + " "
                                + source.substring(statement + 1, found.start()).strip());
                    }
                }
            }
        }
        assertThat(closed).isPositive();
        assertThat(left).isEmpty();
    }
}
