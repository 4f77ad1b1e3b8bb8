package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.List;

/** All open dates that were computed with the holiday table. */
public interface OpenLimits {

    /**
     * The limit of one application before and after a change of the table.
     *
     * @param before last day to answer, Europe/Istanbul
     */
    record Move(String number, LocalDate before, LocalDate after) {}

    /**
     * Result of a preview.
     *
     * @param moves by number of the application
     * @param complete false if more applications are open than were computed
     */
    record Preview(List<Move> moves, boolean complete) {}

    /**
     * Recomputes every open date that was computed with an older table, in batches with transactions of their own: the
     * next call completes what a crash left undone. Idempotent.
     *
     * @return how many limits moved
     */
    int recalculate();

    /**
     * Computes the open limits with the table as visible in the current transaction, without storing them.
     *
     * @param most maximum number of applications computed
     */
    Preview preview(int most);
}
