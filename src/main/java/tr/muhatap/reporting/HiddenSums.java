package tr.muhatap.reporting;

import java.util.HashMap;
import java.util.Map;

/**
 * What a reader who knows the rule of {@link SmallCounts} can derive of the counts withheld. Even one who knows which
 * of them are small has to be left with two sums of the small ones: only tables that the rule withholds in the same way
 * count.
 */
final class HiddenSums {

    /** No count is published that is larger. */
    static final long NONE = Long.MAX_VALUE;

    /** Tables tried for one answer; beyond, the answer is no, and more is withheld. */
    private static final int TRIES = 20_000;

    private record Question(int large, long sum, long next) {}

    private final int small;
    private final Map<Question, Boolean> answers = new HashMap<>();

    /**
     * For a table.
     *
     * @param small how many counts from 1 to 4 are withheld
     */
    HiddenSums(int small) {
        this.small = small;
    }

    /**
     * Whether the small ones may have more than one sum. Depends on nothing but what is published, so that the answer
     * says nothing.
     *
     * @param large how many counts from 5 are withheld
     * @param sum of all withheld
     * @param next the least large count that is published
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

    /** Whether {@code rest} can be spread over the large ones from {@code at} on, in rising order. */
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

    /** Else the rule had stopped before, with fewer withheld. */
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
