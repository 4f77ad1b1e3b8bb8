package tr.muhatap.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.reporting.BarPicture.Bar;
import tr.muhatap.reporting.Report.Figure;
import tr.muhatap.reporting.Report.Line;
import tr.muhatap.reporting.Report.Section;
import tr.muhatap.reporting.ReportReader.LateOne;
import tr.muhatap.reporting.ReportReader.OpenOnes;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Open applications: overdue on a day, and each unit's workload by age. */
@Component
public class OpenReport {

    /** Maximum number of overdue applications that are listed. */
    private static final int LISTED = 1_000;

    /** Upper bounds of the age columns, in days; older ones are in an additional column. */
    private static final List<Integer> AGES = List.of(5, 10, 15, 30);

    private final ReportReader reader;
    private final Organization organization;
    private final Clock clock;

    OpenReport(ReportReader reader, Organization organization, Clock clock) {
        this.reader = reader;
        this.organization = organization;
        this.clock = clock;
    }

    /** What was late at the end of a day, whatever happened since; for today, what is late now. */
    public Late lateOn(LocalDate day) {
        var late = reader.late(day, LISTED + 1);
        boolean all = late.size() <= LISTED;
        var listed = all ? late : late.subList(0, LISTED);
        var notes = all ? List.<String>of() : List.of(Texts.of("reporting.geciken.cok", String.valueOf(LISTED)));
        return new Late(
                new Report(
                        Texts.of("reporting.geciken.baslik"),
                        Days.written(day),
                        null,
                        List.of(byUnit(listed).withNotes(notes), each(day, listed))),
                listed.stream().map(LateOne::number).toList());
    }

    /** @param numbers of the listed applications */
    public record Late(Report report, List<String> numbers) {}

    private Section byUnit(List<LateOne> late) {
        var counts = new TreeMap<String, Long>();
        late.forEach(one -> counts.merge(unitName(one.unit()), 1L, Long::sum));
        var lines = new ArrayList<Line>();
        var bars = new ArrayList<Bar>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(unit -> {
                    var figure = Figure.count(unit.getValue());
                    lines.add(new Line(unit.getKey(), List.of(figure)));
                    bars.add(new Bar(unit.getKey(), 0, unit.getValue(), figure.text()));
                });
        lines.add(new Line(Texts.of("reporting.toplam"), List.of(Figure.count(late.size())), true));
        return new Section(
                        "birim",
                        Texts.of("reporting.geciken.birim"),
                        Texts.of("reporting.geciken.tanim"),
                        List.of(Texts.of("reporting.birim"), Texts.of("reporting.sayi")),
                        lines)
                .withPicture(BarPicture.of("birim", Texts.of("reporting.geciken.birim"), bars, null));
    }

    private Section each(LocalDate day, List<LateOne> late) {
        return new Section(
                "liste",
                Texts.of("reporting.geciken.liste"),
                Texts.of("reporting.geciken.liste.tanim"),
                List.of(
                        Texts.of("reporting.numara"),
                        Texts.of("reporting.kanal"),
                        Texts.of("reporting.konu"),
                        Texts.of("reporting.birim"),
                        Texts.of("reporting.son-cevap"),
                        Texts.of("reporting.gecen"),
                        Texts.of("reporting.simdi")),
                late.stream()
                        .map(one -> new Line(
                                one.number(),
                                List.of(
                                        Figure.text(one.channel().label()),
                                        Figure.text(topicName(one.topic())),
                                        Figure.text(unitName(one.unit())),
                                        Figure.text(Days.written(one.lastDay())),
                                        Figure.count(ChronoUnit.DAYS.between(one.lastDay(), day)),
                                        Figure.linked(
                                                Texts.of(
                                                        one.stillOpen()
                                                                ? "reporting.simdi.acik"
                                                                : "reporting.simdi.kapali"),
                                                "/dosya/" + one.number()))))
                        .toList());
    }

    /** Each unit's open applications by age. */
    public Report workload() {
        var today = LocalDate.now(clock);
        var byUnit = new LinkedHashMap<@Nullable String, List<OpenOnes>>();
        reader.open()
                .forEach(ones -> byUnit.computeIfAbsent(ones.unit(), unit -> new ArrayList<>())
                        .add(ones));
        var lines = new ArrayList<Line>();
        var bars = new ArrayList<Bar>();
        byUnit.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<@Nullable String, List<OpenOnes>> unit) -> -count(unit.getValue()))
                        .thenComparing(unit -> unitName(unit.getKey())))
                .forEach(unit -> {
                    lines.add(workload(unit.getKey(), unit.getValue(), today, false));
                    long late = late(unit.getValue());
                    long all = count(unit.getValue());
                    bars.add(new Bar(
                            unitName(unit.getKey()),
                            all - late,
                            late,
                            Figure.count(all).text()));
                });
        var together = byUnit.values().stream().flatMap(List::stream).toList();
        lines.add(workload(null, together, today, true));
        var heads = new ArrayList<String>();
        heads.add(Texts.of("reporting.birim"));
        int from = 0;
        for (int until : AGES) {
            heads.add(Texts.of("reporting.yas", String.valueOf(from), String.valueOf(until)));
            from = until + 1;
        }
        heads.add(Texts.of("reporting.yas.fazla", String.valueOf(from)));
        heads.add(Texts.of("reporting.ozet.gec-acik"));
        heads.add(Texts.of("reporting.toplam"));
        return new Report(
                Texts.of("reporting.yuk.baslik"),
                Days.written(today),
                null,
                List.of(new Section("yuk", Texts.of("reporting.yuk"), Texts.of("reporting.yuk.tanim"), heads, lines)
                        .withPicture(BarPicture.of("yuk", Texts.of("reporting.yuk.resim"), bars, null))));
    }

    private Line workload(@Nullable String unit, List<OpenOnes> ones, LocalDate today, boolean total) {
        var none = ListLink.none();
        var list = unit == null && !total ? none.without("birim") : none.with("birim", unit);
        var figures = new ArrayList<Figure>();
        LocalDate until = null;
        for (int age : AGES) {
            var from = today.minusDays(age);
            figures.add(of(ones, from, until, list));
            until = from.minusDays(1);
        }
        figures.add(of(ones, null, until, list));
        figures.add(Figure.count(late(ones), list.openLate().address()));
        figures.add(Figure.count(count(ones), list.open().address()));
        return new Line(total ? Texts.of("reporting.toplam") : unitName(unit), figures, total);
    }

    private static Figure of(List<OpenOnes> ones, @Nullable LocalDate from, @Nullable LocalDate until, ListLink list) {
        long count = ones.stream()
                .filter(one -> from == null || !one.receivedOn().isBefore(from))
                .filter(one -> until == null || !one.receivedOn().isAfter(until))
                .mapToLong(OpenOnes::count)
                .sum();
        return Figure.count(
                count,
                list.open()
                        .with("tarih1", from == null ? null : Days.written(from))
                        .with("tarih2", until == null ? null : Days.written(until))
                        .address());
    }

    private static long count(List<OpenOnes> ones) {
        return ones.stream().mapToLong(OpenOnes::count).sum();
    }

    private static long late(List<OpenOnes> ones) {
        return ones.stream().filter(OpenOnes::late).mapToLong(OpenOnes::count).sum();
    }

    private String unitName(@Nullable String unit) {
        return unit == null
                ? Texts.of("reporting.birim.yok")
                : organization.unit(unit).map(Unit::name).orElse(Objects.requireNonNull(unit));
    }

    private String topicName(@Nullable String topic) {
        return topic == null
                ? Texts.of("reporting.konu.yok")
                : organization.topic(topic).map(Topic::name).orElse(Objects.requireNonNull(topic));
    }
}
