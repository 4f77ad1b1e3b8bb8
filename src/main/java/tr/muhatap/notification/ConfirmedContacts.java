package tr.muhatap.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Source;

/**
 * Whose address a message goes to. What a desk or a system delivered counts as confirmed: somebody checked who applies.
 * What was typed on the public page may be a stranger's, until who reads it opens our link and knows the last four
 * digits of the applicant's phone or T.C. kimlik no, or the desk corrects the contact.
 */
@Service
public class ConfirmedContacts {

    /** Begins the external reference of an application that came by e-mail: its writer was shown no tracking code. */
    public static final String BY_MAIL = "e-posta-";

    private static final int TOKEN_BYTES = 12;
    private static final int MOST_TRIES = 5;
    private static final int DIGITS = 4;

    private final JdbcClient jdbc;
    private final BasvuruRegister register;
    private final NotificationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConfirmedContacts(
            JdbcClient jdbc,
            BasvuruRegister register,
            NotificationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    boolean isConfirmed(Basvuru basvuru) {
        return !basvuru.deliveredBy().equals(CurrentUser.CITIZEN)
                || jdbc.sql("select count(*) from iletisim_teyit where number = :number and confirmed_at is not null")
                                .param("number", basvuru.number())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /**
     * Whether somebody who reads the mails of an application may speak for its applicant: the address is confirmed, or
     * the application itself came from it.
     */
    public boolean speaksForApplicant(Basvuru basvuru) {
        var reference = basvuru.externalReference();
        return (reference != null && reference.startsWith(BY_MAIL)) || isConfirmed(basvuru);
    }

    /** The address of the page on which an applicant confirms; the same for all messages of an application. */
    String link(Basvuru basvuru) {
        String token = jdbc.sql("select token from iletisim_teyit where number = :number")
                .param("number", basvuru.number())
                .query(String.class)
                .optional()
                .orElseGet(() -> add(basvuru.number()));
        return settings.baseUrl() + "/takip/adres?k=" + token;
    }

    /** Whether a link is one of ours that can still be used. */
    public boolean isKnown(String token) {
        return number(token).isPresent();
    }

    /** An address that nobody confirmed was confirmed by its link. */
    record Confirmed(String number) {}

    /**
     * Whether a link asks for digits, too: who wrote an e-mail and left neither phone nor T.C. kimlik no has none to
     * enter, and no address of his that somebody could have mistyped.
     */
    public boolean asksForDigits(String token) {
        return number(token)
                .map(register::get)
                .filter(basvuru -> !hasNoDigits(basvuru))
                .isPresent();
    }

    private static boolean hasNoDigits(Basvuru basvuru) {
        var applicant = basvuru.applicant();
        return basvuru.source() == Source.E_POSTA && applicant.phone() == null && applicant.nationalId() == null;
    }

    /** Whether an applicant was shown no tracking code, since the application came by e-mail. */
    static boolean knowsNoCode(Basvuru basvuru) {
        String reference = basvuru.externalReference();
        return basvuru.deliveredBy().equals(CurrentUser.CITIZEN) && reference != null && reference.startsWith(BY_MAIL);
    }

    /**
     * Confirms the address to which a link was sent. After five wrong answers the link is of no use any more.
     *
     * @param lastDigits the last four digits of the applicant's phone or T.C. kimlik no, where they are asked for
     */
    @Transactional
    public boolean confirm(String token, String lastDigits) {
        var number = number(token);
        if (number.isEmpty()) {
            return false;
        }
        var basvuru = register.get(number.get());
        var applicant = basvuru.applicant();
        String digits = lastDigits.strip();
        boolean right = hasNoDigits(basvuru)
                || digits.length() == DIGITS
                        && Stream.of(
                                        Optional.ofNullable(applicant.phone()),
                                        Optional.ofNullable(applicant.nationalId()))
                                .flatMap(Optional::stream)
                                .anyMatch(known -> known.endsWith(digits));
        if (right) {
            if (confirm(number.get()) && knowsNoCode(basvuru)) {
                events.publishEvent(new Confirmed(number.get()));
            }
        } else {
            jdbc.sql("update iletisim_teyit set tries = tries + 1 where number = :number")
                    .param("number", number.get())
                    .update();
        }
        return right;
    }

    /** Whoever corrects it for the citizen has checked it. */
    @EventListener
    void corrected(BasvuruEvent.IletisimDuzeltildi event) {
        var basvuru = register.get(event.number());
        link(basvuru);
        if (confirm(event.number()) && knowsNoCode(basvuru)) {
            events.publishEvent(new Confirmed(event.number()));
        }
    }

    /** False if it was already. */
    private boolean confirm(String number) {
        return jdbc.sql("update iletisim_teyit set confirmed_at = :now where number = :number and confirmed_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("number", number)
                        .update()
                == 1;
    }

    private Optional<String> number(String token) {
        return jdbc.sql("select number from iletisim_teyit where token = :token and tries < :most")
                .param("token", token)
                .param("most", MOST_TRIES)
                .query(String.class)
                .optional();
    }

    private String add(String number) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        jdbc.sql("insert into iletisim_teyit (number, token, tries) values (:number, :token, 0)")
                .param("number", number)
                .param("token", token)
                .update();
        return token;
    }
}
