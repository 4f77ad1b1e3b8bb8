package tr.muhatap.takip;

import java.util.Optional;
import tr.muhatap.basvuru.Basvuru;

/** How tracking codes reach applicants; implemented by the module that sends messages, which depends on this one. */
public interface CodeDelivery {

    /** Address or number to which the program itself sends a code; empty if there is none. */
    Optional<String> recipient(Basvuru basvuru);

    /** Whether that address is known to be the applicant's, so that a code may be sent to it. */
    boolean isConfirmed(Basvuru basvuru);

    /** Sends a link by which the address can be confirmed; a new code is issued and sent as soon as it is. */
    void askToConfirm(Basvuru basvuru);
}
