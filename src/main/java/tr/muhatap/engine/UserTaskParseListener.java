package tr.muhatap.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Applies {@link UserTaskProperties} to every user task and registers the {@link TaskDecisionRule}. */
final class UserTaskParseListener extends AbstractBpmnParseListener {

    private final UserTaskProperties properties;
    private final TaskDecisionRule decisions;

    UserTaskParseListener(UserTaskProperties properties, TaskDecisionRule decisions) {
        this.properties = properties;
        this.decisions = decisions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String name = element.attribute("name");
        task.setNameExpression(new Computed(execution -> properties.name(name, execution)));
        task.setDueDateExpression(new Computed(properties::dueDate));
        var modelled = List.copyOf(task.getCandidateGroupIdExpressions());
        task.getCandidateGroupIdExpressions().clear();
        modelled.forEach(group -> task.addCandidateGroupIdExpression(new Computed(
                execution -> properties.candidateGroup(activity.getId(), valueOf(group, execution), execution))));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, decisions::created);
    }

    private static String valueOf(Expression modelled, DelegateExecution execution) {
        return String.valueOf(modelled.getValue(execution));
    }

    /** An expression computed by our code, not by an expression language. */
    private record Computed(Function<DelegateExecution, @Nullable Object> value) implements Expression {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            return value.apply((DelegateExecution) scope);
        }

        @Override
        public void setValue(Object ignored, VariableScope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getExpressionText() {
            return Objects.toString(value);
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
