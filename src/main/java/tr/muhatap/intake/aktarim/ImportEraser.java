package tr.muhatap.intake.aktarim;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

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
}
