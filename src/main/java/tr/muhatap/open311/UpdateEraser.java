package tr.muhatap.open311;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases which updates other applications sent about an application. */
@Component
class UpdateEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    UpdateEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from open311_guncelleme where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
