package tr.muhatap.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;

/**
 * One round of a request for information: from its arrival, or its reopening, to its end.
 *
 * @param round 0 the first one
 * @param closedOn null as long as it is open; else the outcome is there as well
 * @param lapsed whether it counts as withdrawn since a fee was not paid
 */
record Round(
        String number,
        int round,
        LocalDate begunOn,
        @Nullable LocalDate closedOn,
        @Nullable Outcome outcome,
        @Nullable RefusalGround ground,
        boolean secretPartsRemoved,
        boolean lapsed) {}
