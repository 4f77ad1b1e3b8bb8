package tr.muhatap.letter;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases the letters of applications. */
@Component
class LetterEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    LetterEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from yazi where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
