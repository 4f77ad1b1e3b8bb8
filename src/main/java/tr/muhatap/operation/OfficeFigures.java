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
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.OpenCounts;
import tr.muhatap.engine.JobCounts;
import tr.muhatap.intake.aktarim.ImportCounts;
import tr.muhatap.intake.posta.MailCounts;
import tr.muhatap.notification.OutboxCounts;

/**
 * Metrics of the office, computed periodically from the database and not at every scrape; labels are channels and
 * levels only. All nodes report the same values: aggregate with the maximum over nodes, not the sum.
 */
@Component
class OfficeFigures {

    private static final int LEVELS = 2;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final OpenCounts applications;
    private final JobCounts engine;
    private final OutboxCounts outbox;
    private final MailCounts mails;
    private final ImportCounts imports;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge late;
    private final MultiGauge escalated;
    private final MultiGauge findings;
    private volatile Whole whole = new Whole(0, null, 0, null, null);
    private volatile Mailboxes mailboxes = new Mailboxes(0, null, null, null, 0);
    private volatile Lists lists = new Lists(0, null, null, 0);
    private volatile @Nullable Instant countedAt;

    /** Metrics without a channel. */
    private record Whole(
            long incidents,
            @Nullable Instant oldestDueJob,
            long waiting,
            @Nullable Instant oldestWaiting,
            @Nullable Instant reconciled) {}

    /** Metrics of mailboxes. */
    private record Mailboxes(
            long waiting,
            @Nullable Instant oldestWaiting,
            @Nullable Instant lastMail,
            @Nullable Instant longestUnread,
            long setAside) {}

    /** Metrics of imports. */
    private record Lists(
            long waiting,
            @Nullable Instant oldestWaiting,
            @Nullable Instant last,
            long refused) {}

    OfficeFigures(
            OpenCounts applications,
            JobCounts engine,
            OutboxCounts outbox,
            MailCounts mails,
            ImportCounts imports,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry registry) {
        this.applications = applications;
        this.engine = engine;
        this.outbox = outbox;
        this.mails = mails;
        this.imports = imports;
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
        Gauge.builder("muhatap.mailbox.waiting", () -> mailboxes.waiting())
                .description("E-mails that a clerk has to look at")
                .register(registry);
        Gauge.builder("muhatap.mailbox.waiting.age", () -> age(mailboxes.oldestWaiting()))
                .baseUnit("seconds")
                .description("Age of the oldest e-mail that a clerk has to look at")
                .register(registry);
        Gauge.builder("muhatap.mailbox.mail.age", () -> age(mailboxes.lastMail()))
                .baseUnit("seconds")
                .description("How long ago the last e-mail came")
                .register(registry);
        Gauge.builder("muhatap.mailbox.look.age", () -> age(mailboxes.longestUnread()))
                .baseUnit("seconds")
                .description("How long ago the mailbox was read that was not read for the longest time")
                .register(registry);
        Gauge.builder("muhatap.mailbox.aside", () -> mailboxes.setAside())
                .description("E-mails set aside in the last day, by the program or by people")
                .register(registry);
        Gauge.builder("muhatap.imports.waiting", () -> lists.waiting())
                .description("Lists that are not wholly taken in or compared yet")
                .register(registry);
        Gauge.builder("muhatap.imports.waiting.age", () -> age(lists.oldestWaiting()))
                .baseUnit("seconds")
                .description("Age of the oldest list that is not wholly taken in or compared yet")
                .register(registry);
        Gauge.builder("muhatap.imports.last.age", () -> age(lists.last()))
                .baseUnit("seconds")
                .description("How long ago the last list was handed in")
                .register(registry);
        Gauge.builder("muhatap.imports.refused", () -> lists.refused())
                .description("Refused rows of the lists of the last day")
                .register(registry);
        Gauge.builder("muhatap.figures.age", () -> age(countedAt))
                .baseUnit("seconds")
                .description("How long ago these figures were counted")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${muhatap.operation.figures:PT30S}")
    void count() {
        var rows = applications.byChannel(clock.instant());
        gauge(open, rows, OpenCounts.Count::open);
        gauge(late, rows, OpenCounts.Count::late);
        gaugeLevels(rows);
        gaugeFindings();
        whole = new Whole(
                engine.failedSteps(),
                engine.oldestDueJob(clock.instant()),
                outbox.waiting(),
                outbox.oldestWaiting(),
                instant("select max(ended_at) from karsilastirma"));
        mailboxes = new Mailboxes(
                mails.waiting(),
                mails.oldestWaiting(),
                mails.lastMail(),
                mails.longestUnread(),
                mails.setAside(clock.instant().minus(A_DAY)));
        lists = new Lists(
                imports.waiting(),
                imports.oldestWaiting(),
                imports.last(),
                imports.refused(clock.instant().minus(A_DAY)));
        countedAt = clock.instant();
    }

    private static void gauge(MultiGauge gauge, List<OpenCounts.Count> rows, ToLongFunction<OpenCounts.Count> value) {
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

    private void gaugeLevels(List<OpenCounts.Count> rows) {
        var values = new ArrayList<MultiGauge.Row<?>>();
        for (var channel : Channel.values()) {
            for (int level = 1; level <= LEVELS; level++) {
                int wanted = level;
                long sum = rows.stream()
                        .filter(row -> row.channel() == channel && row.level() == wanted)
                        .mapToLong(OpenCounts.Count::open)
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

    private @Nullable Instant instant(String sql) {
        return jdbc.sql(sql)
                .query((row, index) -> toInstant(row.getTimestamp(1)))
                .list()
                .get(0);
    }

    private static @Nullable Instant toInstant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
