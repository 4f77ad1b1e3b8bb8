package tr.muhatap.deadline;

import java.util.List;
import tr.muhatap.calendar.PeriodOf;

/**
 * A limit and its derivation.
 *
 * @param deadline the limit
 * @param whose who has to act within it: determines whether half days and administrative leave count
 * @param steps every day from the one after receipt to the last day, without a gap
 */
public record Derivation(Deadline deadline, PeriodOf whose, List<DerivationDay> steps) {

    public Derivation {
        steps = List.copyOf(steps);
    }
}
