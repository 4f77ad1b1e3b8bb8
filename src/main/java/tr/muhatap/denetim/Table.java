package tr.muhatap.denetim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;

/**
 * A list for display and export.
 *
 * @param ofApplications whether the first cell of each row is an application's number
 */
record Table(String title, List<String> heads, List<List<String>> rows, boolean ofApplications) {

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

    /** One sheet; no cell is a formula. */
    byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Muhatap", "1.0")) {
            var sheet = workbook.newWorksheet(Texts.of("denetim.sayfa"));
            for (int at = 0; at < heads.size(); at++) {
                sheet.value(0, at, SpreadsheetText.safe(heads.get(at)));
                sheet.style(0, at).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (int at = 0; at < cells.size(); at++) {
                    sheet.value(row + 1, at, SpreadsheetText.safe(cells.get(at)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
