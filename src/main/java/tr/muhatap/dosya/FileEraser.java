package tr.muhatap.dosya;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases the notes about applications, and the words by which they are found. */
@Component
class FileEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    FileEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("delete from basvuru_notu where number in (:numbers)")
                .param("numbers", numbers)
                .update();
        jdbc.sql("update basvuru_arama set sozler = '', ad = '' where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }
}
