package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import tr.muhatap.access.SecurityLog.Action;

/**
 * Stores a sign-in in the session as plain text: user name, account mark and time, and nothing else: no OIDC tokens or
 * claims, no address, no class that the next version could not deserialize. Groups are read from the {@link Accounts
 * account}. A sign-in ends with its maximum age, with the account, and when its password is changed.
 */
class SessionSecurityContextRepository implements SecurityContextRepository {

    /** Request attribute with the OIDC server that has to confirm the user's identity again. */
    static final String AGAIN_AT = SessionSecurityContextRepository.class.getName() + ".againAt";

    /** Also indexed in a column of its own, by which a user's sessions are found. */
    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String MARK = "muhatap.account";

    /** Milliseconds of real time, like the session's own timestamps. */
    private static final String SINCE = "muhatap.since";

    /** Registration id of the OIDC server; missing for local passwords. */
    private static final String SERVER = "muhatap.server";

    private final Accounts accounts;
    private final SecurityLog log;
    private final Duration longest;
    private final Duration longestOfOidc;

    /**
     * @param longest maximum age of a sign-in
     * @param longestOfOidc maximum age of a sign-in by an OIDC server
     */
    SessionSecurityContextRepository(Accounts accounts, SecurityLog log, Duration longest, Duration longestOfOidc) {
        this.accounts = accounts;
        this.log = log;
        this.longest = longest;
        this.longestOfOidc = longestOfOidc;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {

            private @Nullable SecurityContext loaded;

            @Override
            public SecurityContext get() {
                if (loaded == null) {
                    loaded = load(request);
                }
                return loaded;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        return load(both.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var who = context.getAuthentication();
        var account = who == null ? Optional.<Accounts.Account>empty() : accounts.findNow(who.getName());
        if (who != null && account.isPresent()) {
            var session = request.getSession();
            log.write(Action.GIRIS, who.getName(), who.getName(), null);
            session.setAttribute(NAME, who.getName());
            session.setAttribute(MARK, account.get().mark());
            session.setAttribute(SINCE, String.valueOf(session.getLastAccessedTime()));
            session.setAttribute(
                    SERVER,
                    who instanceof OAuth2AuthenticationToken oidc ? oidc.getAuthorizedClientRegistrationId() : null);
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            List.of(NAME, MARK, SINCE, SERVER).forEach(session::removeAttribute);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !RequestCredentials.arePresent(request) && text(request.getSession(false), NAME) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        if (RequestCredentials.arePresent(request)) {
            return context;
        }
        var session = request.getSession(false);
        String name = text(session, NAME);
        if (session != null && name != null) {
            var account = isOver(session)
                    ? Optional.<Accounts.Account>empty()
                    : accounts.find(name).filter(now -> now.mark().equals(text(session, MARK)));
            account.ifPresentOrElse(
                    now -> context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            name, null, AuthorityUtils.createAuthorityList(now.groups()))),
                    () -> end(session, request));
        }
        return context;
    }

    private static void end(HttpSession session, HttpServletRequest request) {
        request.setAttribute(AGAIN_AT, session.getAttribute(SERVER));
        session.invalidate();
    }

    /** The last access is written once a minute, so expiry is late by at most that. */
    private boolean isOver(HttpSession session) {
        String since = text(session, SINCE);
        var longestOfThis = text(session, SERVER) == null ? longest : longestOfOidc;
        return since == null || session.getLastAccessedTime() - Long.parseLong(since) >= longestOfThis.toMillis();
    }

    private static @Nullable String text(@Nullable HttpSession session, String attribute) {
        return session == null ? null : (String) session.getAttribute(attribute);
    }
}
