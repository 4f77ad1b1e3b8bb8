package tr.muhatap.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

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

    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select kind, sayi, letter_date from yazi where number = :number order by entered_at")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("letter.tutulan.yazi"),
                        Texts.of("letter.tutulan.tur"),
                        LetterKind.valueOf(row.getString(1)).label(),
                        Texts.of("letter.tutulan.sayi"),
                        row.getString(2),
                        Texts.of("letter.tutulan.tarih"),
                        row.getObject(3, LocalDate.class)))
                .list();
    }
}
