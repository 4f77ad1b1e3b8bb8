package tr.muhatap.takip;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases which codes were still to be shown, and what applicants wrote about the answer; their scores stay for the figures. */
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
        jdbc.sql("update memnuniyet set words = null where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }

    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select given_at, score, words from memnuniyet where number = :number order by round")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("takip.tutulan.memnuniyet"),
                        Texts.of("takip.tutulan.tarih"),
                        row.getObject(1, OffsetDateTime.class),
                        Texts.of("takip.tutulan.puan"),
                        row.getInt(2),
                        Texts.of("takip.tutulan.metin"),
                        row.getString(3)))
                .list();
    }
}
