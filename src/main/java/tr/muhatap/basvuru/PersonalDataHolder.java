package tr.muhatap.basvuru;

import java.util.Collection;

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
}
