package tr.muhatap.basvuru;

/** Keeps the words by which applications are searched, in the transaction that changes the record. */
public interface SearchWords {

    /** A new application, with its answer where it has one already. */
    void keep(Basvuru basvuru);

    /** More words of a known one: what completes it, or its answer. */
    void add(String number, String text);
}
