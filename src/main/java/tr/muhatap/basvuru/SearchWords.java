package tr.muhatap.basvuru;

/** Maintains the search index of applications, in the transaction that changes the record. */
public interface SearchWords {

    /** Adds a new application, with its answer if it has one already. */
    void keep(Basvuru basvuru);

    /** Adds text to a known application: a completion, or its answer. */
    void add(String number, String text);
}
