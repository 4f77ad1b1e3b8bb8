package tr.muhatap.notification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.takip.CodeDelivery;

/** Requests of applicants for a new tracking code, which is issued only when their address is confirmed. */
@Component
class CodeRequests implements CodeDelivery {

    private static final String KEY = "kod-istegi:";

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MessageTexts texts;
    private final ConfirmedContacts contacts;

    CodeRequests(JdbcClient jdbc, Messages messages, MessageTexts texts, ConfirmedContacts contacts) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.texts = texts;
        this.contacts = contacts;
    }

    @Override
    public Optional<String> recipient(Basvuru basvuru) {
        return recipientOf(basvuru);
    }

    static Optional<String> recipientOf(Basvuru basvuru) {
        return Optional.of(Destination.ofReceipt(basvuru))
                .filter(destination -> destination.medium().isBySystem())
                .map(Destination::recipient);
    }

    @Override
    public boolean isConfirmed(Basvuru basvuru) {
        return contacts.isConfirmed(basvuru);
    }

    @Override
    @Transactional
    public void askToConfirm(Basvuru basvuru) {
        var destination = Destination.ofReceipt(basvuru);
        messages.add(
                Messages.key(basvuru, KEY + UUID.randomUUID()),
                basvuru.number(),
                Purpose.TAKIP_KODU,
                destination,
                texts.subject(Purpose.TAKIP_KODU, basvuru),
                texts.codeRequest(basvuru),
                Messages.stateOf(destination.medium()));
    }

    /** Whether a new code was requested before the address was confirmed. */
    boolean isWaiting(String number) {
        return jdbc.sql("select count(*) from mesaj where number = :number and purpose = :purpose "
                                + "and message_key like :key")
                        .param("number", number)
                        .param("purpose", Purpose.TAKIP_KODU.name())
                        .param("key", number + ":%" + KEY + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
