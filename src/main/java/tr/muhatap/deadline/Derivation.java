package tr.muhatap.deadline;

import java.util.List;

/**
 * A limit and how it came about.
 *
 * @param deadline the limit
 * @param steps every day from the one after receipt to the last day, without a gap
 */
public record Derivation(Deadline deadline, List<Step> steps) {

    public Derivation {
        steps = List.copyOf(steps);
    }
}
