package tr.muhatap.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.text.Texts;

/**
 * Published figures: counts and durations of past months, by channel, unit and topic. Kinds are not published, so that
 * no hidden tip can be recognised; small counts are withheld, see {@link SmallCounts}. Cached, since the pages are
 * public.
 */
@Component
public class OpenData {

    private static final int MONTHS = 12;
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** Minimum number of closed applications for durations, and of due ones for shares. */
    private static final int LEAST_FOR_TIMES = 10;

    private static final int HALF = 50;
    private static final double WHOLE = 100;

    /** Dimension of the rows. */
    public enum Dimension {
        KANAL,
        BIRIM,
        KONU;

        /** Label shown to users. */
        public String label() {
            return Texts.of("reporting.acik-veri.boyut." + name());
        }
    }

    /**
     * A row.
     *
     * @param code empty if unknown
     * @param count null: withheld
     * @param medianDays calendar days until the answer; null as {@code count}, or if too few are closed
     * @param onTimePercent null as {@code count}, or if too few are due
     */
    public record Row(
            Dimension dimension,
            String code,
            String name,
            @Nullable Long count,
            @Nullable Integer medianDays,
            @Nullable Integer onTimePercent) {}

    /**
     * A month.
     *
     * @param total null: the month is withheld completely, since its small counts could not be hidden
     */
    public record Month(YearMonth month, @Nullable Long total, List<Row> rows) {}

    /** Share of answers in time of a channel or unit over all published months. */
    public record Share(
            Dimension dimension,
            String code,
            String name,
            @Nullable Integer onTimePercent,
            @Nullable Integer medianDays) {}

    private record Snapshot(Instant at, LocalDate day, List<Month> months, List<Share> shares) {}

    private final ReportReader reader;
    private final FrozenMonths frozen;
    private final Organization organization;
    private final Clock clock;
    private volatile @Nullable Snapshot kept;

    OpenData(ReportReader reader, FrozenMonths frozen, Organization organization, Clock clock) {
        this.reader = reader;
        this.frozen = frozen;
        this.organization = organization;
        this.clock = clock;
    }

    /** The last twelve complete months, newest first. */
    public List<Month> months() {
        return snapshot().months();
    }

    /** Shares over the same months. */
    public List<Share> shares() {
        return snapshot().shares();
    }

    /** The period of all published figures. */
    public Period period() {
        var last = YearMonth.now(clock).minusMonths(1);
        return new Period(last.minusMonths(MONTHS - 1L).atDay(1), last.atEndOfMonth());
    }

    /** Computed once for concurrent requests. */
    private Snapshot snapshot() {
        var found = kept;
        if (found == null || !isFresh(found)) {
            synchronized (this) {
                found = kept;
                if (found == null || !isFresh(found)) {
                    found = count();
                    kept = found;
                }
            }
        }
        return found;
    }

    /** The demonstration's clock can move backwards. */
    private boolean isFresh(Snapshot snapshot) {
        var age = Duration.between(snapshot.at(), clock.instant());
        return !age.isNegative() && age.compareTo(KEPT) < 0 && snapshot.day().equals(LocalDate.now(clock));
    }

    private Snapshot count() {
        var months = new ArrayList<Month>();
        var last = YearMonth.now(clock).minusMonths(1);
        for (int back = 0; back < MONTHS; back++) {
            months.add(month(last.minusMonths(back)));
        }
        return new Snapshot(clock.instant(), LocalDate.now(clock), List.copyOf(months), shares(period()));
    }

    private Month month(YearMonth month) {
        var period = Period.of(month);
        var cells = reader.cells(period, null);
        var counts = frozen.find(month).orElseGet(() -> frozen.freeze(month, count(cells)));
        if (counts.total() == null) {
            return new Month(month, null, List.of());
        }
        var rows = new ArrayList<Row>();
        rows.addAll(rows(
                Dimension.KANAL, counts, cells, cell -> cell.channel().name(), byName(reader.durations(period, null))));
        rows.addAll(rows(Dimension.BIRIM, counts, cells, Cell::unit, reader.durationsByUnit(period)));
        rows.addAll(rows(Dimension.KONU, counts, cells, Cell::topic, reader.durationsByTopic(period)));
        return new Month(month, counts.total(), List.copyOf(rows));
    }

    private FrozenMonths.Frozen count(Collection<Cell> cells) {
        var byTopic = counts(cells, Cell::topic);
        var byChannel = counts(cells, cell -> cell.channel().name());
        var byUnit = counts(cells, Cell::unit);
        var channels = SmallCounts.of(byChannel);
        var inUnits = SmallCounts.inGroups(
                byUnit,
                byTopic,
                topic -> organization.topic(topic).map(Topic::unit).orElse(""));
        if (!channels.total() || !inUnits.total()) {
            return new FrozenMonths.Frozen(null, List.of());
        }
        var counted = new ArrayList<FrozenMonths.Count>();
        counted.addAll(counted(Dimension.KANAL, byChannel, this::channelName, channels.keys()));
        counted.addAll(counted(Dimension.BIRIM, byUnit, this::unitName, inUnits.groups()));
        byTopic.keySet().removeAll(inUnits.leftOut());
        counted.addAll(counted(Dimension.KONU, byTopic, this::topicName, inUnits.members()));
        return new FrozenMonths.Frozen(cells.stream().mapToLong(Cell::count).sum(), counted);
    }

    private static List<FrozenMonths.Count> counted(
            Dimension dimension, Map<String, Long> counts, Function<String, String> name, Set<String> withheld) {
        return counts.entrySet().stream()
                .map(each -> new FrozenMonths.Count(
                        dimension,
                        each.getKey(),
                        name.apply(each.getKey()),
                        withheld.contains(each.getKey()) ? null : each.getValue()))
                .toList();
    }

    /** The counts as they were published, with times and shares as they stand now. */
    private static List<Row> rows(
            Dimension dimension,
            FrozenMonths.Frozen counts,
            Collection<Cell> cells,
            Function<Cell, @Nullable String> key,
            Map<String, Durations> durations) {
        var standings = Standing.by(cell -> code(key.apply(cell)), cells);
        return counts.counts().stream()
                .filter(row -> row.dimension() == dimension)
                .map(row -> {
                    boolean told = row.count() != null;
                    return new Row(
                            dimension,
                            row.code(),
                            row.name(),
                            row.count(),
                            told ? median(durations.get(row.code())) : null,
                            told ? percent(standings.getOrDefault(row.code(), Standing.NONE)) : null);
                })
                .sorted(Comparator.comparing(Row::name))
                .toList();
    }

    private List<Share> shares(Period period) {
        var cells = reader.cells(period, null);
        var shares = new ArrayList<Share>();
        var days = byName(reader.durations(period, null));
        for (var channel : Channel.values()) {
            var own = cells.stream()
                    .filter(cell -> cell.channel().equals(channel))
                    .toList();
            shares.add(new Share(
                    Dimension.KANAL,
                    channel.name(),
                    channel.label(),
                    percent(Standing.of(own)),
                    median(days.get(channel.name()))));
        }
        var ofUnits = reader.durationsByUnit(period);
        for (var unit : organization.units()) {
            var own = cells.stream()
                    .filter(cell -> unit.code().equals(cell.unit()))
                    .toList();
            if (!own.isEmpty()) {
                shares.add(new Share(
                        Dimension.BIRIM,
                        unit.code(),
                        unit.name(),
                        percent(Standing.of(own)),
                        median(ofUnits.get(unit.code()))));
            }
        }
        return List.copyOf(shares);
    }

    private static Map<String, Long> counts(Collection<Cell> cells, Function<Cell, @Nullable String> key) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> code(key.apply(cell)), LinkedHashMap::new, Collectors.summingLong(Cell::count)));
    }

    private static String code(@Nullable String code) {
        return code == null ? "" : code;
    }

    private static Map<String, Durations> byName(Map<Channel, Durations> durations) {
        var byName = new HashMap<String, Durations>();
        durations.forEach((channel, days) -> byName.put(channel.name(), days));
        return byName;
    }

    private static @Nullable Integer median(@Nullable Durations durations) {
        return durations == null || durations.all() < LEAST_FOR_TIMES
                ? null
                : durations.percentile(HALF).orElseThrow();
    }

    /** Whole percents, from which no single count can be derived. */
    private static @Nullable Integer percent(Standing standing) {
        return standing.due() < LEAST_FOR_TIMES
                ? null
                : (int) Math.round(standing.onTime().orElseThrow() * WHOLE);
    }

    private String channelName(String code) {
        return Channel.find(code).map(Channel::label).orElse(code);
    }

    private String unitName(String code) {
        return code.isEmpty()
                ? Texts.of("reporting.birim.yok")
                : organization.unit(code).map(Unit::name).orElse(code);
    }

    private String topicName(String code) {
        return code.isEmpty()
                ? Texts.of("reporting.konu.yok")
                : organization.topic(code).map(Topic::name).orElse(code);
    }
}
