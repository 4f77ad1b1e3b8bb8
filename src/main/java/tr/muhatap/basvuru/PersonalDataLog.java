package tr.muhatap.basvuru;

/** Keeps who looked at whose personal data (6698 KVKK). */
public interface PersonalDataLog {

    /**
     * The current user sees the applicant's data.
     *
     * @param place where they are shown, e.g. {@code dosya}
     */
    void viewed(String number, String place);
}
