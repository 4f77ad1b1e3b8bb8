package tr.muhatap.deputy;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases which tasks of an application were asked of absent colleagues. */
@Component
class QuestionEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    QuestionEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from gorev_sorusu where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
