package tr.muhatap.takip;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Forgets which codes were still to be shown. */
@Component
class CodeEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    CodeEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from gosterilecek_kod where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
