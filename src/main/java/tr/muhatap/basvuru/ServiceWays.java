package tr.muhatap.basvuru;

/** Determines how an applicant is reached; implemented by the notification module. */
public interface ServiceWays {

    /** How the next notice is sent. */
    ServiceWay of(Basvuru basvuru);

    /** The fastest way available: post only if there is no other. */
    ServiceWay fastest(Basvuru basvuru);
}
