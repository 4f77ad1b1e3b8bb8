package tr.muhatap.intake.posta;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases e-mails that became applications; their fingerprints stay, so that none is taken in again. */
@Component
class MailEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    MailEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update gelen_posta set head = null, raw = null, note = null, sender = null, words = null "
                        + "where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }

    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select received_at, size, note from gelen_posta where number = :number order by id")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("intake.tutulan.e-posta"),
                        Texts.of("intake.tutulan.tarih"),
                        row.getObject(1, OffsetDateTime.class),
                        Texts.of("intake.tutulan.boyut"),
                        row.getLong(2),
                        Texts.of("intake.tutulan.not"),
                        row.getString(3)))
                .list();
    }
}
