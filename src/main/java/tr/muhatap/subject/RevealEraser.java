package tr.muhatap.subject;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases why fields were shown in full; that they were, and to whom, stays. */
@Component
class RevealEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    RevealEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update veri_gosterme set reason = '' where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
