package tr.muhatap.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.reporting.InformationYear.Origin;
import tr.muhatap.reporting.InformationYear.Row;
import tr.muhatap.reporting.Report.Figure;
import tr.muhatap.reporting.Report.Line;
import tr.muhatap.reporting.Report.Section;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** The annual report of 4982 md. 30 in the form of Genelge 2005/3. */
@Component
public class InformationReport {

    /** From March on the current year is reported: the report for the previous year is due by the end of February. */
    private static final int MARCH = 3;

    /** Rows that the form does not have. */
    private static final List<Row> BENEATH =
            List.of(Row.VAZGECEN, Row.VAZGECMIS_SAYILAN, Row.BIRLESTIRILEN, Row.BEKLEYEN);

    /** List of the applications whose refusal was objected to, in addition to those of each row. */
    private static final String OBJECTED = "ITIRAZ";

    /** List of all applications in row 1. */
    private static final String DECIDED = "KARARA";

    private final ReportReader reader;
    private final Clock clock;

    InformationReport(ReportReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The year to be reported now: until the end of February the previous one. */
    public int usualYear() {
        var today = LocalDate.now(clock);
        return today.getMonthValue() < MARCH ? today.getYear() - 1 : today.getYear();
    }

    /** @param year not in the future */
    public Report of(int year) {
        var today = LocalDate.now(clock);
        var counted = count(year);
        boolean ended = today.getYear() > year;
        return new Report(
                Texts.of("reporting.4982.baslik", String.valueOf(year)),
                String.valueOf(year),
                ended ? null : Texts.of("reporting.4982.taslak", Days.written(today)),
                List.of(form(year, counted), control(year, counted), grounds(counted), objections(counted)));
    }

    /** Numbers of the applications counted in a row; empty if there is no such row. */
    public Optional<Numbers> numbers(int year, String row) {
        var counted = count(year);
        if (OBJECTED.equals(row)) {
            return Optional.of(new Numbers(Texts.of("reporting.4982.satir.7"), counted.objected()));
        }
        if (DECIDED.equals(row)) {
            return Optional.of(new Numbers(
                    Texts.of("reporting.4982.satir.1"),
                    Arrays.stream(Row.values())
                            .filter(Row::isDecided)
                            .flatMap(decided -> counted.numbers(decided).stream())
                            .sorted()
                            .toList()));
        }
        return Arrays.stream(Row.values())
                .filter(known -> known.name().equals(row))
                .findFirst()
                .map(known -> new Numbers(words(known), counted.numbers(known)));
    }

    /** The applications counted in a row. */
    public record Numbers(String title, List<String> numbers) {}

    private InformationYear count(int year) {
        var period = Period.ofYear(year).until(LocalDate.now(clock));
        return new InformationYear(period, reader.rounds(period), reader.objections(period));
    }

    private static Section form(int year, InformationYear counted) {
        return new Section(
                        "form",
                        Texts.of("reporting.4982.form"),
                        Texts.of("reporting.4982.form.tanim"),
                        List.of(Texts.of("reporting.4982.form.satir"), Texts.of("reporting.sayi")),
                        List.of(
                                new Line(numbered(1), List.of(Figure.count(counted.decided(), link(year, DECIDED)))),
                                line(2, year, Row.OLUMLU, counted),
                                line(3, year, Row.KISMEN, counted),
                                line(4, year, Row.RET, counted),
                                line(5, year, Row.AYRILAN, counted),
                                line(6, year, Row.YONLENDIRILEN, counted),
                                new Line(
                                        numbered(7),
                                        List.of(Figure.count(counted.objected().size(), link(year, OBJECTED))))))
                .withNotes(List.of(Texts.of("reporting.4982.dipnot"), Texts.of("reporting.4982.itiraz-notu")));
    }

    private static Line line(int row, int year, Row which, InformationYear counted) {
        return new Line(numbered(row), List.of(figure(year, which, counted)));
    }

    private static Figure figure(int year, Row which, InformationYear counted) {
        return Figure.count(counted.count(which), link(year, which.name()));
    }

    private static String numbered(int row) {
        return row + ". " + Texts.of("reporting.4982.satir." + row);
    }

    private static String link(int year, String row) {
        return "/raporlar/4982/basvurular?yil=" + year + "&satir=" + row;
    }

    private static Section control(int year, InformationYear counted) {
        var lines = new ArrayList<Line>();
        for (var origin : Origin.values()) {
            lines.add(new Line(
                    Texts.of("reporting.4982.kaynak." + origin.name()), List.of(Figure.count(counted.count(origin)))));
        }
        lines.add(new Line(Texts.of("reporting.4982.kaynak.toplam"), List.of(Figure.count(counted.all())), true));
        lines.add(new Line(Texts.of("reporting.4982.karara"), List.of(Figure.count(counted.decided()))));
        lines.add(new Line(words(Row.YONLENDIRILEN), List.of(figure(year, Row.YONLENDIRILEN, counted))));
        BENEATH.forEach(row -> lines.add(new Line(words(row), List.of(figure(year, row, counted)))));
        long sum = counted.decided() + counted.undecided();
        lines.add(new Line(
                Texts.of(sum == counted.all() ? "reporting.4982.tutar" : "reporting.4982.tutmaz"),
                List.of(Figure.count(sum)),
                true));
        return new Section(
                "kontrol",
                Texts.of("reporting.4982.kontrol"),
                Texts.of("reporting.4982.kontrol.tanim"),
                List.of(Texts.of("reporting.4982.kontrol.kalem"), Texts.of("reporting.sayi")),
                lines);
    }

    private static String words(Row row) {
        return switch (row) {
            case OLUMLU -> Texts.of("reporting.4982.satir.2");
            case KISMEN -> Texts.of("reporting.4982.satir.3");
            case RET -> Texts.of("reporting.4982.satir.4");
            case AYRILAN -> Texts.of("reporting.4982.satir.5");
            case YONLENDIRILEN -> Texts.of("reporting.4982.satir.6");
            default -> Texts.of("reporting.4982.alt." + row.name());
        };
    }

    private static Section grounds(InformationYear counted) {
        var rows = List.of(Row.RET, Row.KISMEN, Row.AYRILAN);
        var lines = new ArrayList<Line>();
        for (var ground : RefusalGround.values()) {
            var figures = rows.stream()
                    .map(row -> Figure.count(counted.onGround(row, ground)))
                    .toList();
            if (rows.stream().anyMatch(row -> counted.onGround(row, ground) > 0)) {
                lines.add(new Line(ground.label(), figures));
            }
        }
        lines.add(new Line(
                Texts.of("reporting.4982.sekil"),
                List.of(Figure.count(counted.formFaults()), Figure.text(null), Figure.text(null))));
        return new Section(
                "dayanak",
                Texts.of("reporting.4982.dayanak"),
                Texts.of("reporting.4982.dayanak.tanim"),
                List.of(
                        Texts.of("reporting.4982.dayanak.madde"),
                        Texts.of("reporting.4982.dayanak.ret"),
                        Texts.of("reporting.4982.dayanak.kismen"),
                        Texts.of("reporting.4982.dayanak.ayrilan")),
                lines);
    }

    private static Section objections(InformationYear counted) {
        var lines = new ArrayList<Line>();
        for (var outcome : AppealOutcome.values()) {
            lines.add(new Line(outcome.label(), List.of(Figure.count(counted.objections(outcome)))));
        }
        lines.add(
                new Line(Texts.of("reporting.4982.itiraz.bekleyen"), List.of(Figure.count(counted.objections(null)))));
        return new Section(
                "itiraz",
                Texts.of("reporting.4982.itiraz"),
                Texts.of("reporting.4982.itiraz.tanim"),
                List.of(Texts.of("reporting.4982.itiraz.sonuc"), Texts.of("reporting.sayi")),
                lines);
    }
}
