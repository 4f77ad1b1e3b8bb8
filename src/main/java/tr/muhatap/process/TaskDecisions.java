package tr.muhatap.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.engine.TaskDecisionRule;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Each user task accepts only its own decision variable and those that may accompany it. */
@Component
class TaskDecisions implements TaskDecisionRule {

    /** Decision variable of each user task. */
    private static final Map<String, String> DECISIONS = Map.ofEntries(
            Map.entry(ProcessNames.Elements.ON_INCELEME, ProcessNames.Variables.ON_INCELEME),
            Map.entry(ProcessNames.Elements.BIRIME_SEVK, ProcessNames.Variables.BIRIM),
            Map.entry(ProcessNames.Elements.CEVAP_HAZIRLAMA, ProcessNames.Variables.BIRIM_KARARI),
            Map.entry(ProcessNames.Elements.CEVAP_ONAYI, ProcessNames.Variables.ONAY),
            Map.entry(ProcessNames.Elements.YONETICI_MUDAHALESI, ProcessNames.Variables.MUDAHALE),
            Map.entry(ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI, ProcessNames.Variables.MUDAHALE),
            Map.entry(ProcessNames.Elements.ILK_MURACAAT, ProcessNames.Variables.MURACAAT_SONUCU),
            Map.entry(ProcessNames.Elements.IKINCI_MURACAAT, ProcessNames.Variables.MURACAAT_SONUCU),
            Map.entry(ProcessNames.Elements.KURULA_CEVAP, ProcessNames.Variables.KURUL_CEVABI),
            Map.entry(ProcessNames.Elements.KURUL_YONETICI_MUDAHALESI, ProcessNames.Variables.KURUL_MUDAHALESI),
            Map.entry(ProcessNames.Elements.KURUL_SUBE_MUDURU_MUDAHALESI, ProcessNames.Variables.KURUL_MUDAHALESI));

    /** Variables that may accompany the decision: a missing topic, or the unit of a rerouting. */
    private static final Map<String, String> ACCOMPANYING = Map.of(
            ProcessNames.Elements.ON_INCELEME, ProcessNames.Variables.KONU,
            ProcessNames.Elements.YONETICI_MUDAHALESI, ProcessNames.Variables.BIRIM,
            ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI, ProcessNames.Variables.BIRIM);

    /** Longer than any decision and any code, shorter than most texts of citizens. */
    private static final int LONGEST_VALUE = 60;

    /** Deletes the decision of an earlier round. */
    @Override
    public void created(DelegateTask task) {
        var decision = DECISIONS.get(task.getTaskDefinitionKey());
        if (decision != null) {
            task.getExecution().removeVariable(decision);
        }
    }

    /** Variables are copied and stored by the engine, so only the task's own decision is accepted, as plain text. */
    @Override
    public void beforeCompletion(DelegateTask task, @Nullable Map<String, Object> submitted) {
        if (submitted == null) {
            return;
        }
        String step = task.getTaskDefinitionKey();
        var typed = Variables.fromMap(submitted);
        var refused = typed.keySet().stream()
                .filter(name -> !isOwnNumber(name, typed.getValueTyped(name), task))
                .filter(name -> !belongsTo(step, name) || !isPlain(typed.getValueTyped(name)))
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw new InvalidInputException(
                    refused.get(0),
                    Texts.of(
                            "process.task-decisions.gorevle-birlikte-yalnizca-karar-gonderilebilir",
                            String.join(", ", refused)));
        }
    }

    /** A user task of an earlier model, which is not in the table, accepts any decision. */
    private static boolean belongsTo(String step, String variable) {
        return DECISIONS.containsKey(step)
                ? variable.equals(DECISIONS.get(step)) || variable.equals(ACCOMPANYING.get(step))
                : DECISIONS.containsValue(variable) || ACCOMPANYING.containsValue(variable);
    }

    /** Camunda's forms also submit the number variable that they loaded. */
    private static boolean isOwnNumber(String name, TypedValue value, DelegateTask task) {
        return name.equals(ProcessNames.Variables.BASVURU_NO)
                && isPlain(value)
                && DecisionVariable.applicationNumber(task).equals(value.getValue());
    }

    /** A short text, typed or untyped, or null; the form submits an empty selection as either. */
    private static boolean isPlain(TypedValue value) {
        boolean isText = value instanceof StringValue || value.getType() == null || value.getType() == ValueType.NULL;
        return isText
                && !value.isTransient()
                && (value.getValue() == null
                        || value.getValue() instanceof String text && text.length() <= LONGEST_VALUE);
    }
}
