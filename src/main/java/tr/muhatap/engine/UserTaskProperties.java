package tr.muhatap.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Computes what a user task shows in task lists, in place of the expressions of its model. */
public interface UserTaskProperties {

    /** @param modelled the task's name in the model */
    String name(String modelled, DelegateExecution execution);

    @Nullable
    Date dueDate(DelegateExecution execution);

    /**
     * @param element id of the task in its model
     * @param modelled the candidate group that the model names
     */
    String candidateGroup(String element, String modelled, DelegateExecution execution);
}
