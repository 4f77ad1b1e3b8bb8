package tr.muhatap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps of a sign-in its name and groups as plain text, and nothing else: no token or claim of an OIDC server, no address, no
 * class of a library that its next version could not read.
 */
class SignInInSession implements SecurityContextRepository {

    /** Stands in a column of its own as well, by which somebody's sessions are found. */
    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String GROUPS = "muhatap.groups";

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
        if (who != null) {
            var session = request.getSession();
            session.setAttribute(NAME, who.getName());
            session.setAttribute(
                    GROUPS,
                    who.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .collect(Collectors.joining(",")));
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NAME);
            session.removeAttribute(GROUPS);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return text(request.getSession(false), NAME) != null;
    }

    private static SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = request.getSession(false);
        String name = text(session, NAME);
        String groups = text(session, GROUPS);
        if (name != null && groups != null) {
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    name, null, AuthorityUtils.commaSeparatedStringToAuthorityList(groups)));
        }
        return context;
    }

    private static @Nullable String text(@Nullable HttpSession session, String attribute) {
        return session == null ? null : (String) session.getAttribute(attribute);
    }
}
