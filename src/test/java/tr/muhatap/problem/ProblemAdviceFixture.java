package tr.muhatap.problem;

/** The advice for controllers that are tested without a context. */
public final class ProblemAdviceFixture {

    private ProblemAdviceFixture() {}

    public static Object advice() {
        return new ProblemAdvice();
    }
}
