package tr.muhatap.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.officelog.OfficeTable;
import tr.muhatap.organization.OrganizationChange.Kind;

/** Units and topics in the database. Whoever changes them raises the version first, in the same transaction. */
@Repository
class OrganizationStore {

    private static final int MOST_CHANGES = 200;

    private final JdbcClient jdbc;
    private final OfficeLog officeLog;
    private final Clock clock;

    OrganizationStore(JdbcClient jdbc, OfficeLog officeLog, Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.clock = clock;
    }

    /** A unit's row with the name that the program came with; null if the office made it. */
    record UnitRow(UnitEntry entry, @Nullable String shippedName) {}

    /** A topic's row, likewise. */
    record TopicRow(
            TopicEntry entry,
            @Nullable String shippedName,
            @Nullable String shippedUnit) {}

    long version() {
        return jdbc.sql("select surum from birim_surum").query(Long.class).single();
    }

    /** Also waits until every other change is through: changes come one after another. */
    void raiseVersion() {
        jdbc.sql("update birim_surum set surum = surum + 1").update();
    }

    /** Whether the unit is open; who closes it waits until whoever holds it is through. H2 has no shared lock. */
    boolean holdOpen(String unit) {
        return jdbc.sql("select kod from birim where kod = :unit and not kapali for update")
                .param("unit", unit)
                .query(String.class)
                .optional()
                .isPresent();
    }

    List<UnitRow> units() {
        return jdbc.sql("select kod, ad, kapali, devralan, gelen_ad from birim order by sira, kod")
                .query((row, index) -> new UnitRow(
                        new UnitEntry(
                                row.getString("kod"),
                                row.getString("ad"),
                                row.getBoolean("kapali"),
                                row.getString("devralan")),
                        row.getString("gelen_ad")))
                .list();
    }

    List<TopicRow> topics() {
        return jdbc.sql("select kod, ad, birim, kelimeler, kapali, gelen_ad, gelen_birim from konu order by sira, kod")
                .query(OrganizationStore::topic)
                .list();
    }

    private static TopicRow topic(ResultSet row, int index) throws SQLException {
        String unit = row.getString("birim");
        String shippedUnit = row.getString("gelen_birim");
        return new TopicRow(
                new TopicEntry(
                        row.getString("kod"),
                        row.getString("ad"),
                        unit,
                        row.getString("kelimeler"),
                        row.getBoolean("kapali"),
                        !unit.equals(shippedUnit)),
                row.getString("gelen_ad"),
                shippedUnit);
    }

    void insert(Unit unit, @Nullable String shippedName) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.UNITS, unit.code()));
        jdbc.sql("insert into birim (kod, ad, sira, kapali, gelen_ad) values (:code, :name, "
                        + "(select coalesce(max(b.sira), 0) + 1 from birim b), false, :shipped)")
                .param("code", unit.code())
                .param("name", unit.name())
                .param("shipped", shippedName)
                .update();
    }

    void insert(Topic topic, String words, @Nullable Topic shipped) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.TOPICS, topic.code()));
        jdbc.sql("insert into konu (kod, ad, birim, kelimeler, sira, kapali, gelen_ad, gelen_birim) values (:code, "
                        + ":name, :unit, :words, (select coalesce(max(k.sira), 0) + 1 from konu k), false, :shippedName, "
                        + ":shippedUnit)")
                .param("code", topic.code())
                .param("name", topic.name())
                .param("unit", topic.unit())
                .param("words", words)
                .param("shippedName", shipped == null ? null : shipped.name())
                .param("shippedUnit", shipped == null ? null : shipped.unit())
                .update();
    }

    void update(UnitEntry entry) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.UNITS, entry.code()));
        jdbc.sql("update birim set ad = :name, kapali = :closed, devralan = :successor where kod = :code")
                .param("code", entry.code())
                .param("name", entry.name())
                .param("closed", entry.closed())
                .param("successor", entry.successor())
                .update();
    }

    void update(TopicEntry entry) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.TOPICS, entry.code()));
        jdbc.sql("update konu set ad = :name, birim = :unit, kelimeler = :words, kapali = :closed where kod = :code")
                .param("code", entry.code())
                .param("name", entry.name())
                .param("unit", entry.unit())
                .param("words", entry.words())
                .param("closed", entry.closed())
                .update();
    }

    void shipped(Unit unit) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.UNITS, unit.code()));
        jdbc.sql("update birim set gelen_ad = :name where kod = :code")
                .param("code", unit.code())
                .param("name", unit.name())
                .update();
    }

    void shipped(Topic topic) {
        officeLog.changed(new OfficeChange.OrganizationEntry(OfficeTable.TOPICS, topic.code()));
        jdbc.sql("update konu set gelen_ad = :name, gelen_birim = :unit where kod = :code")
                .param("code", topic.code())
                .param("name", topic.name())
                .param("unit", topic.unit())
                .update();
    }

    void record(String who, boolean ofTopic, String code, Kind kind, @Nullable String before, @Nullable String after) {
        jdbc.sql("insert into birim_degisiklik (at, kim, konu, kod, ne, eski, yeni) "
                        + "values (:at, :who, :ofTopic, :code, :kind, :before, :after)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("ofTopic", ofTopic)
                .param("code", code)
                .param("kind", kind.name())
                .param("before", before)
                .param("after", after)
                .update();
    }

    /** The newest first. */
    List<OrganizationChange> changes(String code, boolean ofTopic) {
        return jdbc.sql("select at, kim, konu, kod, ne, eski, yeni from birim_degisiklik "
                        + "where kod = :code and konu = :ofTopic order by id desc limit :most")
                .param("code", code)
                .param("ofTopic", ofTopic)
                .param("most", MOST_CHANGES)
                .query((row, index) -> new OrganizationChange(
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("kim"),
                        row.getBoolean("konu"),
                        row.getString("kod"),
                        Kind.valueOf(row.getString("ne")),
                        row.getString("eski"),
                        row.getString("yeni")))
                .list();
    }
}
