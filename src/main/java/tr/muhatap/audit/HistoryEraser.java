package tr.muhatap.audit;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/**
 * Takes the words and names of events away together with the salt of their hashes: their places in the log stand, and nobody can
 * try which words they were.
 */
@Component
class HistoryEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    HistoryEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        LogSequencer.lock(jdbc);
        jdbc.sql("update olay set detail = '{}', actor_name = null where number in (:numbers)")
                .param("numbers", numbers)
                .update();
        jdbc.sql("update olay_tuzu set tuz = null where number in (:numbers)")
                .param("numbers", numbers)
                .update();
        // What is not in the log yet has no salt; one that is made later would be of words that are gone
        jdbc.sql("insert into olay_tuzu (number, tuz) select distinct o.number, cast(null as "
                        + "bytea) from olay o where o.number in (:numbers) "
                        + "and not exists (select 1 from olay_tuzu t where t.number = o.number)")
                .param("numbers", numbers)
                .update();
    }

    /** That somebody looked, when and where; who of the office it was stays with the office. */
    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select at, place from kisisel_veri_goruntuleme where number = :number order by id")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("audit.tutulan.goruntuleme"),
                        Texts.of("audit.tutulan.tarih"),
                        row.getObject(1, OffsetDateTime.class),
                        Texts.of("audit.tutulan.yer"),
                        row.getString(2)))
                .list();
    }
}
