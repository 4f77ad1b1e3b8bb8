package tr.muhatap.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.InvalidInputException;

/** What all user tasks have in common: their name, their due date, and that each is completed by a decision of its own. */
class UserTasks extends AbstractBpmnParseListener {

    /** What each task asks of whoever completes it; what stands there of an earlier round is forgotten. */
    private static final Map<String, Set<String>> DECISIONS = Map.of(
            ProcessNames.Elements.ON_INCELEME,
            Set.of(ProcessNames.Variables.ON_INCELEME),
            ProcessNames.Elements.BIRIME_SEVK,
            Set.of(ProcessNames.Variables.BIRIM),
            ProcessNames.Elements.CEVAP_HAZIRLAMA,
            Set.of(ProcessNames.Variables.BIRIM_KARARI),
            ProcessNames.Elements.CEVAP_ONAYI,
            Set.of(ProcessNames.Variables.ONAY));

    /** No decision and no code is longer; a citizen's words are. */
    private static final int LONGEST_VALUE = 60;

    private final TaskFacts facts;

    UserTasks(TaskFacts facts) {
        this.facts = facts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String name = element.attribute("name");
        task.setNameExpression(new Computed(execution -> facts.name(name, execution)));
        task.setDueDateExpression(new Computed(facts::dueDate));
        if (activity.getId().equals(ProcessNames.Elements.BIRIME_SEVK)) {
            var usual = List.copyOf(task.getCandidateGroupIdExpressions());
            task.getCandidateGroupIdExpressions().clear();
            usual.forEach(group -> task.addCandidateGroupIdExpression(
                    new Computed(execution -> facts.routingGroup(execution, group.getExpressionText()))));
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, UserTasks::forgetEarlierDecision);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::refuseWhatIsNoDecision);
    }

    private static void forgetEarlierDecision(DelegateTask task) {
        DECISIONS
                .getOrDefault(task.getTaskDefinitionKey(), Set.of())
                .forEach(decision -> task.getExecution().removeVariable(decision));
    }

    /** Variables are copied and kept by the engine, so that nothing but decisions and codes may become one. */
    private void refuseWhatIsNoDecision(DelegateTask task) {
        var arrived = new HashMap<>(task.getVariables());
        arrived.keySet().removeAll(ProcessNames.Variables.ALL);
        arrived.putAll(overwritten(task));
        arrived.putAll(task.getVariablesLocal());
        task.getVariables().forEach((name, value) -> {
            if (value instanceof String text && text.length() > LONGEST_VALUE) {
                arrived.put(name, value);
            }
        });
        if (!arrived.isEmpty()) {
            throw new InvalidInputException(
                    arrived.keySet().iterator().next(),
                    "Görevle birlikte yalnızca karar gönderilebilir; şunlar kabul edilmez: "
                            + String.join(", ", arrived.keySet()) + ".");
        }
    }

    /** What the process was told by the record stays as the record has it, whatever comes along with a decision. */
    private Map<String, Object> overwritten(DelegateTask task) {
        var decisions = DECISIONS.get(task.getTaskDefinitionKey());
        if (decisions == null) {
            return Map.of();
        }
        var told = facts.toldByRecord(DecisionVariable.applicationNumber(task.getExecution()));
        told.keySet().removeAll(decisions);
        if (task.getTaskDefinitionKey().equals(ProcessNames.Elements.ON_INCELEME)) {
            told.remove(ProcessNames.Variables.KONU);
        }
        var overwritten = new HashMap<String, Object>();
        told.forEach((name, value) -> {
            Object now = task.getVariable(name);
            if (now != null && !now.equals(value)) {
                overwritten.put(name, now);
            }
        });
        return overwritten;
    }

    /** A value of the engine's that our code computes, not an expression language. */
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
