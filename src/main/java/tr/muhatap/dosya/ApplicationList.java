package tr.muhatap.dosya;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruView;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.Masking;
import tr.muhatap.text.Texts;

/** Searches the applications that the current user may read, open and closed, with keyset paging. */
@Component
public class ApplicationList {

    /** Counting stops at this number. */
    public static final int COUNTED = 10_000;

    private static final String ON_THE_SPOT = "select t.number from rapor_tur t where t.son and t.on_the_spot";
    private static final String TAKEN_OVER = "select t.number from rapor_tur t where t.son and t.taken_over";

    /** State of an application relative to its limit. */
    public enum Lateness {
        ACIK(Texts.of("dosya.application-list.suresi-gecmis-acik")),
        SURESINDE(Texts.of("dosya.application-list.suresinde-kapanmis")),
        KAPALI(Texts.of("dosya.application-list.suresinden-sonra-kapanmis"));

        private final String label;

        Lateness(String label) {
            this.label = label;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }
    }

    /** What happened on an application's way, as reports count it. */
    public enum Path {
        UZATILAN(Texts.of("dosya.application-list.yol.uzatilan"), "b.counting_extended"),
        YENIDEN_ACILAN(Texts.of("dosya.application-list.yol.yeniden-acilan"), "b.reopenings > 0"),
        YERINDE(Texts.of("dosya.application-list.yol.yerinde"), "b.number in (" + ON_THE_SPOT + ")"),
        ILETILEN(Texts.of("dosya.application-list.yol.iletilen"), "b.escalation_level > 0"),
        SUBE_MUDURUNDE(Texts.of("dosya.application-list.yol.sube-mudurunde"), "b.escalation_level > 1"),
        DEVRALINAN(
                Texts.of("dosya.application-list.yol.devralinan"),
                "b.escalation_level > 0 and (b.taken_over_by is not null or b.number in (" + TAKEN_OVER + "))");

        private final String label;
        private final String condition;

        Path(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }
    }

    /** Sort columns; each has an index that includes the number. */
    public enum Column {
        KAYIT("registered_at", Texts.of("dosya.application-list.kayit-zamani")),
        BASVURU("received_at", Texts.of("dosya.application-list.basvuru-tarihi")),
        SON_CEVAP("deadline_last_day", Texts.of("dosya.application-list.son-cevap-tarihi"));

        private final String name;
        private final String label;

        Column(String name, String label) {
            this.name = name;
            this.label = label;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }

        private Object value(Line line) {
            return switch (this) {
                case KAYIT -> line.registeredAt();
                case BASVURU -> line.receivedAt();
                case SON_CEVAP -> line.lastDay();
            };
        }

        private Object parameter(String value) {
            return this == SON_CEVAP
                    ? LocalDate.parse(value)
                    : Instant.parse(value).atOffset(ZoneOffset.UTC);
        }
    }

    /**
     * A cursor between pages: unaffected by applications that arrive meanwhile.
     *
     * @param value of the sort column, in ISO format
     * @param forward whether the page follows the cursor; otherwise it precedes it
     */
    public record Place(String value, String number, boolean forward) {}

    /**
     * Search criteria; null means any.
     *
     * @param words folded prefixes of words of subject, text or answer
     * @param open whether it is still open
     * @param receivedUntil last day, inclusive, Europe/Istanbul
     * @param escalated only escalated ones
     * @param name folded words of the applicant's name
     * @param phone in E.164 form
     * @param forwardedTo the body that it was passed on to
     * @param closedUntil last day, inclusive, Europe/Istanbul
     */
    public record Query(
            @Nullable String number,
            List<String> words,
            @Nullable Channel channel,
            @Nullable String unit,
            @Nullable String topic,
            @Nullable Kind kind,
            @Nullable Boolean open,
            @Nullable Status status,
            @Nullable Outcome outcome,
            @Nullable LocalDate receivedFrom,
            @Nullable LocalDate receivedUntil,
            @Nullable LocalDate lastDayFrom,
            @Nullable LocalDate lastDayUntil,
            @Nullable Lateness lateness,
            boolean escalated,
            List<String> name,
            @Nullable String phone,
            @Nullable String nationalId,
            @Nullable Path path,
            @Nullable String forwardedTo,
            @Nullable LocalDate closedFrom,
            @Nullable LocalDate closedUntil) {

        /** The code of a unit or topic that means: none. */
        public static final String NONE = "YOK";

        /** Without what only reports ask for. */
        public Query(
                @Nullable String number,
                List<String> words,
                @Nullable Channel channel,
                @Nullable String unit,
                @Nullable String topic,
                @Nullable Kind kind,
                @Nullable Boolean open,
                @Nullable Status status,
                @Nullable Outcome outcome,
                @Nullable LocalDate receivedFrom,
                @Nullable LocalDate receivedUntil,
                @Nullable LocalDate lastDayFrom,
                @Nullable LocalDate lastDayUntil,
                @Nullable Lateness lateness,
                boolean escalated,
                List<String> name,
                @Nullable String phone,
                @Nullable String nationalId) {
            this(
                    number,
                    words,
                    channel,
                    unit,
                    topic,
                    kind,
                    open,
                    status,
                    outcome,
                    receivedFrom,
                    receivedUntil,
                    lastDayFrom,
                    lastDayUntil,
                    lateness,
                    escalated,
                    name,
                    phone,
                    nationalId,
                    null,
                    null,
                    null,
                    null);
        }

        /** Whether an applicant is searched for. */
        public boolean asksForPerson() {
            return !name.isEmpty() || phone != null || nationalId != null;
        }
    }

    /**
     * A row of the list.
     *
     * @param matterLabel the topic, or the kind if there is none
     * @param subject without contact data for users who may not see them
     * @param applicant masked; null if the current user may not see it
     * @param phone masked; null as {@code applicant}
     * @param late open, and its limit has passed
     */
    public record Line(
            String number,
            String matterLabel,
            String subject,
            String channelLabel,
            String kindLabel,
            @Nullable String unitLabel,
            String statusLabel,
            @Nullable String outcomeLabel,
            Instant registeredAt,
            Instant receivedAt,
            LocalDate lastDay,
            @Nullable Instant closedAt,
            boolean late,
            int escalationLevel,
            @Nullable String applicant,
            @Nullable String phone) {}

    /**
     * A page.
     *
     * @param previous null on the first page
     * @param next null on the last one
     */
    public record Page(
            List<Line> lines,
            @Nullable Place previous,
            @Nullable Place next) {}

    private final JdbcClient jdbc;
    private final BasvuruQueries queries;
    private final BasvuruAccess access;
    private final Organization organization;
    private final Clock clock;
    private final boolean vectors;

    ApplicationList(
            JdbcClient jdbc,
            DataSource dataSource,
            BasvuruQueries queries,
            BasvuruAccess access,
            Organization organization,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.access = access;
        this.organization = organization;
        this.clock = clock;
        this.vectors = Objects.requireNonNull(
                new JdbcTemplate(dataSource).<Boolean>execute((Connection c) -> SearchIndexMigration.isPostgres(c)));
    }

    /** Whether the current user may search for applicants. */
    public boolean maySearchPersons() {
        return access.seesSomeApplicants();
    }

    /**
     * A page of the list.
     *
     * @param place null for the first page
     */
    public Page page(Query query, Column sortedBy, boolean ascending, @Nullable Place place, int size) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        narrow(query, conditions, parameters);
        boolean forward = place == null || place.forward();
        boolean upwards = ascending == forward;
        if (place != null) {
            conditions.add("(b." + sortedBy.name + ", b.number) " + (upwards ? ">" : "<") + " (:value, :after)");
            parameters.put("value", sortedBy.parameter(place.value()));
            parameters.put("after", place.number());
        }
        String direction = upwards ? " asc" : " desc";
        var lines = new ArrayList<>(jdbc.sql("select b.* from basvuru b" + where(conditions) + " order by b."
                        + sortedBy.name + direction + ", b.number" + direction + " limit :size")
                .params(parameters)
                .param("size", size + 1)
                .query((row, index) -> line(row))
                .list());
        boolean more = lines.size() > size;
        if (more) {
            lines.remove(size);
        }
        if (!forward) {
            Collections.reverse(lines);
        }
        boolean hasPrevious = forward ? place != null : more;
        boolean hasNext = forward ? more : true;
        return new Page(
                lines,
                hasPrevious && !lines.isEmpty() ? place(sortedBy, lines.get(0), false) : null,
                hasNext && !lines.isEmpty() ? place(sortedBy, lines.get(lines.size() - 1), true) : null);
    }

    /** Number of matches, at most one more than {@link #COUNTED}. */
    public long count(Query query) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        narrow(query, conditions, parameters);
        return jdbc.sql("select count(*) from (select 1 as found from basvuru b" + where(conditions)
                        + " limit :most) as n")
                .params(parameters)
                .param("most", COUNTED + 1)
                .query(Long.class)
                .single();
    }

    private void narrow(Query query, List<String> conditions, Map<String, Object> parameters) {
        queries.restrictToReadable(conditions, parameters);
        if (query.asksForPerson()) {
            queries.restrictToApplicantsSeen(conditions, parameters);
        }
        equal("number", query.number(), conditions, parameters);
        equal("channel", query.channel() == null ? null : query.channel().name(), conditions, parameters);
        code("unit", query.unit(), conditions, parameters);
        code("topic", query.topic(), conditions, parameters);
        equal("forwarded_to", query.forwardedTo(), conditions, parameters);
        equal("kind", name(query.kind()), conditions, parameters);
        equal("status", name(query.status()), conditions, parameters);
        equal("outcome", name(query.outcome()), conditions, parameters);
        equal("applicant_phone", query.phone(), conditions, parameters);
        equal("applicant_national_id", query.nationalId(), conditions, parameters);
        if (query.open() != null) {
            conditions.add(query.open() ? "b.status <> 'KAPANDI'" : "b.status = 'KAPANDI'");
        }
        if (query.escalated()) {
            conditions.add("b.escalation_level > 0");
        }
        if (query.path() != null) {
            conditions.add("(" + query.path().condition + ")");
        }
        late(query.lateness(), conditions, parameters);
        var closedUntil = query.closedUntil();
        within("closed_at >= :closedFrom", "closedFrom", startOf(query.closedFrom()), conditions, parameters);
        within(
                "closed_at < :closedUntil",
                "closedUntil",
                startOf(closedUntil == null ? null : closedUntil.plusDays(1)),
                conditions,
                parameters);
        var until = query.receivedUntil();
        within("received_at >= :receivedFrom", "receivedFrom", startOf(query.receivedFrom()), conditions, parameters);
        within(
                "received_at < :receivedUntil",
                "receivedUntil",
                startOf(until == null ? null : until.plusDays(1)),
                conditions,
                parameters);
        within("deadline_last_day >= :lastDayFrom", "lastDayFrom", query.lastDayFrom(), conditions, parameters);
        within("deadline_last_day <= :lastDayUntil", "lastDayUntil", query.lastDayUntil(), conditions, parameters);
        words("sozler", query.words(), conditions, parameters);
        words("ad", query.name(), conditions, parameters);
    }

    private void late(@Nullable Lateness lateness, List<String> conditions, Map<String, Object> parameters) {
        if (lateness == Lateness.ACIK) {
            conditions.add("b.status <> 'KAPANDI' and b.deadline_late_from <= :now");
            parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        } else if (lateness == Lateness.SURESINDE) {
            conditions.add("b.status = 'KAPANDI' and b.closed_at < b.deadline_late_from");
        } else if (lateness == Lateness.KAPALI) {
            conditions.add("b.status = 'KAPANDI' and b.closed_at >= b.deadline_late_from");
        }
    }

    /** Matches prefixes of words: by a text search vector if the database supports it, otherwise by LIKE. */
    private void words(String column, List<String> words, List<String> conditions, Map<String, Object> parameters) {
        if (words.isEmpty()) {
            return;
        }
        var holds = new ArrayList<String>(List.of("a.number = b.number"));
        if (vectors) {
            holds.add("cast(a." + column + " as tsvector) @@ cast(:" + column + " as tsquery)");
            parameters.put(column, words.stream().map(word -> word + ":*").collect(Collectors.joining(" & ")));
        } else {
            for (int i = 0; i < words.size(); i++) {
                holds.add("a." + column + " like :" + column + i);
                parameters.put(column + i, "% " + words.get(i) + "%");
            }
        }
        conditions.add("exists (select 1 from basvuru_arama a where " + String.join(" and ", holds) + ")");
    }

    private static void code(
            String column, @Nullable String code, List<String> conditions, Map<String, Object> parameters) {
        if (Query.NONE.equals(code)) {
            conditions.add("b." + column + " is null");
        } else {
            equal(column, code, conditions, parameters);
        }
    }

    private static void equal(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> parameters) {
        within(column + " = :is_" + column, "is_" + column, value, conditions, parameters);
    }

    private static void within(
            String condition,
            String parameter,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add("b." + condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Place place(Column column, Line line, boolean forward) {
        return new Place(column.value(line).toString(), line.number(), forward);
    }

    private Line line(ResultSet row) throws SQLException {
        var view = BasvuruQueries.view(row, 0);
        String unit = view.unit();
        var outcome = view.outcome();
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        boolean seen = access.seesApplicant(view.channel(), view.channel().handledAs(view.kind() == Kind.BILGI_ISTEMI));
        return new Line(
                view.number(),
                matter(view),
                seen ? view.subject() : ContactData.hidden(view.subject()),
                view.channel().label(),
                view.kind().label(),
                unit == null
                        ? null
                        : organization.unit(unit).map(known -> known.name()).orElse(unit),
                view.status().label(),
                outcome == null ? null : outcome.label(),
                BasvuruQueries.instant(row, "registered_at"),
                view.receivedAt(),
                view.deadline().lastDay(),
                closedAt == null ? null : closedAt.toInstant(),
                view.status() != Status.KAPANDI
                        && !clock.instant().isBefore(view.deadline().lateFrom()),
                row.getInt("escalation_level"),
                seen ? maskedName(row) : null,
                seen ? Masking.phone(row.getString("applicant_phone")) : null);
    }

    private static @Nullable String maskedName(ResultSet row) throws SQLException {
        String title = row.getString("applicant_title");
        String name = title != null
                ? title
                : Stream.of(row.getString("applicant_first_name"), row.getString("applicant_last_name"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return name.isBlank() ? null : Masking.name(name);
    }

    private String matter(BasvuruView view) {
        String topic = view.topic();
        return topic == null
                ? view.kind().label()
                : organization.topic(topic).map(known -> known.name()).orElse(topic);
    }
}
