package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holiday table in the database. Whoever changes it raises the version first, in the same transaction. */
@Repository
class HolidayStore {

    private final JdbcClient jdbc;

    HolidayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select surum from tatil_surum").query(Long.class).single();
    }

    /** Also waits until every other change is through: changes come one after another. */
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
    }

    void delete(LocalDate date) {
        jdbc.sql("delete from tatil where tarih = :date").param("date", date).update();
    }
}
