package tr.muhatap.officelog;

/**
 * Log of changes of the office's rules, people and settings. Every write to an {@link OfficeTable} is logged here, so that a
 * row changed by SQL alone is detected: it differs from its last entry.
 */
public interface OfficeLog {

    /**
     * Logs a change when the transaction commits, after all its writes; nothing is logged if no row differs.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void changed(OfficeChange change);
}
