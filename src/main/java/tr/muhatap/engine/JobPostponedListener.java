package tr.muhatap.engine;

/** Called after the transaction that postponed a job has been committed, see {@link PostponeJobException}. */
public interface JobPostponedListener {

    void jobPostponed(String businessKey);
}
