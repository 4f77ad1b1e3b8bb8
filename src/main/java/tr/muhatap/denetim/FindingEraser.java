package tr.muhatap.denetim;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases what auditors wrote about applications; that they were in a sample stays. */
@Component
class FindingEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    FindingEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update denetim_bulgusu set bulgu = null where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
