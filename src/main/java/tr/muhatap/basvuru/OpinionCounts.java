package tr.muhatap.basvuru;

/**
 * How often other bodies were asked about an application, and how many have not answered yet; what was asked stands in
 * {@link Opinion}.
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
