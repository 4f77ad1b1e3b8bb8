package tr.muhatap.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user, with what those who administer users see.
 *
 * @param groups ids, sorted
 * @param disabled the user cannot sign in
 * @param lastSignIn null if none is known any more
 */
public record Person(
        String id,
        String firstName,
        String lastName,
        String email,
        List<String> groups,
        boolean disabled,
        @Nullable Instant lastSignIn) {

    public Person {
        groups = List.copyOf(groups);
    }

    /** First and last name; the user name where nobody wrote them. */
    public String name() {
        String name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? id : name;
    }
}
