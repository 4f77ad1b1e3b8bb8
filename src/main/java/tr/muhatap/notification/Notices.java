package tr.muhatap.notification;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;

/**
 * Writes the messages that are not the answer, each in the transaction of its event: receipt, notice of an end without an
 * answer, a manager's urging. The {@link Dispatcher} sends them afterwards.
 */
@Component
class Notices {

    private static final Set<Outcome> WITHOUT_ANSWER =
            Set.of(Outcome.YONLENDIRILDI, Outcome.MUKERRER, Outcome.ISLEME_KONULMADI);

    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final StaffDirectory staff;

    Notices(BasvuruRegister register, Messages messages, MessageTexts texts, StaffDirectory staff) {
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.staff = staff;
    }

    @EventListener
    void receipt(BasvuruEvent.Alindi event) {
        var basvuru = register.get(event.number());
        write(event.number() + ":kayit", Purpose.KAYIT, basvuru, Destination.ofReceipt(basvuru), "");
    }

    @EventListener
    void endWithoutAnswer(BasvuruEvent.Kapandi event) {
        if (WITHOUT_ANSWER.contains(event.outcome())) {
            var basvuru = register.get(event.number());
            write(event.number() + ":sonuc", Purpose.SONUC, basvuru, Destination.ofAnswer(basvuru), event.reason());
        }
    }

    @EventListener
    void urging(BasvuruEvent.BirimUyarildi event) {
        var basvuru = register.get(event.number());
        String unit = event.unit();
        String group = unit == null ? Groups.HALKLA_ILISKILER : Groups.ofUnit(unit);
        List<String> addresses = staff.emailsOf(group);
        for (var address : addresses) {
            write(
                    event.number() + ":uyari:" + event.at().toEpochMilli() + ":"
                            + Integer.toHexString(address.hashCode()),
                    Purpose.UYARI,
                    basvuru,
                    new Destination(Medium.E_POSTA, address),
                    event.reason());
        }
    }

    private void write(String key, Purpose purpose, Basvuru basvuru, Destination destination, @Nullable String extra) {
        var medium = destination.medium();
        boolean bySystem = medium == Medium.E_POSTA || medium == Medium.SMS;
        messages.add(
                key,
                basvuru.number(),
                purpose,
                destination,
                texts.subject(purpose, basvuru),
                texts.body(purpose, basvuru, extra == null ? "" : extra),
                bySystem
                        ? Message.State.BEKLIYOR
                        : medium.isByHand() ? Message.State.LISTEDE : Message.State.GONDERILDI);
        if (!bySystem) {
            register.messageSent(basvuru.number(), purpose.label(), medium.label(), destination.masked());
        }
    }
}
