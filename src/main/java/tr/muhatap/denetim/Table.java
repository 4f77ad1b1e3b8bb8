package tr.muhatap.denetim;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tr.muhatap.text.SpreadsheetText;

/**
 * A list for display and export.
 *
 * @param rows the first cell of each is an application's number; empty if it concerns none
 */
record Table(String title, List<String> heads, List<List<String>> rows) {

    private static final CSVFormat CSV =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    /** Semicolons and a UTF-8 byte order mark, as spreadsheets in Turkish expect; formulas are escaped. */
    byte[] csv() {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var printer = new CSVPrinter(text, CSV)) {
            printer.printRecord(heads);
            for (var row : rows) {
                printer.printRecord(row.stream().map(SpreadsheetText::safe).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
