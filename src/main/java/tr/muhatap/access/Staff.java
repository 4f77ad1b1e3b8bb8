package tr.muhatap.access;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Staff is everyone with a group that is not a system's. */
final class Staff {

    private Staff() {}

    static AuthorizationDecision decide(Authentication who) {
        return new AuthorizationDecision(who.isAuthenticated()
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(group -> Groups.OFFICE.contains(group) || Groups.isUnit(group)));
    }
}
