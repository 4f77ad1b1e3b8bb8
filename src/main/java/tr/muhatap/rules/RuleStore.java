package tr.muhatap.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;

/** Persists drafts and the log of publications. */
@Repository
class RuleStore {

    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OfficeLog officeLog;

    RuleStore(JdbcClient jdbc, ObjectMapper json, OfficeLog officeLog) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.json = json;
    }

    /** A publication; {@code changes} are lines. */
    record Publication(
            int version,
            int basedOn,
            String reason,
            List<String> changes,
            String shippedDigest,
            String by,
            Instant at) {}

    Optional<RuleDraft> draft(RuleTable table, String by) {
        return drafts(table).stream().filter(draft -> draft.by().equals(by)).findFirst();
    }

    List<RuleDraft> drafts(RuleTable table) {
        return jdbc.sql("select * from kural_taslagi where karar = :karar order by changed_at desc")
                .param("karar", table.key())
                .query((row, number) -> new RuleDraft(
                        table,
                        row.getString("changed_by"),
                        row.getInt("base_version"),
                        row.getInt("revision"),
                        rows(table, row.getString("content")),
                        instant(row, "changed_at")))
                .list();
    }

    /** Inserts a new draft; fails if it was created concurrently. */
    void add(RuleDraft draft) {
        jdbc.sql("insert into kural_taslagi (karar, changed_by, base_version, revision, content, changed_at) "
                        + "values (:karar, :by, :base, :revision, :content, :at)")
                .param("karar", draft.table().key())
                .param("by", draft.by())
                .param("base", draft.baseVersion())
                .param("revision", draft.revision())
                .param("content", written(draft.rows()))
                .param("at", draft.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Replaces the previous revision of a draft; returns false if it has changed. */
    boolean replace(RuleDraft draft) {
        return jdbc.sql("update kural_taslagi set base_version = :base, revision = :revision, content = :content, "
                                + "changed_at = :at where karar = :karar and changed_by = :by and revision = :before")
                        .param("karar", draft.table().key())
                        .param("by", draft.by())
                        .param("base", draft.baseVersion())
                        .param("revision", draft.revision())
                        .param("before", draft.revision() - 1)
                        .param("content", written(draft.rows()))
                        .param("at", draft.changedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void delete(RuleTable table, String by) {
        jdbc.sql("delete from kural_taslagi where karar = :karar and changed_by = :by")
                .param("karar", table.key())
                .param("by", by)
                .update();
    }

    /** Serializes publications across all nodes until the end of the transaction. */
    void lock() {
        jdbc.sql("select name from node_lock where name = 'rules' for update")
                .query(String.class)
                .single();
    }

    void add(RuleTable table, Publication publication) {
        jdbc.sql("insert into kural_yayini (karar, version, based_on, reason, changes, shipped_digest, published_by, "
                        + "published_at) values (:karar, :version, :basedOn, :reason, :changes, :digest, :by, :at)")
                .param("karar", table.key())
                .param("version", publication.version())
                .param("basedOn", publication.basedOn())
                .param("reason", publication.reason())
                .param("changes", String.join("\n", publication.changes()))
                .param("digest", publication.shippedDigest())
                .param("by", publication.by())
                .param("at", publication.at().atOffset(ZoneOffset.UTC))
                .update();
        officeLog.changed(new OfficeChange.RulePublished(
                publication.by(), table.key(), publication.version(), publication.basedOn(), publication.reason()));
    }

    /** All publications of a table, newest first. */
    List<Publication> publications(RuleTable table) {
        return jdbc.sql("select * from kural_yayini where karar = :karar order by version desc")
                .param("karar", table.key())
                .query((row, number) -> new Publication(
                        row.getInt("version"),
                        row.getInt("based_on"),
                        row.getString("reason"),
                        row.getString("changes").lines().toList(),
                        row.getString("shipped_digest"),
                        row.getString("published_by"),
                        instant(row, "published_at")))
                .list();
    }

    private List<RuleRow> rows(RuleTable table, String content) {
        try {
            return json.readValue(content, ROWS).stream()
                    .map(cells -> RuleRow.of(table, cells))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft of " + table.key() + " cannot be read", e);
        }
    }

    private String written(List<RuleRow> rows) {
        try {
            return json.writeValueAsString(rows.stream().map(RuleRow::cells).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
