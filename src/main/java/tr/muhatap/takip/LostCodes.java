package tr.muhatap.takip;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.text.Check;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Texts;

/**
 * Issues a new tracking code to a citizen who lost the old one. It goes to the contact on record only, and the result
 * is the same whether the application exists and the second fact was right or not.
 */
@Component
public class LostCodes {

    /** Name of the form's field. */
    public static final String NUMBER = "number";

    /** Name of the form's field: last four digits of the phone number or the T.C. kimlik no. */
    public static final String DIGITS = "digits";

    private static final int LONGEST = 40;

    private final BasvuruRegister register;
    private final CodeDelivery delivery;
    private final RateLimits limits;

    LostCodes(BasvuruRegister register, CodeDelivery delivery, RateLimits limits) {
        this.register = register;
        this.delivery = delivery;
        this.limits = limits;
    }

    /**
     * Sends a new code if the digits match the record. To an unconfirmed address a link is sent first, and the old code
     * stays valid until it is confirmed. A wrong guess counts like a wrong code; so does a recipient who exceeds the
     * limit, since another response would reveal that the digits were right.
     *
     * @throws tr.muhatap.problem.InvalidInputException if a field is malformed
     */
    public void send(@Nullable String number, @Nullable String digits) {
        var check = new Check();
        String given = check.line(NUMBER, number, LONGEST);
        String four = check.line(DIGITS, digits, LONGEST);
        check.require(four == null || four.matches("\\d{4}"), DIGITS, Texts.of("takip.kayip-kod.dort-hane"));
        check.done();
        var found = register.find(Digits.applicationNumber(Check.given(given)))
                .filter(basvuru -> isOf(basvuru, Check.given(four)));
        if (found.isEmpty() || !mayReceive(found.get())) {
            limits.wrongCode();
        } else if (delivery.isConfirmed(found.get())) {
            register.renewCode(found.get().number(), CurrentUser.CITIZEN);
        } else {
            delivery.askToConfirm(found.get());
        }
    }

    private boolean mayReceive(Basvuru basvuru) {
        try {
            limits.requireRecipients(delivery.recipient(basvuru).orElse(null));
            return true;
        } catch (TooManyRequestsException tooMany) {
            return false;
        }
    }

    /** If the program can send nothing, the old code must stay valid. */
    private boolean isOf(Basvuru basvuru, String four) {
        var applicant = basvuru.applicant();
        return delivery.recipient(basvuru).isPresent()
                && Stream.of(applicant.phone(), applicant.nationalId())
                        .anyMatch(known -> known != null && Digits.joined(known).endsWith(four));
    }
}
