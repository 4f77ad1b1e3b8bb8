package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.List;

/** All dates that were computed with the holiday table and are still open. */
public interface OpenLimits {

    /**
     * The limit of one application before and after a change of the table.
     *
     * @param before last day to answer, in Istanbul
     */
    record Move(String number, LocalDate before, LocalDate after) {}

    /**
     * What a change would move.
     *
     * @param moves by number of the application
     * @param complete false where more applications are open than were computed
     */
    record Preview(List<Move> moves, boolean complete) {}

    /**
     * Computes every open date again that was computed with an older table, in batches of their own transactions: what a crash
     * leaves undone is done by the next call. Idempotent.
     *
     * @return how many limits moved
     */
    int recalculate();

    /**
     * Computes the open limits with the table as the current transaction sees it, and stores nothing.
     *
     * @param most how many applications are computed
     */
    Preview preview(int most);
}
