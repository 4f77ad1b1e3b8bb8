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
import tr.muhatap.basvuru.PublishedRequests;
import tr.muhatap.basvuru.Source;

/**
 * Whether a message's address belongs to the applicant. Addresses from a desk or a system count as confirmed, since
 * identity was checked. Those typed on the public page or in a third-party application may be a stranger's, until the
 * recipient opens our link and enters the last four digits of the applicant's phone or T.C. kimlik no, or the desk
 * corrects the contact data.
 */
@Service
public class ConfirmedContacts {

    /** Prefix of the external reference of applications received by e-mail, whose sender was shown no tracking code. */
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
        return !isTyped(basvuru)
                || jdbc.sql("select count(*) from iletisim_teyit where number = :number and confirmed_at is not null")
                                .param("number", basvuru.number())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Whether whoever entered the contact data is unknown. */
    private static boolean isTyped(Basvuru basvuru) {
        return basvuru.deliveredBy().equals(CurrentUser.CITIZEN) || isFromApp(basvuru);
    }

    private static boolean isFromApp(Basvuru basvuru) {
        return basvuru.deliveredBy().startsWith(PublishedRequests.DELIVERERS);
    }

    /**
     * Whether a reader of the application's mails may act for the applicant: the address is confirmed, or the
     * application was sent from it.
     */
    public boolean speaksForApplicant(Basvuru basvuru) {
        var reference = basvuru.externalReference();
        return (reference != null && reference.startsWith(BY_MAIL)) || isConfirmed(basvuru);
    }

    /** Address of the confirmation page; the same in all messages of an application. */
    String link(Basvuru basvuru) {
        String token = jdbc.sql("select token from iletisim_teyit where number = :number")
                .param("number", basvuru.number())
                .query(String.class)
                .optional()
                .orElseGet(() -> add(basvuru.number()));
        return settings.baseUrl() + "/takip/adres?k=" + token;
    }

    /** Whether a link is ours and still usable. */
    public boolean isKnown(String token) {
        return number(token).isPresent();
    }

    /** An address was confirmed for the first time, by its link or by the desk. */
    record Confirmed(String number) {}

    /**
     * Whether a link requires digits: applicants by e-mail or a third-party application without phone and T.C. kimlik
     * no have none to enter.
     */
    public boolean asksForDigits(String token) {
        return number(token)
                .map(register::get)
                .filter(basvuru -> !hasNoDigits(basvuru))
                .isPresent();
    }

    private static boolean hasNoDigits(Basvuru basvuru) {
        var applicant = basvuru.applicant();
        return (basvuru.source() == Source.E_POSTA || isFromApp(basvuru))
                && applicant.phone() == null
                && applicant.nationalId() == null;
    }

    /** Whether the applicant was shown no tracking code: received by e-mail or from a third-party application. */
    static boolean knowsNoCode(Basvuru basvuru) {
        String reference = basvuru.externalReference();
        return isFromApp(basvuru)
                || basvuru.deliveredBy().equals(CurrentUser.CITIZEN)
                        && reference != null
                        && reference.startsWith(BY_MAIL);
    }

    /**
     * Confirms the address to which a link was sent. The link becomes unusable after five wrong answers.
     *
     * @param lastDigits the last four digits of the applicant's phone or T.C. kimlik no, if required
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
            if (confirm(number.get())) {
                events.publishEvent(new Confirmed(number.get()));
            }
        } else {
            jdbc.sql("update iletisim_teyit set tries = tries + 1 where number = :number")
                    .param("number", number.get())
                    .update();
        }
        return right;
    }

    /** A correction by the desk includes a check of the identity. */
    @EventListener
    void corrected(BasvuruEvent.IletisimDuzeltildi event) {
        var basvuru = register.get(event.number());
        link(basvuru);
        if (confirm(event.number()) && isTyped(basvuru)) {
            events.publishEvent(new Confirmed(event.number()));
        }
    }

    /** False if it was confirmed already. */
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
