package tr.muhatap.liste;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.dosya.ApplicationList.Place;
import tr.muhatap.liste.ListReader.Reading;
import tr.muhatap.text.SpreadsheetText;
import tr.muhatap.text.Texts;

/**
 * Exports a list page by page, so that it is never held in memory as a whole. An export is one entry in the log of
 * lists.
 */
@Component
public class ListExport {

    private static final int PAGE_SIZE = 500;

    private static final CSVFormat CSV =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private final ApplicationList list;
    private final ListLog log;

    ListExport(ApplicationList list, ListLog log) {
        this.list = list;
        this.log = log;
    }

    /** Receives each row. */
    private interface Lines {
        void write(Line line) throws IOException;
    }

    /** Semicolons and a UTF-8 byte order mark, as spreadsheets in Turkish expect. */
    public void csv(Reading reading, Map<String, String> criteria, List<ExportColumn> columns, OutputStream out)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSV);
        printer.printRecord(columns.stream().map(ExportColumn::label).toList());
        each(
                reading,
                criteria,
                "basvurular.csv",
                line -> printer.printRecord(columns.stream()
                        .map(column -> SpreadsheetText.safe(column.of(line)))
                        .toList()));
        printer.flush();
    }

    /** All cells are text. */
    public void xlsx(Reading reading, Map<String, String> criteria, List<ExportColumn> columns, OutputStream out)
            throws IOException {
        try (var workbook = new Workbook(out, "Muhatap", "1.0")) {
            var sheet = workbook.newWorksheet(Texts.of("liste.list-export.basvurular"));
            for (int at = 0; at < columns.size(); at++) {
                sheet.value(0, at, columns.get(at).label());
                sheet.style(0, at).bold().set();
            }
            sheet.freezePane(0, 1);
            var row = new int[] {0};
            each(reading, criteria, "basvurular.xlsx", line -> {
                row[0]++;
                for (int at = 0; at < columns.size(); at++) {
                    sheet.value(row[0], at, SpreadsheetText.safe(columns.get(at).of(line)));
                }
                if (row[0] % PAGE_SIZE == 0) {
                    sheet.flush();
                }
            });
        }
    }

    /** Each page is logged before it is written, so that a node that fails midway leaves no unlogged access. */
    private void each(Reading reading, Map<String, String> criteria, String file, Lines lines) throws IOException {
        var logged = new LinkedHashSet<String>();
        pages(reading, line -> logged.add(line.number()));
        log.viewed(file, criteria, List.copyOf(logged));
        pages(reading, line -> {
            if (logged.contains(line.number())) {
                lines.write(line);
            }
        });
    }

    private void pages(Reading reading, Lines lines) throws IOException {
        int read = 0;
        Place place = null;
        do {
            var page = list.page(reading.query(), reading.sortedBy(), reading.ascending(), place, PAGE_SIZE);
            for (var line : page.lines()) {
                lines.write(line);
            }
            read += page.lines().size();
            place = page.next();
        } while (place != null && read < ApplicationList.COUNTED);
    }
}
