package tr.muhatap.intake.cagri;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.HeldData;
import tr.muhatap.basvuru.PersonalDataHolder;
import tr.muhatap.text.Texts;

/** Erases who called, and what was noted; that there was a call stays, for the figures. */
@Component
class CallEraser implements PersonalDataHolder {

    private final JdbcClient jdbc;

    CallEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        jdbc.sql("update cagri set phone = null, recording = null, note = null, call_id = 'silindi-' || id "
                        + "where number in (:numbers)")
                .param("numbers", numbers)
                .update();
    }

    @Override
    public List<HeldData> held(String number) {
        return calls("number = :value", number);
    }

    @Override
    public List<HeldData> heldApart(@Nullable String phone) {
        return phone == null ? List.of() : calls("number is null and phone = :value", phone);
    }

    private List<HeldData> calls(String which, String value) {
        return jdbc.sql("select phone, started_at, ended_at, recording, note from cagri where " + which
                        + " order by id")
                .param("value", value)
                .query((row, index) -> HeldData.of(
                        Texts.of("intake.tutulan.cagri"),
                        Texts.of("intake.tutulan.telefon"),
                        row.getString(1),
                        Texts.of("intake.tutulan.baslangic"),
                        row.getObject(2, OffsetDateTime.class),
                        Texts.of("intake.tutulan.bitis"),
                        row.getObject(3, OffsetDateTime.class),
                        Texts.of("intake.tutulan.ses-kaydi"),
                        row.getString(4),
                        Texts.of("intake.tutulan.not"),
                        row.getString(5)))
                .list();
    }
}
