package tr.muhatap.notification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.basvuru.Source;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.text.Contacts;
import tr.muhatap.text.Masking;

/**
 * Where a message is sent: by the channel's medium if required, otherwise by the applicant's contact data.
 *
 * @param recipient address, number or body; null if the medium needs none
 */
record Destination(Medium medium, @Nullable String recipient) {

    /** Destination of the answer. */
    static Destination ofAnswer(Basvuru basvuru) {
        if (basvuru.channel().answerWay() == AnswerWay.BACK_TO_SOURCE) {
            String reference = basvuru.externalReference();
            return new Destination(
                    Medium.KAYNAK, basvuru.channel().label() + (reference == null ? "" : " · " + reference));
        }
        if (basvuru.submission() == Submission.KURUM) {
            return new Destination(Medium.KURUM, basvuru.forwardedBy());
        }
        var source = basvuru.source();
        if (source == Source.SOSYAL_MEDYA && basvuru.applicant().email() == null || isReachedAtItsSource(basvuru)) {
            return new Destination(Medium.KAYNAK, source == null ? null : source.label());
        }
        return ofContact(basvuru);
    }

    /** Destination of the notice of registration, which is never given by telephone or letter. */
    static Destination ofReceipt(Basvuru basvuru) {
        if (isReachedAtItsSource(basvuru)) {
            return ofAnswer(basvuru);
        }
        // Not an answer: it may use the fastest medium, whatever the application's form was
        return contacts(basvuru).stream()
                .filter(way -> way.medium().isBySystem())
                .findFirst()
                .orElseGet(() -> new Destination(Medium.TAKIP, null));
    }

    /**
     * An e-mail or social media post without a recorded sender address: only the clerk who registered it can find the
     * author.
     */
    private static boolean isReachedAtItsSource(Basvuru basvuru) {
        return (basvuru.source() == Source.E_POSTA || basvuru.source() == Source.SOSYAL_MEDYA)
                && !basvuru.applicant().isReachable();
    }

    private static Destination ofContact(Basvuru basvuru) {
        return ways(basvuru).stream().findFirst().orElseGet(() -> new Destination(Medium.TAKIP, null));
    }

    /**
     * All media by which the applicant can be answered, in order of preference. The stated wish comes first; a request
     * on paper is answered in writing and never by SMS (form follows form, 4982 md. 6).
     */
    static List<Destination> ways(Basvuru basvuru) {
        var ways = new ArrayList<>(contacts(basvuru));
        if (basvuru.isWrittenRequest()) {
            ways.removeIf(way -> way.medium() == Medium.SMS || way.medium() == Medium.TELEFON);
            ways.sort(Comparator.comparing(way -> way.medium() == Medium.E_POSTA));
        }
        var wish = wished(basvuru);
        if (wish != null) {
            ways.removeIf(way -> way.medium() == wish);
            contacts(basvuru).stream()
                    .filter(way -> way.medium() == wish)
                    .findFirst()
                    .ifPresent(way -> ways.add(0, way));
        }
        return ways;
    }

    private static @Nullable Medium wished(Basvuru basvuru) {
        var wish = basvuru.incoming().answerBy();
        if (wish == null) {
            return null;
        }
        return switch (wish) {
            case E_POSTA -> Contacts.isKep(basvuru.applicant().email()) ? Medium.KEP : Medium.E_POSTA;
            case SMS -> Medium.SMS;
            case POSTA -> Medium.POSTA;
        };
    }

    /** The contact data, fastest medium first. */
    private static List<Destination> contacts(Basvuru basvuru) {
        var applicant = basvuru.applicant();
        var ways = new ArrayList<Destination>();
        String email = applicant.email();
        if (email != null) {
            ways.add(new Destination(Contacts.isKep(email) ? Medium.KEP : Medium.E_POSTA, email));
        }
        String phone = applicant.phone();
        boolean mobile = phone != null && isMobile(phone);
        if (mobile) {
            ways.add(new Destination(Medium.SMS, phone));
        }
        if (applicant.address() != null) {
            ways.add(new Destination(Medium.POSTA, applicant.displayName() + ", " + applicant.address()));
        }
        if (phone != null) {
            ways.add(new Destination(Medium.TELEFON, phone));
        }
        return ways;
    }

    /** How messages to it are served. */
    ServiceWay serviceWay() {
        return switch (medium) {
            case POSTA -> ServiceWay.POSTA;
            case KEP -> ServiceWay.KEP;
            default -> ServiceWay.ELEKTRONIK;
        };
    }

    /** As {@link #ofAnswer}, but by e-mail if a letter would be too late and there is an address. */
    static Destination ofUrgentNotice(Basvuru basvuru) {
        var usual = ofAnswer(basvuru);
        String email = basvuru.applicant().email();
        return usual.medium() == Medium.POSTA && email != null && !Contacts.isKep(email)
                ? new Destination(Medium.E_POSTA, email)
                : usual;
    }

    /** The recipient, masked for the history. */
    @Nullable
    String masked() {
        return switch (medium) {
            case E_POSTA, KEP -> Masking.email(recipient);
            case SMS, TELEFON -> Masking.phone(recipient);
            case KAYNAK, KURUM -> recipient;
            case POSTA, TAKIP -> null;
        };
    }

    private static boolean isMobile(String e164) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var type = numbers.getNumberType(numbers.parse(e164, null));
            return type == PhoneNumberUtil.PhoneNumberType.MOBILE
                    || type == PhoneNumberUtil.PhoneNumberType.FIXED_LINE_OR_MOBILE;
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
