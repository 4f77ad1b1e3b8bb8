package tr.muhatap.access;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.access.SecurityLog.Action;
import tr.muhatap.problem.TooManyRequestsException;

/**
 * Checks the password of a signed-in user who has to confirm it, e.g. to change it. Counted and logged like a sign-in,
 * since an unattended session would otherwise allow guessing.
 */
@Component
public class PasswordConfirmation {

    private final SignInThrottle throttle;
    private final SecurityLog log;

    PasswordConfirmation(SignInThrottle throttle, SecurityLog log) {
        this.throttle = throttle;
        this.log = log;
    }

    /**
     * Whether the password is right.
     *
     * @param check compares it with the stored one
     * @throws TooManyRequestsException while the account or the address has to wait, whatever the password
     */
    public boolean isRight(String user, BooleanSupplier check) {
        String address = address();
        try {
            throttle.check(user, address);
        } catch (TooManyFailuresException tooMany) {
            throw new TooManyRequestsException(Duration.ofSeconds(tooMany.seconds()));
        }
        if (check.getAsBoolean()) {
            throttle.succeeded(user);
            return true;
        }
        log.write(Action.GIRIS_HATASI, user, user, null);
        if (throttle.failed(user, address)) {
            log.write(Action.BEKLETME, user, user, null);
        }
        return false;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : "";
    }
}
