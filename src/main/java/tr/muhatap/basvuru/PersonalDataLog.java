package tr.muhatap.basvuru;

import java.util.Collection;

/** Logs accesses to personal data (6698 KVKK). */
public interface PersonalDataLog {

    /**
     * Logs that the applicant's data are shown to the current user.
     *
     * @param place where they are shown, e.g. {@code dosya}
     */
    void viewed(String number, String place);

    /** As {@link #viewed(String, String)}, for several applications shown at once. */
    void viewed(Collection<String> numbers, String place);

    /**
     * The words of some looks at lists were erased: nobody may compute their hashes any more.
     *
     * @param looks ids of their rows
     */
    default void listsErased(Collection<Long> looks) {}
}
