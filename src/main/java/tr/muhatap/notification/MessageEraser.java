package tr.muhatap.notification;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

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
}
