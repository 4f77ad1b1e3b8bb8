package tr.muhatap.inquiry;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases what was asked by links, whom, and what they answered. */
@Component
class InquiryEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    InquiryEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        for (var statement : List.of(
                "delete from soru_cevabi where number in (:numbers)",
                "delete from soru where number in (:numbers)",
                "delete from soru_istegi where number in (:numbers)")) {
            jdbc.sql(statement).param("numbers", numbers).update();
        }
    }

    /** Who else was asked, and how to reach them, is not the person's. */
    @Override
    public List<HeldData> held(String number) {
        return jdbc.sql("select s.text, c.answer, c.answered_at from soru s join soru_cevabi c on c.number = s.number "
                        + "and c.ordinal = s.ordinal and c.place = s.place where s.number = :number "
                        + "order by s.ordinal, s.place")
                .param("number", number)
                .query((row, index) -> HeldData.of(
                        Texts.of("inquiry.tutulan.soru"),
                        Texts.of("inquiry.tutulan.metin"),
                        row.getString(1),
                        Texts.of("inquiry.tutulan.cevap"),
                        row.getString(2),
                        Texts.of("inquiry.tutulan.tarih"),
                        row.getObject(3, OffsetDateTime.class)))
                .list();
    }
}
