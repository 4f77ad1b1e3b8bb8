package tr.muhatap.intake.aktarim;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.channel.Channel;
import tr.muhatap.text.Texts;

/** Erases what lists of other systems said of applications, with the whole list as it was handed in. */
@Component
class ImportEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    ImportEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update aktarim set raw = null where raw is not null and id in "
                        + "(select aktarim from aktarim_satir where number in (:numbers))")
                .param("numbers", numbers)
                .update();
        jdbc.sql("update aktarim_satir set reference = null, detail = null where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }

    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql(
                        "select a.kanal, a.created_at, s.reference from aktarim_satir s join aktarim a on a.id = s.aktarim "
                                + "where s.number = :number order by a.created_at")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("intake.tutulan.aktarim"),
                        Texts.of("intake.tutulan.kaynak"),
                        Channel.valueOf(row.getString(1)).label(),
                        Texts.of("intake.tutulan.tarih"),
                        row.getObject(2, OffsetDateTime.class),
                        Texts.of("intake.tutulan.kaynak-numarasi"),
                        row.getString(3)))
                .list();
    }
}
