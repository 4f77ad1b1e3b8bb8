package tr.muhatap.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tr.muhatap.access.SecurityLog.Action;

/**
 * Authenticates against the engine's users and groups. Systems send their password with every request and hashing is
 * slow on purpose, so successful credentials are cached until the {@link Accounts account} changes, under a key that
 * exists in memory only. Concurrent requests with the same credentials share one check.
 */
@Component
class PasswordAuthenticationProvider implements AuthenticationProvider {

    private static final String MAC = "HmacSHA256";
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final UserDirectory users;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SecurityLog log;
    private final AccessSettings settings;
    private final SecretKeySpec key;

    /**
     * Limits concurrent hashing: the engine holds a connection while it hashes, so more hashes than processors would
     * only exhaust the pool.
     */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /** Account mark by credentials; failures are not cached. */
    private final AsyncCache<String, String> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .buildAsync();

    PasswordAuthenticationProvider(
            @Lazy UserDirectory users,
            @Lazy Accounts accounts,
            @Lazy SignInThrottle throttle,
            @Lazy SecurityLog log,
            AccessSettings settings) {
        this.users = users;
        this.accounts = accounts;
        this.throttle = throttle;
        this.log = log;
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
        boolean comesWithTheRequest = attempt.getDetails() instanceof BasicDetails;
        var groups = groups(name, credentials.toString(), address(attempt), comesWithTheRequest);
        if (settings.basicForSystemsOnly() && comesWithTheRequest && !Groups.SYSTEMS.containsAll(groups)) {
            throw new BasicSignInRefusedException();
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(groups));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private List<String> groups(String name, String password, String address, boolean comesWithTheRequest) {
        String pair = pair(name, password);
        var mine = new CompletableFuture<String>();
        var first = remembered.asMap().putIfAbsent(pair, mine);
        if (first == null) {
            return checked(name, password, address, comesWithTheRequest, mine);
        }
        var groups = groupsIfUnchanged(name, joined(first));
        if (groups.isPresent()) {
            return groups.get();
        }
        // The account has changed: verify these credentials again, once for all concurrent requests
        remembered.asMap().remove(pair, first);
        return groups(name, password, address, comesWithTheRequest);
    }

    private Optional<List<String>> groupsIfUnchanged(String name, String mark) {
        return accounts.find(name)
                .filter(account -> account.mark().equals(mark))
                .map(Accounts.Account::groups);
    }

    private static String joined(CompletableFuture<String> check) {
        try {
            return check.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    private List<String> checked(
            String name,
            String password,
            String address,
            boolean comesWithTheRequest,
            CompletableFuture<String> whoeverComesWithTheSame) {
        try {
            hashing.acquireUninterruptibly();
            try {
                var account = check(name, password, address, comesWithTheRequest);
                whoeverComesWithTheSame.complete(account.mark());
                return account.groups();
            } finally {
                hashing.release();
            }
        } catch (RuntimeException | Error failure) {
            whoeverComesWithTheSame.completeExceptionally(failure);
            throw failure;
        }
    }

    private Accounts.Account check(String name, String password, String address, boolean comesWithTheRequest) {
        throttle.check(name, address);
        // Read before the password: a password changed concurrently has another mark
        var account = accounts.findNow(name);
        if (!users.checkPassword(name, password) || account.isEmpty()) {
            String known = account.isPresent() ? name : null;
            log.write(Action.GIRIS_HATASI, null, known, null);
            if (throttle.failed(name, address)) {
                log.write(Action.BEKLETME, null, known, null);
            }
            throw new BadCredentialsException("Name or password is wrong");
        }
        throttle.succeeded(name);
        if (comesWithTheRequest) {
            log.write(Action.GIRIS, name, name, null);
        }
        return account.get();
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "";
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
