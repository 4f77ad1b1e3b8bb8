package tr.muhatap.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** Category of a failed delivery, which determines what happens next. */
enum DeliveryFailure {
    /** Permanent: this recipient will never accept the message. */
    REFUSED,
    /** Temporary. */
    LATER,
    /** The server is unavailable: no other message would be accepted either. */
    AWAY,
    /** As {@link #AWAY}, but the server got the message and may have accepted it. */
    UNSURE;

    /** Whether another message is not worth an attempt now. */
    boolean isOfTheServer() {
        return this == AWAY || this == UNSURE;
    }

    private static final int AUTHENTICATION = 530;
    private static final int AUTHENTICATION_FAILED = 535;

    static DeliveryFailure of(RuntimeException failure) {
        if (failure instanceof MailParseException) {
            return REFUSED;
        }
        if (failure instanceof SmsNotTaken sms) {
            return sms.how();
        }
        var causes = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? Arrays.stream(sending.getMessageExceptions())
                : Stream.<Throwable>of(failure);
        return causes.flatMap(DeliveryFailure::chain)
                .map(DeliveryFailure::ofOne)
                .min(Enum::compareTo)
                .orElse(AWAY);
    }

    private static Stream<Throwable> chain(Throwable first) {
        var chain = new ArrayList<Throwable>();
        for (Throwable one = first; one != null; one = next(one)) {
            chain.add(one);
        }
        return chain.stream();
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : one.getCause();
    }

    private static DeliveryFailure ofOne(Throwable one) {
        if (one instanceof AddressException) {
            return REFUSED;
        }
        if (one instanceof SMTPAddressFailedException address) {
            return ofReply(address.getReturnCode());
        }
        if (one instanceof SMTPSendFailedException whole) {
            return ofReply(whole.getReturnCode());
        }
        return one instanceof SendFailedException ? LATER : AWAY;
    }

    private static DeliveryFailure ofReply(int code) {
        boolean isForGood = code >= 500 && code != AUTHENTICATION && code != AUTHENTICATION_FAILED;
        if (isForGood) {
            return REFUSED;
        }
        return code == 421 ? AWAY : LATER;
    }
}
