package tr.muhatap.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Users, passwords and memberships as they are stored; the process engine's identity tables hold them. */
public interface UserDirectory {

    /** Whether there is any user at all. */
    boolean hasUsers();

    /** Compares a password with the stored hash, in the same time for a user that does not exist. */
    boolean checkPassword(String user, String password);

    /** Those of the users named that exist and have this password. */
    List<String> withPassword(Collection<String> users, String password);

    /**
     * Creates a user in the administrators' group.
     *
     * @throws tr.muhatap.problem.InvalidInputException where the password breaks {@link PasswordRule}
     */
    void createAdministrator(String user, String password);

    /**
     * Stores a person whom an OIDC server vouches for, and replaces their memberships by the groups given.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException where a local user has that name
     */
    void synchronize(String user, OidcUser person, List<String> groups);
}
