package tr.muhatap.intake.cagri;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;

/** Persists calls and the assignment of users to extensions. */
@Component
class CallStore {

    private static final String UNRECORDED =
            " where stage = 'BITTI' and outbound = false and number is null and note is null";

    private final JdbcClient jdbc;
    private final OfficeLog officeLog;
    private final Clock clock;

    CallStore(JdbcClient jdbc, OfficeLog officeLog, Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.clock = clock;
    }

    /** A stored call. */
    record Row(
            long id,
            String system,
            String callId,
            CallStage stage,
            boolean outbound,
            @Nullable String phone,
            @Nullable String extension,
            @Nullable String operator,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String number,
            @Nullable String note,
            @Nullable String recording) {}

    /**
     * Stores an event; a call that has ended stays ended, and missing facts are not overwritten. Calls that were set
     * aside or closed are not changed.
     *
     * @return whether it is the first event of its call
     */
    boolean keep(TelephoneSystem system, CallEvent event) {
        if (update(system, event) > 0) {
            return false;
        }
        try {
            insert(system, event);
            return true;
        } catch (DuplicateKeyException cameAtOnce) {
            update(system, event);
            return false;
        }
    }

    private void insert(TelephoneSystem system, CallEvent event) {
        var stage = event.stage() == null ? CallStage.CALIYOR : event.stage();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var answered = stage == CallStage.KONUSULUYOR ? now : answeredAt(event, now);
        jdbc.sql(
                        "insert into cagri (sistem, call_id, stage, outbound, phone, extension, operator, recording, started_at, "
                                + "answered_at, ended_at) values (:system, :id, :stage, :outbound, :phone, :extension, "
                                + "(select kullanici from dahili where dahili = :extension), :recording, :now, :answered, :ended)")
                .param("system", system.address())
                .param("id", event.callId())
                .param("stage", stage.name())
                .param("outbound", event.outbound())
                .param("phone", event.phone(), Types.VARCHAR)
                .param("extension", event.extension(), Types.VARCHAR)
                .param("recording", event.recording(), Types.VARCHAR)
                .param("now", now)
                .param("answered", answered, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", stage == CallStage.BITTI ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Time of the answer, from the conversation's duration in the last event; equal to the end if unanswered. */
    private static @Nullable OffsetDateTime answeredAt(CallEvent event, OffsetDateTime end) {
        var spoken = event.spoken();
        return spoken == null || event.stage() != CallStage.BITTI ? null : end.minusSeconds(spoken);
    }

    private int update(TelephoneSystem system, CallEvent event) {
        var stage = event.stage();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean answers = stage == CallStage.KONUSULUYOR;
        var answered = answers ? now : answeredAt(event, now);
        boolean ends = stage == CallStage.BITTI;
        return jdbc.sql("update cagri set phone = coalesce(phone, :phone), "
                        + (event.extension() == null || stage == CallStage.CALIYOR
                                ? "extension = coalesce(extension, :extension), operator = coalesce(operator, "
                                        + "(select kullanici from dahili where dahili = :extension)), "
                                : "extension = :extension, operator = coalesce((select kullanici from dahili "
                                        + "where dahili = :extension), operator), ")
                        + "recording = coalesce(:recording, recording), "
                        + (answered == null ? "" : "answered_at = coalesce(answered_at, :answered), ")
                        + (ends ? "ended_at = coalesce(ended_at, :now), " : "")
                        + "stage = case when stage = 'BITTI' or :stage = 'BITTI' then 'BITTI' "
                        + "when stage = 'KONUSULUYOR' or :stage = 'KONUSULUYOR' then 'KONUSULUYOR' else stage end "
                        + "where sistem = :system and call_id = :id and note is null")
                .param("phone", event.phone(), Types.VARCHAR)
                .param("extension", event.extension(), Types.VARCHAR)
                .param("recording", event.recording(), Types.VARCHAR)
                .param("now", now)
                .param("answered", answered, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("stage", stage == null ? CallStage.CALIYOR.name() : stage.name())
                .param("system", system.address())
                .param("id", event.callId())
                .update();
    }

    /** Calls ringing or active for an operator, or for an unknown one; newest first. */
    List<Row> current(String operator, Instant since) {
        return jdbc.sql("select * from cagri where stage <> 'BITTI' and outbound = false and started_at > :since "
                        + "and (operator = :operator or operator is null) order by started_at desc, id desc limit 5")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("operator", operator)
                .query(CallStore::row)
                .list();
    }

    /** Calls that ring or are spoken on, whoever's; the newest first. */
    List<Row> current(Instant since) {
        return jdbc.sql("select * from cagri where stage in ('CALIYOR', 'KONUSULUYOR') and outbound = false "
                        + "and started_at > :since order by started_at desc, id desc limit 500")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(CallStore::row)
                .list();
    }

    /** Ended inbound calls that were neither registered nor set aside; newest first. */
    List<Row> unrecorded(int most) {
        return jdbc.sql("select * from cagri" + UNRECORDED + " order by ended_at desc, id desc limit :most")
                .param("most", most)
                .query(CallStore::row)
                .list();
    }

    long countUnrecorded() {
        return jdbc.sql("select count(*) from cagri" + UNRECORDED)
                .query(Long.class)
                .single();
    }

    /** When the oldest of them ended; null if there is none. */
    @Nullable
    Instant oldestUnrecorded() {
        return jdbc.sql("select min(ended_at) from cagri" + UNRECORDED)
                .query((row, index) -> instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    boolean has(String callId) {
        return jdbc.sql("select count(*) from cagri where call_id = :id")
                        .param("id", callId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Calls by their id in the telephone systems, of which two may use the same. */
    List<Row> withId(String callId) {
        return jdbc.sql("select * from cagri where call_id = :id order by started_at, id")
                .param("id", callId)
                .query(CallStore::row)
                .list();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("select * from cagri where id = :id")
                .param("id", id)
                .query(CallStore::row)
                .optional();
    }

    /** Of two systems' calls of the same id the newest became the application, and only one did. */
    void attach(String callId, String number) {
        jdbc.sql("update cagri set number = :number where number is null and id = "
                        + "(select max(c.id) from cagri c where c.call_id = :id) "
                        + "and not exists (select 1 from cagri c where c.call_id = :id and c.number = :number)")
                .param("number", number)
                .param("id", callId)
                .update();
    }

    /** Deletes caller and operator, and closes a call to further events; of all systems, to be on the safe side. */
    void close(String callId) {
        jdbc.sql("update cagri set phone = null, extension = null, operator = null, recording = null, "
                        + "stage = 'BITTI', ended_at = coalesce(ended_at, :now), note = coalesce(note, '-') "
                        + "where call_id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", callId)
                .update();
    }

    /** False if another user was faster. */
    boolean setAside(long id, String note, String by) {
        return jdbc.sql("update cagri set note = :note, noted_by = :by where id = :id and stage = 'BITTI' "
                                + "and number is null and note is null")
                        .param("note", note)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    void forget(Instant before) {
        jdbc.sql("delete from cagri where started_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Users by their extensions. */
    Map<String, String> extensions() {
        var extensions = new LinkedHashMap<String, String>();
        jdbc.sql("select dahili, kullanici from dahili order by dahili").query(row -> {
            extensions.put(row.getString(1), row.getString(2));
        });
        return extensions;
    }

    /** Replaces all extensions; must be called within a transaction. */
    void replaceExtensions(Map<String, String> users, String by) {
        officeLog.changed(new OfficeChange.ExtensionsSet(by));
        jdbc.sql("delete from dahili").update();
        users.forEach((extension, user) -> jdbc.sql("insert into dahili (dahili, kullanici) values (:extension, :user)")
                .param("extension", extension)
                .param("user", user)
                .update());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("sistem"),
                row.getString("call_id"),
                CallStage.valueOf(row.getString("stage")),
                row.getBoolean("outbound"),
                row.getString("phone"),
                row.getString("extension"),
                row.getString("operator"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("number"),
                row.getString("note"),
                row.getString("recording"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
