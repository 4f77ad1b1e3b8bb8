package tr.muhatap.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV resource of the program whose header has to be exactly as expected. Every fault is an
 * {@link IllegalStateException} that names the resource: without its lists the program must not start.
 *
 * @param title what it contains, for messages
 * @param resource absolute path on the class path
 */
public record ShippedCsv(String title, String resource, List<String> columns) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    public ShippedCsv {
        columns = List.copyOf(columns);
    }

    /** Opens the resource as UTF-8. */
    public Reader open() {
        var source = ShippedCsv.class.getResourceAsStream(resource);
        if (source == null) {
            throw broken("the file is missing", null);
        }
        return new InputStreamReader(source, StandardCharsets.UTF_8);
    }

    /** Passes each row to a consumer, and closes the source. */
    public void forEach(Reader source, Consumer<CSVRecord> row) {
        try (source;
                var records = FORMAT.parse(source)) {
            if (!records.getHeaderNames().equals(columns)) {
                throw broken("columns are %s, expected %s".formatted(records.getHeaderNames(), columns), null);
            }
            for (var record : records) {
                if (!record.isConsistent() || record.stream().anyMatch(String::isBlank)) {
                    throw broken("line %d needs a value in each of %s".formatted(line(record), columns), null);
                }
                row.accept(record);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /** The failure of an invalid list. */
    public IllegalStateException broken(String why, @Nullable Throwable cause) {
        return new IllegalStateException("The %s (%s) is broken: %s".formatted(title, resource, why), cause);
    }

    /** Line of a record in the file. */
    public static long line(CSVRecord row) {
        return row.getRecordNumber() + 1;
    }
}
