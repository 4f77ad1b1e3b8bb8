package tr.muhatap.notification;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases the messages about applications, and the tokens of confirmed addresses. */
@Component
class MessageEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    MessageEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from mesaj where number in (:numbers)")
                .param("numbers", numbers)
                .update();
        jdbc.sql("delete from iletisim_teyit where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }

    /** A message to somebody else, as a unit or a manager, holds nothing of the person's. */
    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql(
                        "select purpose, medium, recipient, subject, body, created_at from mesaj where number = :number "
                                + "and purpose not in ('UYARI', 'KURUL_UYARISI', 'OZET') order by id")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("notification.tutulan.bildirim"),
                        Texts.of("notification.tutulan.tur"),
                        Purpose.valueOf(row.getString(1)).label(),
                        Texts.of("notification.tutulan.yol"),
                        Medium.valueOf(row.getString(2)).label(),
                        Texts.of("notification.tutulan.alici"),
                        row.getString(3),
                        Texts.of("notification.tutulan.tarih"),
                        row.getObject(6, OffsetDateTime.class),
                        Texts.of("notification.tutulan.konu"),
                        row.getString(4),
                        Texts.of("notification.tutulan.metin"),
                        row.getString(5)))
                .list();
    }
}
