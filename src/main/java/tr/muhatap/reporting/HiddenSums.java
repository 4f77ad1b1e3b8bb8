package tr.muhatap.reporting;

import java.util.HashMap;
import java.util.Map;

/**
 * What an adversary who knows the rule of {@link SmallCounts} can derive about withheld counts. Even one who knows
 * which of them are small must be left with two possible sums of the small ones; only tables that the rule withholds in
 * the same way are considered.
 */
final class HiddenSums {

    /** No larger count is published. */
    static final long NONE = Long.MAX_VALUE;

    /** Bound on the tables tried for one answer; beyond it the answer is no, and more is withheld. */
    private static final int TRIES = 20_000;

    private record Question(int large, long sum, long next) {}

    private final int small;
    private final Map<Question, Boolean> answers = new HashMap<>();

    /**
     * For a table.
     *
     * @param small number of withheld counts from 1 to 4
     */
    HiddenSums(int small) {
        this.small = small;
    }

    /**
     * Whether more than one sum of the small counts is possible. Depends on published values only, so that the answer
     * reveals nothing.
     *
     * @param large number of withheld counts from 5
     * @param sum of all withheld counts
     * @param next smallest published large count
     */
    boolean areOpen(int large, long sum, long next) {
        var question = new Question(large, sum, next);
        var known = answers.get(question);
        if (known == null) {
            known = count(question) > 1;
            answers.put(question, known);
        }
        return known;
    }

    private int count(Question question) {
        int found = 0;
        var tries = new int[] {TRIES};
        long most = small * (SmallCounts.LEAST - 1);
        for (long ofSmall = small; ofSmall <= most && found < 2; ofSmall++) {
            var guess = new long[question.large()];
            if (isPossible(question, ofSmall, guess, 0, question.sum() - ofSmall, tries)) {
                found++;
            }
        }
        return found;
    }

    /** Whether {@code rest} can be distributed over the large counts from {@code at} on, in ascending order. */
    private boolean isPossible(Question question, long ofSmall, long[] guess, int at, long rest, int[] tries) {
        if (at == guess.length) {
            return rest == 0 && isNotEnoughEarlier(ofSmall, guess);
        }
        int left = guess.length - at;
        long from = at == 0 ? SmallCounts.LEAST : guess[at - 1];
        long to = Math.min(question.next() - 1, rest / left);
        for (long value = left == 1 ? Math.max(from, rest) : from; value <= to; value++) {
            if (tries[0]-- <= 0) {
                return false;
            }
            guess[at] = value;
            if (isPossible(question, ofSmall, guess, at + 1, rest - value, tries)) {
                return true;
            }
        }
        return false;
    }

    /** Otherwise the rule would have stopped earlier, with fewer withheld. */
    private boolean isNotEnoughEarlier(long ofSmall, long[] guess) {
        long sum = ofSmall;
        for (int each = 0; each + 1 < guess.length; each++) {
            sum += guess[each];
            if (guess[each] < guess[each + 1] && areOpen(each + 1, sum, guess[each + 1])) {
                return false;
            }
        }
        return true;
    }
}
