package tr.muhatap.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;

/**
 * One round of a request for information, from its receipt or reopening to its closing.
 *
 * @param round 0 for the first one
 * @param closedOn null while it is open; otherwise the outcome is present, too
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
