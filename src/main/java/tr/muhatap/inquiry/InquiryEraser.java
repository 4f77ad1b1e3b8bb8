package tr.muhatap.inquiry;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

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
}
