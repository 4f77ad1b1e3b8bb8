package tr.muhatap.officelog;

/**
 * The log of what the office changes in its own rules, people and settings. Whoever writes one of the {@link OfficeTable}s logs it
 * here, so that a row that was changed by SQL alone is found: it differs from its last entry.
 */
public interface OfficeLog {

    /**
     * Logs a change when the transaction commits, after all that it writes; where it leaves all rows as they were, nothing is
     * logged.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void changed(OfficeChange change);
}
