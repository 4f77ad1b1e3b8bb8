package tr.muhatap.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The current actor: the signed-in person or system, or the program itself in an engine job. */
@Component
public class CurrentUser {

    /** Actor name for the program's own actions in the history. */
    public static final String SYSTEM = "sistem";

    /** Actor name for actions of a citizen with number and tracking code. */
    public static final String CITIZEN = "vatandaş";

    /** Name under which stands what somebody answers who was asked by a link and is not the applicant. */
    public static final String LINK = "baglanti";

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
