package tr.muhatap.basvuru;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever keeps personal data of applications outside their record. Each module erases its own, so that nobody has to know all
 * tables.
 */
public interface PersonalDataHolder {

    /**
     * Erases what identifies a person or is in a person's words, and keeps what statistics need. Called within the transaction that
     * erases the record.
     *
     * @param numbers of the applications, at least one
     */
    void erase(Collection<String> numbers);

    /** What is kept of an application's person, in the order in which it came; empty if it is codes alone. */
    default List<HeldData> held(String number) {
        return List.of();
    }

    /**
     * What is kept of a person and belongs to no application.
     *
     * @param phone in E.164 form
     */
    default List<HeldData> heldApart(@Nullable String phone) {
        return List.of();
    }
}
