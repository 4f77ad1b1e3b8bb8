package tr.muhatap.intake.posta;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

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
}
