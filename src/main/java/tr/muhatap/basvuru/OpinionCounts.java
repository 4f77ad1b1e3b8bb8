package tr.muhatap.basvuru;

/**
 * Number of requests to other bodies about an application, and how many are unanswered; the requests themselves are
 * {@link Opinion}s.
 */
record OpinionCounts(int opinionsAsked, int opinionsOpen) {

    static final OpinionCounts NONE = new OpinionCounts(0, 0);

    OpinionCounts asked() {
        return new OpinionCounts(opinionsAsked + 1, opinionsOpen + 1);
    }

    OpinionCounts settled() {
        return new OpinionCounts(opinionsAsked, opinionsOpen - 1);
    }
}
