package tr.muhatap.reporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import tr.muhatap.letter.PdfTemplates;
import tr.muhatap.reporting.Report.Figure;
import tr.muhatap.reporting.Report.Line;
import tr.muhatap.reporting.Report.Section;
import tr.muhatap.text.Days;
import tr.muhatap.text.SpreadsheetText;

/** Exports a report to files, with the same tables and explanations as its page. */
@Component
public class ReportFiles {

    /** Maximum length of a sheet's name. */
    private static final int LONGEST_NAME = 31;

    private static final CSVFormat CSV =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private final PdfTemplates pdf;
    private final Clock clock;
    private final String institution;

    ReportFiles(PdfTemplates pdf, Clock clock, @Value("${muhatap.letter.institution:}") String institution) {
        this.pdf = pdf;
        this.clock = clock;
        this.institution = institution;
    }

    /** PDF on A4, with embedded fonts. */
    public byte[] pdf(Report report) {
        var context = new Context(Locale.forLanguageTag("tr"));
        context.setVariable("rapor", report);
        context.setVariable("kurum", institution);
        context.setVariable("gun", Days.written(LocalDate.now(clock)));
        context.setVariable(
                "yatay",
                report.sections().stream().anyMatch(section -> section.heads().size() > 6));
        return pdf.render("rapor/rapor", context);
    }

    /** All tables in sequence, with semicolons and a UTF-8 byte order mark, as spreadsheets in Turkish expect. */
    public void csv(Report report, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSV);
        printer.printRecord(SpreadsheetText.safe(report.title()), SpreadsheetText.safe(report.period()));
        if (report.draft() != null) {
            printer.printRecord(SpreadsheetText.safe(report.draft()));
        }
        for (var section : report.sections()) {
            printer.println();
            printer.printRecord(SpreadsheetText.safe(section.title()), SpreadsheetText.safe(section.definition()));
            printer.printRecord(
                    section.heads().stream().map(SpreadsheetText::safe).toList());
            for (var line : section.lines()) {
                printer.printRecord(cells(line));
            }
            for (var note : section.notes()) {
                printer.printRecord(SpreadsheetText.safe(note));
            }
        }
        printer.flush();
    }

    private static List<String> cells(Line line) {
        return Stream.concat(
                        Stream.of(SpreadsheetText.safe(line.name())),
                        line.figures().stream().map(ReportFiles::plain))
                .toList();
    }

    /** Without grouping separators, which a program would take for decimal points. */
    private static String plain(Figure figure) {
        return figure.number() == null
                ? SpreadsheetText.safe(figure.text())
                : figure.number().toString().replace('.', ',');
    }

    /** One sheet per table; numbers are numeric cells. */
    public void xlsx(Report report, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Muhatap", "1.0")) {
            var names = new ArrayList<String>();
            for (var section : report.sections()) {
                write(workbook, names, report, section);
            }
        }
    }

    private static void write(Workbook workbook, List<String> names, Report report, Section section) {
        String name = sheetName(section.title(), names);
        names.add(name);
        var sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, SpreadsheetText.safe(report.title() + ", " + report.period()));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, SpreadsheetText.safe(section.definition()));
        int row = 3;
        for (int at = 0; at < section.heads().size(); at++) {
            sheet.value(row, at, SpreadsheetText.safe(section.heads().get(at)));
            sheet.style(row, at).bold().set();
        }
        for (var line : section.lines()) {
            row++;
            sheet.value(row, 0, SpreadsheetText.safe(line.name()));
            for (int at = 0; at < line.figures().size(); at++) {
                var figure = line.figures().get(at);
                if (figure.number() == null) {
                    sheet.value(row, at + 1, SpreadsheetText.safe(figure.text()));
                } else {
                    sheet.value(row, at + 1, figure.number());
                }
            }
        }
        for (var note : section.notes()) {
            row++;
            sheet.value(row + 1, 0, SpreadsheetText.safe(note));
        }
    }

    private static String sheetName(String title, List<String> taken) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return taken.contains(name)
                ? name.substring(0, Math.min(name.length(), LONGEST_NAME - 3)) + " " + taken.size()
                : name;
    }
}
