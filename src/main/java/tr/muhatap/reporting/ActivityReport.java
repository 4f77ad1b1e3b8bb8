package tr.muhatap.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.PassedOnBy;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.reporting.BarPicture.Bar;
import tr.muhatap.reporting.ListLink.Path;
import tr.muhatap.reporting.Report.Figure;
import tr.muhatap.reporting.Report.Line;
import tr.muhatap.reporting.Report.Section;
import tr.muhatap.text.Texts;

/**
 * The faaliyet raporu: applications received in a period by their current state, for all channels or one. Each counts
 * once, with its latest round.
 */
@Component
public class ActivityReport {

    private static final int FIRST_TOPICS = 20;
    private static final int NINETY = 90;
    private static final int HALF = 50;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("LLLL yyyy", Locale.forLanguageTag("tr"));

    private final ReportReader reader;
    private final Organization organization;
    private final Clock clock;

    ActivityReport(ReportReader reader, Organization organization, Clock clock) {
        this.reader = reader;
        this.organization = organization;
        this.clock = clock;
    }

    /** The current year until today. */
    public Period usualPeriod() {
        var today = LocalDate.now(clock);
        return new Period(today.withDayOfYear(1), today);
    }

    /** @param channel null: all channels */
    public Report of(Period period, @Nullable Channel channel) {
        var cells = reader.cells(period, channel);
        var durations = reader.durations(period, channel);
        var list = ListLink.of(period).with("kanal", channel == null ? null : channel.name());
        var sections = new ArrayList<Section>();
        sections.add(summary(period, channel, cells, durations, list));
        sections.add(months(cells, period, channel));
        if (channel == null) {
            sections.add(channels(cells, durations, list));
        }
        sections.add(outcomes(
                "birim",
                cells,
                Cell::unit,
                this::unitName,
                unit -> list.with("birim", unit),
                list,
                Comparator.comparing(this::unitName)));
        sections.addAll(topics(cells, list));
        sections.add(outcomes(
                "tur",
                cells,
                cell -> cell.kind().name(),
                kind -> kind == null
                        ? ""
                        : tr.muhatap.basvuru.Kind.valueOf(kind).label(),
                kind -> list.with("tur", kind),
                list,
                Comparator.naturalOrder()));
        sections.add(bodies(reader.forwardedTo(period, channel), list));
        sections.add(passedOn(reader.passedOn(period, channel)));
        sections.add(escalations(reader.steps(period, channel), list));
        sections.add(ratings(reader.ratings(period, channel)));
        return new Report(
                channel == null
                        ? Texts.of("reporting.faaliyet.baslik")
                        : Texts.of("reporting.kanal.baslik", channel.label()),
                period.written(),
                null,
                sections);
    }

    private Section summary(
            Period period,
            @Nullable Channel channel,
            Collection<Cell> cells,
            Map<Channel, Durations> durations,
            ListLink list) {
        var all = Standing.of(cells);
        var days = together(durations.values());
        var steps = reader.steps(period, channel);
        var lines = new ArrayList<Line>(List.of(
                measure("gelen", Figure.count(all.all(), list.address())),
                measure(
                        "yerinde",
                        Figure.count(steps.onTheSpot(), list.path(Path.YERINDE).address())),
                measure("kapanan", Figure.count(all.closed(), list.closed().address())),
                measure("acik", Figure.count(all.open(), list.open().address())),
                measure(
                        "suresinde",
                        Figure.count(all.closedInTime(), list.closedInTime().address())),
                measure(
                        "gec-kapanan",
                        Figure.count(all.closedLate(), list.closedLate().address())),
                measure("gec-acik", Figure.count(all.openLate(), list.openLate().address())),
                measure("zamaninda", Figure.percent(all.onTime())),
                measure("ortalama", Figure.days(days.average())),
                measure("ortanca", Figure.days(days.percentile(HALF))),
                measure("doksan", Figure.days(days.percentile(NINETY))),
                measure(
                        "uzatilan",
                        Figure.count(steps.extended(), list.path(Path.UZATILAN).address())),
                measure(
                        "yeniden",
                        Figure.count(
                                steps.reopened(), list.path(Path.YENIDEN_ACILAN).address()))));
        if (channel == null) {
            var recourse = reader.recourse(period);
            for (var place : MuracaatPlace.values()) {
                lines.add(new Line(
                        Texts.of("reporting.ozet.muracaat", place.label()),
                        List.of(Figure.count(recourse.getOrDefault(place, 0L)))));
            }
            var objections = reader.objections(period);
            lines.add(measure("itiraz", Figure.count(objections.size())));
            for (var outcome : AppealOutcome.values()) {
                lines.add(new Line(
                        Texts.of("reporting.ozet.itiraz-sonucu", outcome.label()),
                        List.of(Figure.count(objections.stream()
                                .filter(one -> one.outcome() == outcome)
                                .count()))));
            }
        }
        return new Section(
                "ozet",
                Texts.of("reporting.ozet"),
                Texts.of("reporting.ozet.tanim"),
                List.of(Texts.of("reporting.ozet.olcu"), Texts.of("reporting.deger")),
                lines);
    }

    private static Line measure(String name, Figure figure) {
        return new Line(Texts.of("reporting.ozet." + name), List.of(figure));
    }

    private static Section months(Collection<Cell> cells, Period period, @Nullable Channel only) {
        var channels = Arrays.stream(Channel.values())
                .filter(channel -> only == null || channel.equals(only))
                .toList();
        var byMonth = new TreeMap<YearMonth, Map<Channel, Standing>>();
        for (var month = YearMonth.from(period.from());
                !month.isAfter(YearMonth.from(period.until()));
                month = month.plusMonths(1)) {
            var at = month;
            byMonth.put(
                    month,
                    Standing.by(
                            Cell::channel,
                            cells.stream()
                                    .filter(cell -> cell.month().equals(at))
                                    .toList()));
        }
        var lines = new ArrayList<Line>();
        var bars = new ArrayList<Bar>();
        byMonth.forEach((month, standings) -> {
            var days = within(month, period);
            var figures = new ArrayList<Figure>();
            long sum = 0;
            for (var channel : channels) {
                long count = standings.getOrDefault(channel, Standing.NONE).all();
                sum += count;
                figures.add(Figure.count(
                        count, ListLink.of(days).with("kanal", channel.name()).address()));
            }
            if (only == null) {
                figures.add(Figure.count(sum, ListLink.of(days).address()));
            }
            lines.add(new Line(MONTH.format(month), figures));
            bars.add(new Bar(MONTH.format(month), sum, 0, Figure.count(sum).text()));
        });
        var heads = new ArrayList<String>();
        heads.add(Texts.of("reporting.ay"));
        channels.forEach(channel -> heads.add(channel.label()));
        if (only == null) {
            heads.add(Texts.of("reporting.toplam"));
            lines.add(new Line(
                    Texts.of("reporting.toplam"),
                    java.util.stream.Stream.concat(
                                    channels.stream()
                                            .map(channel -> Figure.count(
                                                    Standing.by(Cell::channel, cells)
                                                            .getOrDefault(channel, Standing.NONE)
                                                            .all(),
                                                    ListLink.of(period)
                                                            .with("kanal", channel.name())
                                                            .address())),
                                    java.util.stream.Stream.of(Figure.count(
                                            Standing.of(cells).all(),
                                            ListLink.of(period).address())))
                            .toList(),
                    true));
        }
        return new Section("ay", Texts.of("reporting.kanal-ay"), Texts.of("reporting.kanal-ay.tanim"), heads, lines)
                .withPicture(BarPicture.of("ay", Texts.of("reporting.kanal-ay.resim"), bars, null));
    }

    private static Period within(YearMonth month, Period period) {
        var whole = Period.of(month);
        return new Period(
                whole.from().isBefore(period.from()) ? period.from() : whole.from(),
                whole.until().isAfter(period.until()) ? period.until() : whole.until());
    }

    private static Section channels(Collection<Cell> cells, Map<Channel, Durations> durations, ListLink list) {
        var standings = Standing.by(Cell::channel, cells);
        var lines = new ArrayList<Line>();
        var bars = new ArrayList<Bar>();
        for (var channel : Channel.values()) {
            var standing = standings.getOrDefault(channel, Standing.NONE);
            lines.add(standing(
                    channel.label(),
                    standing,
                    durations.getOrDefault(channel, new Durations()),
                    list.with("kanal", channel.name()),
                    false));
            if (standing.due() > 0) {
                double share = standing.onTime().orElse(0);
                bars.add(new Bar(channel.label(), share, 1 - share, Report.percent(share)));
            }
        }
        lines.add(standing(Texts.of("reporting.toplam"), Standing.of(cells), together(durations.values()), list, true));
        return new Section(
                        "kanal",
                        Texts.of("reporting.sure"),
                        Texts.of("reporting.sure.tanim"),
                        List.of(
                                Texts.of("reporting.kanal"),
                                Texts.of("reporting.ozet.gelen"),
                                Texts.of("reporting.ozet.suresinde"),
                                Texts.of("reporting.ozet.gec-kapanan"),
                                Texts.of("reporting.ozet.gec-acik"),
                                Texts.of("reporting.ozet.zamaninda"),
                                Texts.of("reporting.ozet.ortalama"),
                                Texts.of("reporting.ozet.ortanca"),
                                Texts.of("reporting.ozet.doksan")),
                        lines)
                .withPicture(BarPicture.of("kanal", Texts.of("reporting.sure.resim"), bars, 1.0));
    }

    private static Line standing(String name, Standing standing, Durations days, ListLink list, boolean total) {
        return new Line(
                name,
                List.of(
                        Figure.count(standing.all(), list.address()),
                        Figure.count(
                                standing.closedInTime(), list.closedInTime().address()),
                        Figure.count(standing.closedLate(), list.closedLate().address()),
                        Figure.count(standing.openLate(), list.openLate().address()),
                        Figure.percent(standing.onTime()),
                        Figure.days(days.average()),
                        Figure.days(days.percentile(HALF)),
                        Figure.days(days.percentile(NINETY))),
                total);
    }

    /** A table by outcome; {@code open} is a column as well. */
    private static Section outcomes(
            String id,
            Collection<Cell> cells,
            Function<Cell, @Nullable String> key,
            Function<@Nullable String, String> name,
            Function<String, ListLink> list,
            ListLink all,
            Comparator<String> order) {
        var keys = cells.stream()
                .map(key)
                .filter(Objects::nonNull)
                .map(known -> Objects.requireNonNull(known))
                .distinct()
                .sorted(order)
                .toList();
        var lines = new ArrayList<Line>();
        for (var each : keys) {
            lines.add(outcomes(
                    name.apply(each),
                    cells.stream().filter(cell -> each.equals(key.apply(cell))).toList(),
                    list.apply(each),
                    false));
        }
        var others = cells.stream().filter(cell -> key.apply(cell) == null).toList();
        if (!others.isEmpty()) {
            lines.add(outcomes(name.apply(null), others, all.without(id), false));
        }
        lines.add(outcomes(Texts.of("reporting.toplam"), cells, all, true));
        var heads = new ArrayList<String>();
        heads.add(Texts.of("reporting." + id));
        Arrays.stream(Outcome.values()).forEach(outcome -> heads.add(outcome.label()));
        heads.add(Texts.of("reporting.acik"));
        heads.add(Texts.of("reporting.toplam"));
        return new Section(
                id, Texts.of("reporting." + id + "-sonuc"), Texts.of("reporting." + id + "-sonuc.tanim"), heads, lines);
    }

    private static Line outcomes(String name, Collection<Cell> cells, ListLink list, boolean total) {
        var figures = new ArrayList<Figure>();
        for (var outcome : Outcome.values()) {
            figures.add(Figure.count(
                    sum(cells, cell -> cell.outcome() == outcome),
                    list.with("sonuc", outcome.name()).address()));
        }
        figures.add(Figure.count(
                sum(cells, cell -> cell.outcome() == null), list.open().address()));
        figures.add(Figure.count(sum(cells, cell -> true), list.address()));
        return new Line(name, figures, total);
    }

    private static long sum(Collection<Cell> cells, java.util.function.Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::count).sum();
    }

    private List<Section> topics(Collection<Cell> cells, ListLink list) {
        var standings = Standing.by(Cell::topic, cells);
        var order = standings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<@Nullable String, Standing> each) ->
                                -each.getValue().all())
                        .thenComparing(each -> topicName(each.getKey())))
                .toList();
        var lines = new ArrayList<Line>();
        var bars = new ArrayList<Bar>();
        long all = Standing.of(cells).all();
        for (var each : order) {
            String topic = each.getKey();
            var standing = each.getValue();
            var own = topic == null ? list.without("konu") : list.with("konu", topic);
            lines.add(new Line(
                    topicName(topic),
                    List.of(
                            Figure.count(standing.all(), own.address()),
                            Figure.percent(OptionalDouble.of((double) standing.all() / all)),
                            Figure.count(standing.open(), own.open().address()),
                            Figure.percent(standing.onTime()))));
            bars.add(new Bar(
                    topicName(topic),
                    standing.all(),
                    0,
                    Figure.count(standing.all()).text()));
        }
        var heads = List.of(
                Texts.of("reporting.konu"),
                Texts.of("reporting.ozet.gelen"),
                Texts.of("reporting.pay"),
                Texts.of("reporting.acik"),
                Texts.of("reporting.ozet.zamaninda"));
        int first = Math.min(FIRST_TOPICS, lines.size());
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                        "konu",
                        Texts.of("reporting.konular"),
                        Texts.of("reporting.konular.tanim"),
                        heads,
                        lines.subList(0, first))
                .withPicture(BarPicture.of("konu", Texts.of("reporting.konular.resim"), bars.subList(0, first), null)));
        if (lines.size() > first) {
            sections.add(new Section(
                    "butun-konular",
                    Texts.of("reporting.butun-konular"),
                    Texts.of("reporting.konular.tanim"),
                    heads,
                    lines));
        }
        return sections;
    }

    private static Section bodies(Map<String, Long> bodies, ListLink list) {
        var lines = new ArrayList<Line>();
        bodies.forEach((body, count) -> lines.add(new Line(
                body,
                List.of(Figure.count(
                        count,
                        list.with("sonuc", Outcome.YONLENDIRILDI.name())
                                .with("kurum", body)
                                .address())))));
        return new Section(
                "kurum",
                Texts.of("reporting.kurumlar"),
                Texts.of("reporting.kurumlar.tanim"),
                List.of(Texts.of("reporting.kurum"), Texts.of("reporting.sayi")),
                lines);
    }

    private static Section passedOn(Map<PassedOnBy, Long> counts) {
        var lines = new ArrayList<Line>();
        for (var who : PassedOnBy.values()) {
            lines.add(new Line(who.label(), List.of(Figure.count(counts.getOrDefault(who, 0L)))));
        }
        return new Section(
                "ileten",
                Texts.of("reporting.ileten"),
                Texts.of("reporting.ileten.tanim"),
                List.of(Texts.of("reporting.ileten.kim"), Texts.of("reporting.sayi")),
                lines);
    }

    private static Section ratings(ReportReader.Ratings ratings) {
        var lines = new ArrayList<Line>();
        long points = 0;
        for (int score = 1; score <= ratings.scores().size(); score++) {
            points += score * ratings.scores().get(score - 1);
        }
        boolean any = ratings.all() > 0;
        lines.add(new Line(Texts.of("reporting.memnuniyet.degerlendirilen"), List.of(Figure.count(ratings.all()))));
        lines.add(new Line(
                Texts.of("reporting.memnuniyet.cozulen"),
                List.of(Figure.percent(
                        any ? OptionalDouble.of((double) ratings.solved() / ratings.all()) : OptionalDouble.empty()))));
        lines.add(new Line(
                Texts.of("reporting.memnuniyet.ortalama"),
                List.of(Figure.days(
                        any ? OptionalDouble.of((double) points / ratings.all()) : OptionalDouble.empty()))));
        for (int score = ratings.scores().size(); score >= 1; score--) {
            lines.add(new Line(
                    Texts.of("reporting.memnuniyet.puan", score),
                    List.of(Figure.count(ratings.scores().get(score - 1)))));
        }
        return new Section(
                "memnuniyet",
                Texts.of("reporting.memnuniyet"),
                Texts.of("reporting.memnuniyet.tanim"),
                List.of(Texts.of("reporting.ozet.olcu"), Texts.of("reporting.deger")),
                lines);
    }

    private static Section escalations(ReportReader.Steps steps, ListLink list) {
        return new Section(
                "iletme",
                Texts.of("reporting.iletme"),
                Texts.of("reporting.iletme.tanim"),
                List.of(Texts.of("reporting.ozet.olcu"), Texts.of("reporting.sayi")),
                List.of(
                        new Line(
                                Texts.of("reporting.iletme.birinci"),
                                List.of(Figure.count(
                                        steps.escalated(),
                                        list.path(Path.ILETILEN).address()))),
                        new Line(
                                Texts.of("reporting.iletme.ikinci"),
                                List.of(Figure.count(
                                        steps.secondLevel(),
                                        list.path(Path.SUBE_MUDURUNDE).address()))),
                        new Line(
                                Texts.of("reporting.iletme.devralinan"),
                                List.of(Figure.count(
                                        steps.takenOver(),
                                        list.path(Path.DEVRALINAN).address()))),
                        new Line(
                                Texts.of("reporting.iletme.kapanan"),
                                List.of(Figure.count(
                                        steps.ended(),
                                        list.path(Path.ILETILEN).closed().address())))));
    }

    static Durations together(Collection<Durations> all) {
        var together = new Durations();
        all.forEach(together::add);
        return together;
    }

    private String unitName(@Nullable String unit) {
        return unit == null
                ? Texts.of("reporting.birim.yok")
                : organization.unit(unit).map(Unit::name).orElse(unit);
    }

    private String topicName(@Nullable String topic) {
        return topic == null
                ? Texts.of("reporting.konu.yok")
                : organization.topic(topic).map(Topic::name).orElse(topic);
    }
}
