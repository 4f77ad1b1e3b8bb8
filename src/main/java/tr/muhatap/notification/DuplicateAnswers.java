package tr.muhatap.notification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Duplicates;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.SentAnswers;

/** Sends the answer to an application to the applicants of its duplicates. */
@Component
class DuplicateAnswers {

    private final Duplicates duplicates;
    private final SentAnswers sentAnswers;
    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;

    DuplicateAnswers(
            Duplicates duplicates,
            SentAnswers sentAnswers,
            BasvuruRegister register,
            Messages messages,
            MessageTexts texts) {
        this.duplicates = duplicates;
        this.sentAnswers = sentAnswers;
        this.register = register;
        this.messages = messages;
        this.texts = texts;
    }

    @EventListener
    void approved(BasvuruEvent.Onaylandi event) {
        var waiting = duplicates.waitingFor(event.number());
        if (!waiting.isEmpty()) {
            var main = register.get(event.number());
            waiting.forEach(duplicate -> send(duplicate, main));
        }
    }

    /** For a duplicate of an application that was answered before; its own duplicates are notified, too. */
    @EventListener
    void closedAsDuplicate(BasvuruEvent.Kapandi event) {
        if (event.outcome() != Outcome.MUKERRER) {
            return;
        }
        var duplicate = register.get(event.number());
        duplicates
                .mainOf(duplicate)
                .filter(main -> sentAnswers.current(main) != null)
                .ifPresent(main -> {
                    send(duplicate, main);
                    duplicates.waitingFor(duplicate.number()).forEach(other -> send(other, main));
                });
    }

    private void send(Basvuru duplicate, Basvuru main) {
        // One message per answer of the main application, which may be reopened and answered again
        String key = Messages.key(duplicate, "cevap:" + Messages.key(main, ""));
        if (messages.find(key).isPresent()) {
            return;
        }
        var destination = Destination.ofAnswer(duplicate);
        messages.add(
                key,
                duplicate.number(),
                Purpose.CEVAP,
                destination,
                texts.subject(Purpose.CEVAP, duplicate),
                texts.answerToDuplicate(destination, duplicate, main),
                Messages.stateOf(destination.medium()));
        if (!destination.medium().isBySystem()) {
            register.messageSent(
                    duplicate.number(),
                    Purpose.CEVAP.label(),
                    destination.medium().label(),
                    destination.masked());
        }
    }
}
