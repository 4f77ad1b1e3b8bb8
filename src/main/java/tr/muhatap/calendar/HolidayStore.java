package tr.muhatap.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;

/** The holiday table in the database. Writers increment the version first, in the same transaction. */
@Repository
class HolidayStore {

    private final JdbcClient jdbc;

    private final CurrentUser currentUser;
    private final OfficeLog officeLog;
    private final Clock clock;

    HolidayStore(JdbcClient jdbc, CurrentUser currentUser, OfficeLog officeLog, Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    long version() {
        return jdbc.sql("select surum from tatil_surum").query(Long.class).single();
    }

    /** Increments the version; its row lock serializes concurrent changes. */
    void raiseVersion() {
        jdbc.sql("update tatil_surum set surum = surum + 1").update();
    }

    List<Holiday> all() {
        return jdbc.sql("select tarih, ad, yarim, idari_izin from tatil order by tarih")
                .query((row, number) -> new Holiday(
                        row.getObject("tarih", LocalDate.class),
                        row.getString("ad"),
                        row.getBoolean("yarim"),
                        row.getBoolean("idari_izin")))
                .list();
    }

    void insert(Holiday holiday) {
        jdbc.sql("insert into tatil (tarih, ad, yarim, idari_izin) values (:date, :name, :half, :leave)")
                .param("date", holiday.date())
                .param("name", holiday.name())
                .param("half", holiday.half())
                .param("leave", holiday.leave())
                .update();
        officeLog.changed(new OfficeChange.HolidayEntry(currentUser.name(), holiday.date()));
    }

    /** Records what the current version changed. */
    void record(LocalDate date, String name, HolidayChange.Kind kind) {
        long version = version();
        jdbc.sql(
                        "insert into tatil_degisiklik (surum, tarih, ad, ne, kim, at) values (:version, :date, :name, :kind, :who, :at)")
                .param("version", version)
                .param("date", date)
                .param("name", name)
                .param("kind", kind.name())
                .param("who", currentUser.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        officeLog.changed(new OfficeChange.HolidayExplained(currentUser.name(), version, date, kind.name(), name));
    }

    List<HolidayChange> changesSince(long version) {
        return jdbc.sql("select surum, tarih, ad, ne from tatil_degisiklik where surum > :version order by surum")
                .param("version", version)
                .query((row, number) -> new HolidayChange(
                        row.getLong("surum"),
                        row.getObject("tarih", LocalDate.class),
                        row.getString("ad"),
                        HolidayChange.Kind.valueOf(row.getString("ne"))))
                .list();
    }

    void delete(LocalDate date) {
        jdbc.sql("delete from tatil where tarih = :date").param("date", date).update();
        officeLog.changed(new OfficeChange.HolidayEntry(currentUser.name(), date));
    }
}
