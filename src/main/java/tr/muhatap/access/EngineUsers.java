package tr.muhatap.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Users and groups are the engine's. Systems send their password with every request and its hash is slow on purpose, so a
 * pair that was right is remembered for half a minute, under a key that lives as long as the program; a changed password
 * or group is felt no later than that.
 */
@Component
class EngineUsers implements AuthenticationProvider {

    private static final String MAC = "HmacSHA256";
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_REMEMBERED = 1_000;

    private record Known(List<String> groups, long sinceNanos) {}

    private final IdentityService identityService;
    private final SignInThrottle throttle;
    private final AccessSettings settings;
    private final SecretKeySpec key;

    /** The engine holds a connection while it hashes; more hashes at once than processors would only use up the pool. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    private final Map<String, Known> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    EngineUsers(@Lazy IdentityService identityService, @Lazy SignInThrottle throttle, AccessSettings settings) {
        this.identityService = identityService;
        this.throttle = throttle;
        this.settings = settings;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        Object credentials = attempt.getCredentials();
        if (name.isBlank() || credentials == null) {
            throw new BadCredentialsException("No name or no password");
        }
        var groups = groups(name, credentials.toString(), address(attempt));
        if (settings.basicForSystemsOnly()
                && attempt.getDetails() instanceof BasicDetails
                && !Groups.SYSTEMS.containsAll(groups)) {
            throw new PeopleUseTheSignInPage();
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(groups));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private List<String> groups(String name, String password, String address) {
        String pair = pair(name, password);
        var known = recall(pair);
        if (known == null) {
            hashing.acquireUninterruptibly();
            try {
                // Whoever came with the same pair before may have been let in meanwhile
                known = recall(pair);
                return known != null ? known.groups() : checked(name, password, address, pair);
            } finally {
                hashing.release();
            }
        }
        return known.groups();
    }

    private List<String> checked(String name, String password, String address, String pair) {
        throttle.check(name, address);
        if (!identityService.checkPassword(name, password)) {
            throttle.failed(name, address);
            throw new BadCredentialsException("Name or password is wrong");
        }
        throttle.succeeded(name);
        var groups = identityService.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
        synchronized (remembered) {
            remembered.put(pair, new Known(groups, System.nanoTime()));
        }
        return groups;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "";
    }

    private @Nullable Known recall(String pair) {
        synchronized (remembered) {
            var known = remembered.get(pair);
            return known != null && System.nanoTime() - known.sinceNanos() < REMEMBERED_NANOS ? known : null;
        }
    }

    private String pair(String name, String password) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
