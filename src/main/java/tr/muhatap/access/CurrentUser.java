package tr.muhatap.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts now: the signed-in person or system, or the program itself in a job of the engine. */
@Component
public class CurrentUser {

    /** Name under which the program's own acts stand in the history. */
    public static final String SYSTEM = "sistem";

    /** Name under which stands what a citizen does with number and code. */
    public static final String CITIZEN = "vatandaş";

    public String name() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? SYSTEM
                : authentication.getName();
    }

    public Set<String> groups() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isIn(String... anyOfGroups) {
        var groups = groups();
        return Arrays.stream(anyOfGroups).anyMatch(groups::contains);
    }
}
