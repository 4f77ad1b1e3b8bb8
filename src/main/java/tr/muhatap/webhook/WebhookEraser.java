package tr.muhatap.webhook;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases what other systems were notified of, with their answers. */
@Component
class WebhookEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    WebhookEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from bildirim where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
