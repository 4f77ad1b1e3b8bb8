package tr.muhatap.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Computes the properties of user tasks for task lists, instead of expressions in the models. */
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
