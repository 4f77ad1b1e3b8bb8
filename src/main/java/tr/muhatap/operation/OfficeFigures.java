package tr.muhatap.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;

/**
 * How the office stands, counted now and then in the database and not at every scrape; labels are channels and levels alone.
 * Every node counts the same: take the maximum over nodes, not the sum.
 */
@Component
class OfficeFigures {

    static final List<String> OPEN = Arrays.stream(Status.values())
            .filter(status -> status != Status.KAPANDI)
            .map(Status::name)
            .toList();

    private static final int LEVELS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge late;
    private final MultiGauge escalated;
    private final MultiGauge findings;
    private volatile Whole whole = new Whole(0, null, 0, null, null);
    private volatile @Nullable Instant countedAt;

    /** What has no channel. */
    private record Whole(
            long incidents,
            @Nullable Instant oldestDueJob,
            long waiting,
            @Nullable Instant oldestWaiting,
            @Nullable Instant reconciled) {}

    private record Row(Channel channel, int level, long open, long late) {}

    OfficeFigures(JdbcClient jdbc, Clock clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.open = MultiGauge.builder("muhatap.applications.open")
                .description("Open applications")
                .register(registry);
        this.late = MultiGauge.builder("muhatap.applications.late")
                .description("Open applications whose limit has passed")
                .register(registry);
        this.escalated = MultiGauge.builder("muhatap.applications.escalated")
                .description("Open applications by the level they were brought to")
                .register(registry);
        this.findings = MultiGauge.builder("muhatap.reconciliation.findings")
                .description("Where records and processes differ now, and what of it was mended in the last seven days")
                .register(registry);
        Gauge.builder("muhatap.reconciliation.age", () -> age(whole.reconciled()))
                .baseUnit("seconds")
                .description("How long ago records and processes were compared")
                .register(registry);
        Gauge.builder("muhatap.incidents", () -> whole.incidents())
                .description("Steps that failed for good and wait for somebody")
                .register(registry);
        Gauge.builder("muhatap.jobs.due.age", () -> age(whole.oldestDueJob()))
                .baseUnit("seconds")
                .description("How long the oldest due job of the engine has been waiting")
                .register(registry);
        Gauge.builder("muhatap.outbox.waiting", () -> whole.waiting())
                .description("Messages that are still to be sent")
                .register(registry);
        Gauge.builder("muhatap.outbox.age", () -> age(whole.oldestWaiting()))
                .baseUnit("seconds")
                .description("Age of the oldest message that is still to be sent")
                .register(registry);
        Gauge.builder("muhatap.figures.age", () -> age(countedAt))
                .baseUnit("seconds")
                .description("How long ago these figures were counted")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${muhatap.operation.figures:PT30S}")
    void count() {
        var rows = openByChannel();
        gauge(open, rows, Row::open);
        gauge(late, rows, Row::late);
        gaugeLevels(rows);
        gaugeFindings();
        whole = new Whole(
                number("select count(*) from act_ru_incident"),
                oldestDueJob(),
                number("select count(*) from mesaj where status = 'BEKLIYOR'"),
                instant("select min(created_at) from mesaj where status = 'BEKLIYOR'"),
                instant("select max(ended_at) from karsilastirma"));
        countedAt = clock.instant();
    }

    private List<Row> openByChannel() {
        return jdbc.sql(
                        "select channel, escalation_level, count(*), sum(case when deadline_late_from <= :now then 1 else 0 end) "
                                + "from basvuru where status in (:open) group by channel, escalation_level")
                .param("now", Timestamp.from(clock.instant()))
                .param("open", OPEN)
                .query((row, index) ->
                        new Row(Channel.valueOf(row.getString(1)), row.getInt(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static void gauge(MultiGauge gauge, List<Row> rows, ToLongFunction<Row> value) {
        var sums = new TreeMap<Channel, Long>();
        for (var channel : Channel.values()) {
            sums.put(channel, 0L);
        }
        rows.forEach(row -> sums.merge(row.channel(), value.applyAsLong(row), Long::sum));
        gauge.register(
                sums.entrySet().stream()
                        .<MultiGauge.Row<?>>map(sum -> MultiGauge.Row.of(
                                Tags.of("channel", sum.getKey().name()), sum.getValue()))
                        .toList(),
                true);
    }

    private void gaugeLevels(List<Row> rows) {
        var values = new ArrayList<MultiGauge.Row<?>>();
        for (var channel : Channel.values()) {
            for (int level = 1; level <= LEVELS; level++) {
                int wanted = level;
                long sum = rows.stream()
                        .filter(row -> row.channel() == channel && row.level() == wanted)
                        .mapToLong(Row::open)
                        .sum();
                values.add(MultiGauge.Row.of(Tags.of("channel", channel.name(), "level", String.valueOf(level)), sum));
            }
        }
        escalated.register(values, true);
    }

    private void gaugeFindings() {
        record Count(String kind, boolean mended, long number) {}
        var counts = jdbc.sql("select kind, case when mended_at is null then 0 else 1 end as mended, count(*) "
                        + "from karsilastirma_bulgu group by kind, case when mended_at is null then 0 else 1 end")
                .query((row, index) -> new Count(row.getString(1), row.getInt(2) == 1, row.getLong(3)))
                .list();
        var values = new ArrayList<MultiGauge.Row<?>>();
        for (var kind : FindingKind.values()) {
            for (boolean mended : List.of(false, true)) {
                long number = counts.stream()
                        .filter(count -> count.kind().equals(kind.name()) && count.mended() == mended)
                        .mapToLong(Count::number)
                        .sum();
                values.add(
                        MultiGauge.Row.of(Tags.of("kind", kind.name(), "state", mended ? "mended" : "found"), number));
            }
        }
        findings.register(values, true);
    }

    /** The engine keeps its times without a zone, as the program's own zone has them. */
    private @Nullable Instant oldestDueJob() {
        return jdbc.sql("select min(coalesce(duedate_, create_time_)) from act_ru_job "
                        + "where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> toInstant(row.getTimestamp(1)))
                .list()
                .get(0);
    }

    private @Nullable Instant instant(String sql) {
        return jdbc.sql(sql)
                .query((row, index) -> toInstant(row.getTimestamp(1)))
                .list()
                .get(0);
    }

    private static @Nullable Instant toInstant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
