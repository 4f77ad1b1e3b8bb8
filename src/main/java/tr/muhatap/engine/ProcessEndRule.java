package tr.muhatap.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Decides whether a process instance may end, for every cause: end event, cancellation, deletion, migration. */
public interface ProcessEndRule {

    /**
     * Called within the transaction that ends the instance.
     *
     * @param processKey key of the process definition
     * @throws RuntimeException to refuse; the transaction is rolled back and the instance stays where it was
     */
    void beforeEnd(String processKey, DelegateExecution execution);
}
