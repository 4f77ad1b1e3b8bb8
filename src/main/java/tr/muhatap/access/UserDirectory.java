package tr.muhatap.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Users, passwords and memberships, stored in the process engine's identity tables. */
public interface UserDirectory {

    /** Whether there is any user. */
    boolean hasUsers();

    /** Compares a password with the stored hash, in constant time even for unknown users. */
    boolean checkPassword(String user, String password);

    /** Those of the given users that exist and have this password. */
    List<String> withPassword(Collection<String> users, String password);

    /**
     * Creates a user in the administrators' group.
     *
     * @throws tr.muhatap.problem.InvalidInputException if the password violates {@link PasswordRule}
     */
    void createAdministrator(String user, String password);

    /**
     * Creates or updates a user authenticated by an OIDC server and replaces their memberships.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException if a local user has that name
     */
    void synchronize(String user, OidcUser person, List<String> groups);

    /** Whether an OIDC server vouches for a user, and says its groups at each sign-in. */
    boolean isFromServer(String user);

    /**
     * Creates a user without a group.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming the faulty fields
     */
    void create(String user, String firstName, String lastName, String email, String password);

    /** @throws tr.muhatap.problem.InvalidInputException naming the faulty fields */
    void change(String user, String firstName, String lastName, String email);

    void join(String user, String group);

    void leave(String user, String group);
}
