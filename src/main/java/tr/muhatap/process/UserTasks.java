package tr.muhatap.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.NullValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.InvalidInputException;

/** What all user tasks have in common: their name, their due date, and that each is completed by a decision of its own. */
class UserTasks extends AbstractBpmnParseListener {

    /** The decision that each task is completed with. */
    private static final Map<String, String> DECISIONS = Map.of(
            ProcessNames.Elements.ON_INCELEME, ProcessNames.Variables.ON_INCELEME,
            ProcessNames.Elements.BIRIME_SEVK, ProcessNames.Variables.BIRIM,
            ProcessNames.Elements.CEVAP_HAZIRLAMA, ProcessNames.Variables.BIRIM_KARARI,
            ProcessNames.Elements.CEVAP_ONAYI, ProcessNames.Variables.ONAY,
            ProcessNames.Elements.YONETICI_MUDAHALESI, ProcessNames.Variables.MUDAHALE,
            ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI, ProcessNames.Variables.MUDAHALE,
            ProcessNames.Elements.ILK_MURACAAT, ProcessNames.Variables.MURACAAT_SONUCU,
            ProcessNames.Elements.IKINCI_MURACAAT, ProcessNames.Variables.MURACAAT_SONUCU);

    /** What may stand beside the decision: a topic that was missing, the unit to send it on to. */
    private static final Map<String, String> BESIDE = Map.of(
            ProcessNames.Elements.ON_INCELEME, ProcessNames.Variables.KONU,
            ProcessNames.Elements.YONETICI_MUDAHALESI, ProcessNames.Variables.BIRIM,
            ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI, ProcessNames.Variables.BIRIM);

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
    }

    /** A decision of an earlier round must not pass for this one's. */
    private static void forgetEarlierDecision(DelegateTask task) {
        var decision = DECISIONS.get(task.getTaskDefinitionKey());
        if (decision != null) {
            task.getExecution().removeVariable(decision);
        }
    }

    /**
     * Variables are copied and kept by the engine, so that nothing but the step's own decision may come along, as plain text.
     * Looked at before any of it becomes a variable; nothing is deserialized for it.
     */
    static void refuseWhatIsNoDecision(DelegateTask task, @Nullable Map<String, Object> submitted) {
        if (submitted == null) {
            return;
        }
        String step = task.getTaskDefinitionKey();
        var typed = Variables.fromMap(submitted);
        var refused = typed.keySet().stream()
                .filter(name -> !isNumberAsItIs(name, typed.getValueTyped(name), task))
                .filter(name -> !belongsTo(step, name) || !isPlain(typed.getValueTyped(name)))
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw new InvalidInputException(
                    refused.get(0),
                    "Görevle birlikte yalnızca karar gönderilebilir; şunlar kabul edilmez: "
                            + String.join(", ", refused) + ".");
        }
    }

    /** A step of an earlier model, which no table names, takes the decision of any. */
    private static boolean belongsTo(String step, String variable) {
        return DECISIONS.containsKey(step)
                ? variable.equals(DECISIONS.get(step)) || variable.equals(BESIDE.get(step))
                : DECISIONS.containsValue(variable) || BESIDE.containsValue(variable);
    }

    /** Camunda's forms send along what they read. */
    private static boolean isNumberAsItIs(String name, TypedValue value, DelegateTask task) {
        return name.equals(ProcessNames.Variables.BASVURU_NO)
                && isPlain(value)
                && DecisionVariable.applicationNumber(task).equals(value.getValue());
    }

    /** A short text, with its type or without, or nothing; the form sends an empty choice as one or the other. */
    private static boolean isPlain(TypedValue value) {
        boolean isText =
                value instanceof StringValue || value instanceof UntypedValueImpl || value instanceof NullValueImpl;
        return isText
                && !value.isTransient()
                && (value.getValue() == null
                        || value.getValue() instanceof String text && text.length() <= LONGEST_VALUE);
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
