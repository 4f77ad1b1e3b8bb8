package tr.muhatap.dosya;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

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

    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select at, text from basvuru_notu where number = :number order by id")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("dosya.tutulan.not"),
                        Texts.of("dosya.tutulan.tarih"),
                        row.getObject(1, OffsetDateTime.class),
                        Texts.of("dosya.tutulan.metin"),
                        row.getString(2)))
                .list();
    }
}
