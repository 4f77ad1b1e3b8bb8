package tr.muhatap.retention;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.BasvuruRetention;
import tr.muhatap.text.Check;

/** Checks the reason for which personal data are kept beyond their period, or no longer. */
@Component
public class Holds {

    private static final int LONGEST = 2_000;

    private final BasvuruRetention retention;

    Holds(BasvuruRetention retention) {
        this.retention = retention;
    }

    /** See {@link BasvuruRetention#hold}. */
    @Transactional
    public void hold(String number, @Nullable String reason) {
        retention.requireHoldable(number);
        retention.hold(number, checked(reason));
    }

    /** See {@link BasvuruRetention#liftHold}. */
    @Transactional
    public void lift(String number, @Nullable String reason) {
        retention.requireHoldable(number);
        retention.liftHold(number, checked(reason));
    }

    private static String checked(@Nullable String reason) {
        var check = new Check();
        String given = check.text("reason", reason, LONGEST);
        check.done();
        return Check.given(given);
    }
}
