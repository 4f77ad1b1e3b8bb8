package tr.muhatap.access;

import java.util.function.Predicate;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Staff are all users in a group that is not a system's; some have read access only. */
final class Staff {

    private Staff() {}

    static AuthorizationDecision decide(Authentication who) {
        return decide(who, group -> Groups.OFFICE.contains(group) || Groups.isUnit(group));
    }

    static AuthorizationDecision worksOnTasks(Authentication who) {
        return decide(who, Groups::hasTasks);
    }

    private static AuthorizationDecision decide(Authentication who, Predicate<String> group) {
        return new AuthorizationDecision(who.isAuthenticated()
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(group));
    }
}
