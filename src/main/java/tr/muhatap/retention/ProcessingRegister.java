package tr.muhatap.retention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.text.Texts;

/** The register of processing (6698 md. 16, in the fields of VERBİS): its rows are data, its periods are the program's own. */
@Component
public class ProcessingRegister {

    private static final String FILE = "/privacy/isleme-faaliyetleri.csv";
    private static final int COLUMNS = 7;

    /**
     * One kind of processing.
     *
     * @param ground article and letter of 6698
     * @param persons whose data they are
     * @param period how long the data are kept, in words
     */
    public record Activity(
            String name,
            String purpose,
            String ground,
            String persons,
            String categories,
            String recipients,
            String period) {}

    private final RetentionSettings settings;
    private final List<String[]> rows;

    ProcessingRegister(RetentionSettings settings) {
        this.settings = settings;
        this.rows = read();
    }

    public List<Activity> activities() {
        return rows.stream()
                .map(row -> new Activity(row[0], row[1], row[2], row[3], row[4], row[5], period(row[6])))
                .toList();
    }

    private String period(String code) {
        if (!code.equals("BASVURU")) {
            return Texts.of("retention.sure." + code.toLowerCase(Locale.ROOT));
        }
        var years = Arrays.stream(Kind.values()).mapToInt(settings::yearsOf).summaryStatistics();
        return years.getMin() == years.getMax()
                ? Texts.of("retention.sure.basvuru", years.getMin())
                : Texts.of("retention.sure.basvuru-ture-gore", years.getMin(), years.getMax());
    }

    private static List<String[]> read() {
        try (var in = ProcessingRegister.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("No " + FILE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
            lines.stream().filter(row -> row.length != COLUMNS).findFirst().ifPresent(row -> {
                throw new IllegalStateException(FILE + ": " + String.join(";", row));
            });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
