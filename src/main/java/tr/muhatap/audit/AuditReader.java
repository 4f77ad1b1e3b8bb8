package tr.muhatap.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.officelog.OfficeTable;
import tr.muhatap.text.Texts;

/**
 * Read access for auditors across all applications: events of given types and accesses to personal data, newest first.
 */
@Component
public class AuditReader {

    /**
     * Criteria of a list.
     *
     * @param until the last day, itself included, Europe/Istanbul
     * @param actor user name
     * @param before id of the last entry of the previous page; null for the first page
     */
    public record Query(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String actor,
            @Nullable Long before,
            int size) {}

    /** An event with its application's number. */
    public record Line(long id, String number, History.Entry entry) {}

    /** @param place where the data were shown, e.g. {@code dosya} */
    public record Look(long id, String number, Instant at, String actor, String place) {}

    /**
     * A change of a rule, a holiday, a text, a price, a person or a setting.
     *
     * @param what in people's words
     * @param row which row it was about; empty if it is about none
     * @param gone whether the row is gone since
     * @param facts what was said of it
     */
    public record Change(long id, Instant at, String actor, String what, String row, boolean gone, String facts) {}

    /** @param actor who made the user a member, or the program where the membership is older than the log of changes */
    public record Right(String user, String group, Instant since, String actor) {}

    private final JdbcClient jdbc;
    private final EventRows rows;

    AuditReader(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new EventRows(json);
    }

    /** @param detail substring of the stored detail, e.g. {@code "ground":}; null for all */
    public List<Line> events(Collection<BasvuruEventType> types, @Nullable String detail, Query query) {
        var parameters = new HashMap<String, Object>(
                Map.of("actions", types.stream().map(BasvuruEventType::id).toList(), "size", query.size()));
        var conditions = new ArrayList<>(List.of("action in (:actions)"));
        if (detail != null) {
            conditions.add("detail like :detail");
            parameters.put("detail", "%" + detail + "%");
        }
        return events(query, conditions, parameters);
    }

    /** Approved answers with a ground of refusal; drafts that the approver returned are excluded. */
    public List<Line> approvedRefusals(Query query) {
        var parameters = new HashMap<String, Object>(Map.of(
                "submitted", BasvuruEventType.CEVAP_HAZIRLANDI.id(),
                "approved", BasvuruEventType.ONAYLANDI.id(),
                "size", query.size()));
        var conditions = new ArrayList<>(List.of(
                "action = :submitted",
                "detail like '%\"ground\":%'",
                "exists (select 1 from olay a where a.number = olay.number and a.action = :approved and a.id > olay.id "
                        + "and not exists (select 1 from olay n where n.number = olay.number "
                        + "and n.action = :submitted and n.id > olay.id and n.id < a.id))"));
        return events(query, conditions, parameters);
    }

    private List<Line> events(Query query, List<String> conditions, Map<String, Object> parameters) {
        narrow(query, conditions, parameters);
        return jdbc.sql("select id, number, at, actor, actor_name, action, detail from olay where "
                        + String.join(" and ", conditions) + " order by id desc limit :size")
                .params(parameters)
                .query((row, index) -> new Line(row.getLong("id"), row.getString("number"), entry(row)))
                .list();
    }

    /** @param number of an application; null for all */
    public List<Look> looks(@Nullable String number, Query query) {
        var parameters = new HashMap<String, Object>(Map.of("size", query.size()));
        var conditions = new ArrayList<>(List.of("1 = 1"));
        if (number != null) {
            conditions.add("number = :number");
            parameters.put("number", number);
        }
        narrow(query, conditions, parameters);
        return jdbc.sql("select id, number, at, actor, place from kisisel_veri_goruntuleme where "
                        + String.join(" and ", conditions) + " order by id desc limit :size")
                .params(parameters)
                .query((row, index) -> new Look(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("place")))
                .list();
    }

    /** Changes of what the office works by; the newest first. */
    public List<Change> changes(Query query) {
        var parameters = new HashMap<String, Object>(Map.of("size", query.size()));
        var conditions = new ArrayList<>(List.of("1 = 1"));
        narrow(query, conditions, parameters);
        return jdbc.sql("select id, at, actor, action, tablo, anahtar, ozet, detail from kurum_olayi where "
                        + String.join(" and ", conditions) + " order by id desc limit :size")
                .params(parameters)
                .query((row, index) -> new Change(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        Texts.of("audit.kurum." + row.getString("action").toLowerCase(Locale.ROOT)),
                        row.getString("tablo") == null
                                ? ""
                                : Texts.of("audit.tablo." + row.getString("tablo")) + ": " + row.getString("anahtar"),
                        row.getString("ozet") == null && row.getString("tablo") != null,
                        facts(row.getString("detail"))))
                .list();
    }

    /** Members of groups at the end of a day, Europe/Istanbul, by user. */
    public List<Right> rights(LocalDate day, long offset, int size) {
        return jdbc.sql(
                        "select k.anahtar, k.at, k.actor from (select max(id) as id from kurum_olayi where tablo = :table "
                                + "and at < :until group by anahtar) one join kurum_olayi k on k.id = one.id "
                                + "where k.ozet is not null order by k.anahtar limit :size offset :offset")
                .param("table", OfficeTable.MEMBERSHIPS.table())
                .param("until", startOf(day.plusDays(1)))
                .param("size", size)
                .param("offset", offset)
                .query((row, index) -> {
                    String key = row.getString(1);
                    int between = key.lastIndexOf('|');
                    return new Right(
                            key.substring(0, between),
                            key.substring(between + 1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3));
                })
                .list();
    }

    private String facts(String detail) {
        return rows.read(detail).entrySet().stream()
                .filter(fact -> !String.valueOf(fact.getValue()).isBlank())
                .map(fact -> String.valueOf(fact.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static void narrow(Query query, List<String> conditions, Map<String, Object> parameters) {
        var from = query.from();
        var until = query.until();
        if (from != null) {
            conditions.add("at >= :from");
            parameters.put("from", startOf(from));
        }
        if (until != null) {
            conditions.add("at < :until");
            parameters.put("until", startOf(until.plusDays(1)));
        }
        if (query.actor() != null) {
            conditions.add("actor = :actor");
            parameters.put("actor", query.actor());
        }
        if (query.before() != null) {
            conditions.add("id < :before");
            parameters.put("before", query.before());
        }
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private History.Entry entry(ResultSet row) throws SQLException {
        return rows.entry(row);
    }
}
