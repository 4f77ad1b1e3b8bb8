package tr.muhatap.takip;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
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
    private final RateLimits limits;

    LostCodes(BasvuruRegister register, RateLimits limits) {
        this.register = register;
        this.limits = limits;
    }

    /**
     * Sends a new code if the digits match the record. A wrong guess counts like a wrong code.
     *
     * @throws tr.muhatap.problem.InvalidInputException if a field is malformed
     * @throws tr.muhatap.problem.TooManyRequestsException if the recipient exceeds the limit
     */
    public void send(@Nullable String number, @Nullable String digits) {
        var check = new Check();
        String given = check.line(NUMBER, number, LONGEST);
        String four = check.line(DIGITS, digits, LONGEST);
        check.require(four == null || four.matches("\\d{4}"), DIGITS, Texts.of("takip.kayip-kod.dort-hane"));
        check.done();
        var found = register.find(Digits.applicationNumber(Check.given(given)))
                .filter(basvuru -> isOf(basvuru, Check.given(four)));
        if (found.isEmpty()) {
            limits.wrongCode();
            return;
        }
        var applicant = found.get().applicant();
        limits.requireRecipients(applicant.email(), applicant.phone());
        register.renewCode(found.get().number(), CurrentUser.CITIZEN);
    }

    /** Without an electronic contact nothing could be sent, and the old code must stay valid. */
    private static boolean isOf(Basvuru basvuru, String four) {
        var applicant = basvuru.applicant();
        boolean isReachable = applicant.email() != null || applicant.phone() != null;
        return isReachable
                && Stream.of(applicant.phone(), applicant.nationalId())
                        .anyMatch(known -> known != null && Digits.joined(known).endsWith(four));
    }
}
