package tr.muhatap.notification;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.text.Days;

/** Sends links with questions. They say neither who applied nor about what, and name the application only where the asker wishes it. */
@Component
public class InquiryMessages {

    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final ConfirmedContacts contacts;

    InquiryMessages(BasvuruRegister register, Messages messages, MessageTexts texts, ConfirmedContacts contacts) {
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.contacts = contacts;
    }

    /**
     * A link to be sent.
     *
     * @param inquiry which one of the application
     * @param contact e-mail address or telephone of whoever is asked; null: the applicant's
     * @param seed of the link
     * @param reminder whether it was sent before
     */
    public record Link(
            String number,
            int inquiry,
            boolean bySms,
            @Nullable String contact,
            String seed,
            LocalDate lastDay,
            boolean showNumber,
            boolean reminder) {}

    /** Whether the applicant can be asked by e-mail or SMS: there is such a contact, and somebody confirmed it. */
    public boolean reachesApplicant(Basvuru basvuru, boolean bySms) {
        return ofApplicant(basvuru, bySms).isPresent();
    }

    /** Writes the message; the outbox sends it. Nothing is written where the applicant cannot be reached so any more. */
    public boolean send(Link link) {
        var basvuru = register.get(link.number());
        var to = link.contact() == null
                ? ofApplicant(basvuru, link.bySms())
                : Optional.of(new Destination(medium(link.bySms()), link.contact()));
        to.ifPresent(destination -> write(link, basvuru, destination));
        return to.isPresent();
    }

    private void write(Link link, Basvuru basvuru, Destination destination) {
        var purpose = link.reminder() ? Purpose.SORU_HATIRLATMA : Purpose.SORU;
        messages.add(
                Messages.key(basvuru, (link.reminder() ? "soru-hatirlatma:" : "soru:") + link.inquiry()),
                basvuru.number(),
                purpose,
                destination,
                link.showNumber() ? texts.subject(purpose, basvuru) : purpose.label(),
                texts.inquiry(
                        purpose,
                        Map.of(
                                "kisa", link.bySms(),
                                "sahibine", link.contact() == null,
                                "numara", link.showNumber() ? basvuru.number() : "",
                                "sonGun", Days.written(link.lastDay()),
                                "baglanti", InquiryLinks.placeholder(link.seed()))),
                Message.State.BEKLIYOR);
    }

    private Optional<Destination> ofApplicant(Basvuru basvuru, boolean bySms) {
        return Destination.ways(basvuru).stream()
                .filter(way -> way.medium() == medium(bySms))
                .filter(way -> contacts.isConfirmed(basvuru))
                .findFirst();
    }

    private static Medium medium(boolean bySms) {
        return bySms ? Medium.SMS : Medium.E_POSTA;
    }
}
