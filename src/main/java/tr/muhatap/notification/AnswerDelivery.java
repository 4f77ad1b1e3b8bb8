package tr.muhatap.notification;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * Delivers approved answers. Called by a job of the engine, whose table is the outbox: what the outside does not take
 * throws, the job is retried and becomes an incident in the end.
 */
@Service
public class AnswerDelivery {

    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final Carrier carrier;

    AnswerDelivery(BasvuruRegister register, Messages messages, MessageTexts texts, Carrier carrier) {
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.carrier = carrier;
    }

    /**
     * Sends the answer, or puts it on the list of those to be brought by hand. The row is written before the outside is
     * called and both stand in the job's transaction, so a repetition finds the answer sent, or nothing at all; only a crash
     * between the outside's acceptance and the commit sends it twice, with the same key.
     */
    @Transactional
    public void deliver(String number) {
        var basvuru = register.get(number);
        String key = Messages.key(basvuru, "cevap");
        if (messages.find(key).isPresent()) {
            return;
        }
        var destination = Destination.ofAnswer(basvuru);
        messages.add(
                key,
                number,
                Purpose.CEVAP,
                destination,
                texts.subject(Purpose.CEVAP, basvuru),
                texts.body(Purpose.CEVAP, basvuru, Map.of()),
                destination.medium().isByHand() ? Message.State.LISTEDE : Message.State.GONDERILDI);
        messages.find(key).ifPresent(carrier::carry);
        register.messageSent(number, Purpose.CEVAP.label(), destination.medium().label(), destination.masked());
    }
}
