package tr.muhatap.intake.aktarim;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;

/** Writes the refused rows of a list in its original format, with an additional column for the reason. */
final class RefusedRows {

    /** Name of that column, which is ignored when the list is submitted again. */
    static final String COLUMN = Texts.of("intake.aktarim.ret-nedeni");

    private static final int PAGE = 500;
    private static final int LONGEST_CELL = 32_767;

    private RefusedRows() {}

    /** Supplies the refused rows after a line, in their order. */
    interface Pages {
        List<ImportStore.Noted> behind(int line, int most);
    }

    private interface Lines {
        void write(List<String> cells) throws IOException;
    }

    static void write(ListFormat format, Pages pages, OutputStream out) throws IOException {
        if (format.type() == ListFormat.Type.XLSX) {
            xlsx(format, pages, out);
        } else {
            csv(format, pages, out);
        }
    }

    private static void csv(ListFormat format, Pages pages, OutputStream out) throws IOException {
        var charset = charset(format.charset());
        var encoder = charset.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        var writer = new BufferedWriter(new OutputStreamWriter(out, encoder));
        if (format.mark() || charset.name().startsWith("UTF-16")) {
            writer.write('\uFEFF');
        }
        var delimiter = Objects.requireNonNullElse(format.delimiter(), ';');
        var printer = new CSVPrinter(writer, CsvList.format(delimiter));
        each(format, pages, printer::printRecord);
        printer.flush();
    }

    /** ISO-8859-9 lacks the quotation marks of our messages; windows-1254 is a superset with them. */
    private static Charset charset(@Nullable String name) {
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        return Charset.forName(name.equals("ISO-8859-9") ? "windows-1254" : name);
    }

    private static void xlsx(ListFormat format, Pages pages, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Muhatap", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName(format.sheet()));
            var row = new int[] {0};
            each(format, pages, cells -> {
                for (int at = 0; at < cells.size(); at++) {
                    String cell = cells.get(at);
                    sheet.value(row[0], at, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
                }
                row[0]++;
                if (row[0] % PAGE == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private static String sheetName(@Nullable String name) {
        return name == null || name.isBlank() ? COLUMN : name;
    }

    private static void each(ListFormat format, Pages pages, Lines lines) throws IOException {
        int columns = format.headers().indexOf(COLUMN) >= 0
                ? format.headers().indexOf(COLUMN)
                : format.headers().size();
        lines.write(line(format.headers(), columns, COLUMN));
        int line = 0;
        List<ImportStore.Noted> page;
        do {
            page = pages.behind(line, PAGE);
            for (var row : page) {
                line = row.line();
                String why = row.detail().errors().stream()
                        .map(RowTranslator::labelled)
                        .collect(Collectors.joining(" "));
                lines.write(line(row.detail().cells(), columns, why));
            }
        } while (page.size() == PAGE);
    }

    private static List<String> line(List<String> cells, int columns, String last) {
        var line = new ArrayList<String>(columns + 1);
        for (int column = 0; column < columns; column++) {
            line.add(column < cells.size() ? SpreadsheetText.safe(cells.get(column)) : "");
        }
        line.add(SpreadsheetText.safe(last));
        return line;
    }
}
