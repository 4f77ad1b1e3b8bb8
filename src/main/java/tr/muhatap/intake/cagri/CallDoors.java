package tr.muhatap.intake.cagri;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.text.Texts;

/** Authorizes reporters of calls: a signed-in system, or one with the shared secret, from allowed addresses. */
@Component
class CallDoors {

    /** Request parameter with the secret. */
    static final String SECRET = "anahtar";

    private final CallSettings settings;
    private final CurrentUser currentUser;
    private final RateLimits limits;

    CallDoors(CallSettings settings, CurrentUser currentUser, RateLimits limits) {
        this.settings = settings;
        this.currentUser = currentUser;
        this.limits = limits;
    }

    /**
     * @throws AccessDeniedException if not authorized
     * @throws tr.muhatap.problem.TooManyRequestsException after too many wrong secrets from an address; events with
     *     the right one are not counted
     */
    void require(TelephoneSystem system, String address, @Nullable String secret) {
        if (opens(system, address, secret)) {
            return;
        }
        if (secret != null && !secret.isBlank()) {
            limits.requireSecrets(address);
        }
        throw new AccessDeniedException(Texts.of("intake.cagri.yetki"));
    }

    private boolean opens(TelephoneSystem system, String address, @Nullable String secret) {
        var door = settings.systems().get(system.address());
        if (door != null
                && !door.addresses().isEmpty()
                && door.addresses().stream().noneMatch(known -> new IpAddressMatcher(known).matches(address))) {
            return false;
        }
        if (currentUser.isIn(Groups.KANAL_ISTEMCISI)) {
            return true;
        }
        return door != null && !door.secret().isEmpty() && secret != null && isSame(door.secret(), secret);
    }

    private static boolean isSame(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
