package tr.muhatap.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.PassedOnBy;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;

/**
 * Queries for reports: closed rounds from the read table, open ones from the record. Reads no texts and no personal
 * data.
 */
@Component
class ReportReader {

    private static final int MONTHS = 100;

    private static final String OPEN = Arrays.stream(Status.values())
            .filter(status -> status != Status.KAPANDI)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", "b.status in (", ")"));

    private static final String DAY = "cast(b.received_at at time zone 'Europe/Istanbul' as date)";

    private static final String OPEN_OF_PERIOD = OPEN + " and b.received_at >= :start and b.received_at < :end";

    /** Closed applications of a period, each with its latest round. */
    static final String CLOSED_OF_PERIOD = "r.received_on between :from and :until and r.son";

    private static final String CELLS = "select channel, kind, ay, unit, topic, outcome, late, count(*) as found from ("
            + "select r.channel, r.kind, extract(year from r.received_on) * 100 + extract(month from r.received_on) as ay, "
            + "r.unit, r.topic, r.outcome, r.late from rapor_tur r where " + CLOSED_OF_PERIOD
            + " union all select b.channel, b.kind, extract(year from " + DAY + ") * 100 + extract(month from " + DAY
            + ") as ay, b.unit, b.topic, cast(null as varchar(20)) as outcome, b.deadline_late_from <= :now as late "
            + "from basvuru b where " + OPEN_OF_PERIOD
            + ") counted group by channel, kind, ay, unit, topic, outcome, late";

    private static final String STEPS = "select coalesce(sum(case when extended then 1 else 0 end), 0), "
            + "coalesce(sum(case when reopened then 1 else 0 end), 0), "
            + "coalesce(sum(case when escalation_level > 0 then 1 else 0 end), 0), "
            + "coalesce(sum(case when escalation_level > 1 then 1 else 0 end), 0), "
            + "coalesce(sum(case when escalation_level > 0 and taken_over then 1 else 0 end), 0), "
            + "coalesce(sum(case when escalation_level > 0 and ended then 1 else 0 end), 0), "
            + "coalesce(sum(case when on_the_spot then 1 else 0 end), 0) from ("
            + "select r.channel, r.extended, r.round > 0 as reopened, r.escalation_level, r.taken_over, true as ended, "
            + "r.on_the_spot from rapor_tur r where " + CLOSED_OF_PERIOD
            + " union all select b.channel, b.counting_extended, b.reopenings > 0, b.escalation_level, "
            + "b.taken_over_by is not null, false, false from basvuru b where " + OPEN_OF_PERIOD + ") counted";

    private static final String RATINGS = "select count(*), coalesce(sum(case when solved then 1 else 0 end), 0), "
            + IntStream.rangeClosed(1, 5)
                    .mapToObj(score -> "coalesce(sum(case when score = " + score + " then 1 else 0 end), 0)")
                    .collect(Collectors.joining(", "))
            + " from (select r.channel, m.solved, m.score from memnuniyet m "
            + "join rapor_tur r on r.number = m.number and r.round = m.round where " + CLOSED_OF_PERIOD + ") counted";

    /**
     * Escalations of a period's applications.
     *
     * @param secondLevel escalated applications that reached the Şube Müdürü
     * @param takenOver escalated applications that a manager took over
     * @param ended escalated applications that are closed by now
     */
    record Steps(
            long extended,
            long reopened,
            long escalated,
            long secondLevel,
            long takenOver,
            long ended,
            long onTheSpot) {}

    /**
     * What citizens said of a period's closed applications.
     *
     * @param scores how many gave 1, 2, … 5
     */
    record Ratings(long all, long solved, List<Long> scores) {}

    /** An application past its limit while open on a day. */
    record LateOne(
            String number,
            Channel channel,
            @Nullable String unit,
            @Nullable String topic,
            LocalDate lastDay,
            boolean stillOpen) {}

    /** Open applications of a unit by day of receipt. */
    record OpenOnes(@Nullable String unit, LocalDate receivedOn, boolean late, long count) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param channel null: all channels */
    List<Cell> cells(Period period, @Nullable Channel channel) {
        return inPeriod(CELLS.replace("counted group", "counted" + only(channel) + " group"), period, channel)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(ReportReader::cell)
                .list();
    }

    Steps steps(Period period, @Nullable Channel channel) {
        return inPeriod(STEPS + only(channel), period, channel)
                .query((row, index) -> new Steps(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .single();
    }

    /** What citizens said of the closed ones, each by its last round. */
    Ratings ratings(Period period, @Nullable Channel channel) {
        return inPeriod(RATINGS + only(channel), period, channel)
                .query((row, index) -> new Ratings(
                        row.getLong(1),
                        row.getLong(2),
                        List.of(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))))
                .single();
    }

    /** Durations of closed applications by channel. */
    Map<Channel, Durations> durations(Period period, @Nullable Channel channel) {
        return durations("channel", period, channel, Channel::valueOf);
    }

    /** Durations of closed applications by unit, without unrouted ones. */
    Map<String, Durations> durationsByUnit(Period period) {
        return durations("unit", period, null, unit -> unit);
    }

    /** Durations of closed applications by topic, without unknown ones. */
    Map<String, Durations> durationsByTopic(Period period) {
        return durations("topic", period, null, topic -> topic);
    }

    private <K> Map<K, Durations> durations(
            String column, Period period, @Nullable Channel channel, java.util.function.Function<String, K> key) {
        var durations = new LinkedHashMap<K, Durations>();
        jdbc.sql("select r." + column + " as told, r.days, count(*) as found from rapor_tur r where " + CLOSED_OF_PERIOD
                        + (channel == null ? "" : " and r.channel = :channel") + " and r." + column
                        + " is not null group by r." + column + ", r.days order by r." + column)
                .param("from", period.from())
                .param("until", period.until())
                .params(channel == null ? Map.of() : Map.of("channel", channel.name()))
                .query((row, index) -> {
                    durations
                            .computeIfAbsent(key.apply(row.getString("told")), told -> new Durations())
                            .add(row.getInt("days"), row.getLong("found"));
                    return index;
                })
                .list();
        return durations;
    }

    /** Bodies to which applications were forwarded, most frequent first. */
    Map<String, Long> forwardedTo(Period period, @Nullable Channel channel) {
        var bodies = new LinkedHashMap<String, Long>();
        jdbc.sql("select r.forwarded_to, count(*) as found from rapor_tur r where " + CLOSED_OF_PERIOD
                        + (channel == null ? "" : " and r.channel = :channel")
                        + " and r.outcome = 'YONLENDIRILDI' and r.forwarded_to is not null "
                        + "group by r.forwarded_to order by count(*) desc, r.forwarded_to")
                .param("from", period.from())
                .param("until", period.until())
                .params(channel == null ? Map.of() : Map.of("channel", channel.name()))
                .query((row, index) -> bodies.put(row.getString(1), row.getLong(2)))
                .list();
        return bodies;
    }

    /** Applications that came in a period, by who passed them on for the applicant. */
    Map<PassedOnBy, Long> passedOn(Period period, @Nullable Channel channel) {
        var found = new EnumMap<PassedOnBy, Long>(PassedOnBy.class);
        jdbc.sql("select b.passed_on_by, count(*) as found from basvuru b where b.passed_on_by is not null "
                        + "and b.received_at >= :start and b.received_at < :end"
                        + (channel == null ? "" : " and b.channel = :channel") + " group by b.passed_on_by")
                .param("start", period.start())
                .param("end", period.end())
                .params(channel == null ? Map.of() : Map.of("channel", channel.name()))
                .query((row, index) -> found.put(PassedOnBy.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return found;
    }

    /** Recourses by place, filed in a period. */
    Map<MuracaatPlace, Long> recourse(Period period) {
        var places = new LinkedHashMap<MuracaatPlace, Long>();
        jdbc.sql(
                        "select m.place, count(*) from muracaat m where m.filed_at >= :start and m.filed_at < :end group by m.place")
                .param("start", period.start())
                .param("end", period.end())
                .query((row, index) -> places.put(MuracaatPlace.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return places;
    }

    /** Requests for information that were open at any time of a period. */
    List<Round> rounds(Period period) {
        return jdbc.sql(
                        "select r.number, r.round, r.begun_on, r.closed_on, r.outcome, r.ground, r.secret_parts_removed, "
                                + "r.lapsed from rapor_tur r where r.bilgi_edinme and r.closed_on >= :from and r.begun_on <= :until "
                                + "union all select b.number, b.reopenings, " + ReportTable.BEGUN
                                + ", cast(null as date), "
                                + "cast(null as varchar(20)), cast(null as varchar(20)), false, false from basvuru b where "
                                + OPEN
                                + " and " + ReportTable.underInformationLaw("b") + " and b.received_at < :end")
                .param("from", period.from())
                .param("until", period.until())
                .param("end", period.end())
                .query(ReportReader::round)
                .list();
    }

    /** Objections before the Board, filed in a period. */
    List<Objection> objections(Period period) {
        return jdbc.sql(
                        "select i.number, i.outcome, i.subject = 'SESSIZLIK' or coalesce(r.outcome in ('OLUMSUZ', 'KISMEN', "
                                + "'ISLEME_KONULMADI') or r.secret_parts_removed or r.lapsed, false) as refused from itiraz i "
                                + "left join rapor_tur r on r.number = i.number and r.round = i.round "
                                + "where i.filed_on between :from and :until")
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> {
                    String outcome = row.getString("outcome");
                    return new Objection(
                            row.getString("number"),
                            row.getBoolean("refused"),
                            outcome == null ? null : AppealOutcome.valueOf(outcome));
                })
                .list();
    }

    /** At most {@code most} applications late at the end of a day, longest overdue first. */
    List<LateOne> late(LocalDate day, int most) {
        return jdbc.sql("select number, channel, unit, topic, last_day, is_open from ("
                        + "select r.number, r.channel, r.unit, r.topic, r.last_day, false as is_open from rapor_tur r "
                        + "where r.closed_on > :day and r.last_day < :day and r.begun_on <= :day "
                        + "union all select b.number, b.channel, b.unit, b.topic, b.deadline_last_day, true from basvuru b "
                        + "where " + OPEN + " and b.deadline_last_day < :day and b.received_at < :end) told "
                        + "order by last_day, number limit :most")
                .param("day", day)
                .param("end", Period.startOf(day.plusDays(1)))
                .param("most", most)
                .query((row, index) -> new LateOne(
                        row.getString("number"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("unit"),
                        row.getString("topic"),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("is_open")))
                .list();
    }

    /** Currently open applications. */
    List<OpenOnes> open() {
        return jdbc.sql("select unit, gun, late, count(*) as found from (select b.unit, " + DAY
                        + " as gun, b.deadline_late_from <= :now as late from basvuru b where " + OPEN
                        + ") counted group by unit, gun, late order by unit, gun")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new OpenOnes(
                        row.getString("unit"),
                        row.getObject("gun", LocalDate.class),
                        row.getBoolean("late"),
                        row.getLong("found")))
                .list();
    }

    private JdbcClient.StatementSpec inPeriod(String sql, Period period, @Nullable Channel channel) {
        return jdbc.sql(sql)
                .param("from", period.from())
                .param("until", period.until())
                .param("start", period.start())
                .param("end", period.end())
                .params(channel == null ? Map.of() : Map.of("channel", channel.name()));
    }

    private static String only(@Nullable Channel channel) {
        return channel == null ? "" : " where channel = :channel";
    }

    private static Cell cell(ResultSet row, int index) throws SQLException {
        int month = row.getInt("ay");
        String outcome = row.getString("outcome");
        return new Cell(
                Channel.valueOf(row.getString("channel")),
                Kind.valueOf(row.getString("kind")),
                YearMonth.of(month / MONTHS, month % MONTHS),
                row.getString("unit"),
                row.getString("topic"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getBoolean("late"),
                row.getLong("found"));
    }

    private static Round round(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        String ground = row.getString("ground");
        return new Round(
                row.getString("number"),
                row.getInt("round"),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                ground == null ? null : RefusalGround.valueOf(ground),
                row.getBoolean("secret_parts_removed"),
                row.getBoolean("lapsed"));
    }
}
