package tr.muhatap.basvuru;

import java.util.Collection;

/** Keeps who looked at whose personal data (6698 KVKK). */
public interface PersonalDataLog {

    /**
     * The current user sees the applicant's data.
     *
     * @param place where they are shown, e.g. {@code dosya}
     */
    void viewed(String number, String place);

    /** The same of several applications that are shown at once. */
    void viewed(Collection<String> numbers, String place);
}
