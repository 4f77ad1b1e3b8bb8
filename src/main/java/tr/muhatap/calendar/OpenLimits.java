package tr.muhatap.calendar;

/** All dates that were reckoned with the holiday table and are still open. */
public interface OpenLimits {

    /**
     * Reckons every open date anew that was reckoned with an older table, in batches of their own transactions: what a crash
     * leaves undone is done by the next call, and a repetition changes nothing.
     *
     * @return how many limits moved
     */
    int recalculate();
}
