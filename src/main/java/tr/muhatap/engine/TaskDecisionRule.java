package tr.muhatap.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** Decides which variables may be submitted when a user task is completed. */
public interface TaskDecisionRule {

    /** Called when a task is created, in the same transaction. */
    void created(DelegateTask task);

    /**
     * Called before any submitted value becomes a variable and before any is deserialized.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming a variable that is not part of the decision
     */
    void beforeCompletion(DelegateTask task, @Nullable Map<String, Object> submitted);
}
