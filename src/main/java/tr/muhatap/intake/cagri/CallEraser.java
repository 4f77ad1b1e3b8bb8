package tr.muhatap.intake.cagri;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases who called, and what was noted; that there was a call stays, for the figures. */
@Component
class CallEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    CallEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update cagri set phone = null, recording = null, note = null, call_id = 'silindi-' || id "
                        + "where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
