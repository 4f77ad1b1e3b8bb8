package tr.muhatap.dosya;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruView;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;

/** Queries applications, restricted to those readable by the current user. */
@Component
public class BasvuruQueries {

    /** @param late true: only open ones whose limit has passed; false: only the others */
    public record Filter(
            @Nullable Channel channel,
            @Nullable String unit,
            @Nullable Status status,
            @Nullable Boolean late) {}

    public record Page(List<BasvuruView> items, int page, int size, long total) {}

    /** An application with columns for the office's own lists. */
    public record Row(BasvuruView view, int escalationLevel) {}

    /**
     * An application as its source knows it.
     *
     * @param externalReference the source's number
     */
    public record Received(String number, @Nullable String externalReference, Status status, Instant receivedAt) {}

    private static final int MOST_OF_A_UNIT = 2_000;

    private final JdbcClient jdbc;
    private final BasvuruAccess access;
    private final CurrentUser currentUser;
    private final Clock clock;

    BasvuruQueries(JdbcClient jdbc, BasvuruAccess access, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Applications of a channel received within a range of days, oldest first; only those readable by the user. */
    public List<Received> received(Channel channel, LocalDate first, LocalDate last, int most) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        restrictToReadable(conditions, parameters);
        conditions.add("b.channel = :channel and b.received_at >= :first and b.received_at < :behind");
        return jdbc.sql("select b.number, b.external_reference, b.status, b.received_at from basvuru b where "
                        + String.join(" and ", conditions) + " order by b.received_at, b.number limit :most")
                .params(parameters)
                .param("channel", channel.name())
                .param("first", begin(first))
                .param("behind", begin(last.plusDays(1)))
                .param("most", most)
                .query((row, index) -> new Received(
                        row.getString(1),
                        row.getString(2),
                        Status.valueOf(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime();
    }

    /** A page of applications, newest number first. */
    Page list(Filter filter, int page, int size) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        restrictToReadable(conditions, parameters);
        narrow(filter, conditions, parameters);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*) from basvuru b" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select b.* from basvuru b" + where
                        + " order by b.registered_at desc, b.number desc limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(BasvuruQueries::view)
                .list();
        return new Page(items, page, size, total);
    }

    /** The readable ones of some applications, in any order. */
    List<Row> readable(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var conditions = new ArrayList<String>(List.of("b.number in (:numbers)"));
        var parameters = new HashMap<String, Object>(Map.of("numbers", numbers));
        restrictToReadable(conditions, parameters);
        return jdbc.sql("select b.* from basvuru b where " + String.join(" and ", conditions))
                .params(parameters)
                .query((row, index) -> new Row(view(row, index), row.getInt("escalation_level")))
                .list();
    }

    /** Numbers of a unit's open applications, earliest limit first; limited to what a task query accepts. */
    public List<String> openAt(String unit) {
        return jdbc.sql("select number from basvuru where unit = :unit and status <> 'KAPANDI' "
                        + "order by deadline_late_from, number limit :most")
                .param("unit", unit)
                .param("most", MOST_OF_A_UNIT)
                .query(String.class)
                .list();
    }

    private void narrow(Filter filter, List<String> conditions, Map<String, Object> parameters) {
        if (filter.channel() != null) {
            conditions.add("b.channel = :channel");
            parameters.put("channel", filter.channel().name());
        }
        if (filter.unit() != null) {
            conditions.add("b.unit = :unit");
            parameters.put("unit", filter.unit());
        }
        if (filter.status() != null) {
            conditions.add("b.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.late() != null) {
            String late = "b.status <> 'KAPANDI' and b.deadline_late_from <= :now";
            conditions.add(filter.late() ? "(" + late + ")" : "not (" + late + ")");
            parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * A statement for the tables of other modules.
     *
     * @param sql selects numbers
     */
    public record Numbers(String sql, Map<String, Object> parameters) {

        public Numbers {
            parameters = Map.copyOf(parameters);
        }
    }

    /** The numbers of all applications that the current user may read. */
    public Numbers readableNumbers() {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        restrictToReadable(conditions, parameters);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new Numbers("select b.number from basvuru b" + where, parameters);
    }

    /** The single SQL definition of which applications ({@code basvuru b}) the current user may read. */
    void restrictToReadable(List<String> conditions, Map<String, Object> parameters) {
        if (access.readsAll()) {
            return;
        }
        var ways = waysOfDesks(parameters);
        var units = access.ownUnits();
        if (!units.isEmpty()) {
            ways.add("exists (select 1 from basvuru_birim u where u.number = b.number and u.unit in (:ownUnits))");
            parameters.put("ownUnits", units);
        }
        if (currentUser.isIn(tr.muhatap.access.Groups.KANAL_ISTEMCISI)) {
            ways.add("b.delivered_by = :deliverer");
            parameters.put("deliverer", currentUser.name());
        }
        conditions.add(oneOf(ways));
    }

    /** As {@link #restrictToReadable}, only those whose applicant the current user may see. */
    void restrictToApplicantsSeen(List<String> conditions, Map<String, Object> parameters) {
        if (!access.seesAllApplicants()) {
            conditions.add(oneOf(waysOfDesks(parameters)));
        }
    }

    private List<String> waysOfDesks(Map<String, Object> parameters) {
        var ways = new ArrayList<String>();
        var channels = access.ownChannels().stream().map(Channel::name).toList();
        if (!channels.isEmpty()) {
            ways.add("b.channel in (:ownChannels)");
            parameters.put("ownChannels", channels);
            if (access.ownChannels().contains(Channel.ofInformationLaw())) {
                ways.add("b.kind = 'BILGI_ISTEMI'");
            }
        }
        return ways;
    }

    private static String oneOf(List<String> ways) {
        return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
    }

    static BasvuruView view(ResultSet row, int index) throws SQLException {
        String warnings = row.getString("warnings");
        String outcome = row.getString("outcome");
        return new BasvuruView(
                row.getString("number"),
                Channel.valueOf(row.getString("channel")),
                Kind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getString("subject"),
                Status.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("unit"),
                instant(row, "received_at"),
                deadline(row, "deadline_"),
                row.getString("other_unit") == null ? null : deadline(row, "other_"),
                warnings.isEmpty() ? List.of() : List.of(warnings.split("\n")));
    }

    private static Deadline deadline(ResultSet row, String prefix) throws SQLException {
        return new Deadline(
                row.getInt(prefix + "limit"),
                DayUnit.valueOf(row.getString(prefix + "unit")),
                row.getObject(prefix + "last_day", LocalDate.class),
                instant(row, prefix + "late_from"),
                row.getString(prefix + "basis"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
