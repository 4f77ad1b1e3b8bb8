package tr.muhatap.basvuru;

/** Answers how an applicant is reached; implemented where messages are sent. */
public interface ServiceWays {

    /** How the next notice goes out. */
    ServiceWay of(Basvuru basvuru);

    /** The fastest way there is: post only where nothing else would arrive. */
    ServiceWay fastest(Basvuru basvuru);
}
