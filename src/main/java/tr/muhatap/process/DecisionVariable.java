package tr.muhatap.process;

import java.util.Arrays;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Reads the decision variable that a form submitted. */
final class DecisionVariable {

    private DecisionVariable() {}

    /** The decision as an enum; a missing or unknown value is refused, naming the variable. */
    static <E extends Enum<E>> E required(VariableScope scope, String variable, Class<E> type) {
        Object given = scope.getVariable(variable);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        variable,
                        String.format(
                                Locale.ROOT,
                                Texts.of("process.decision-variable.karar-secilmedi-veya-gecersiz-sunlardan"),
                                variable,
                                Arrays.toString(type.getEnumConstants()))));
    }

    static String required(VariableScope scope, String variable) {
        String given = text(scope, variable);
        if (given == null) {
            throw new InvalidInputException(
                    variable, Texts.of("process.decision-variable.bu-alan-zorunludur", variable));
        }
        return given;
    }

    static @Nullable String text(VariableScope scope, String variable) {
        return scope.getVariable(variable) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Id of the process's objection. */
    static long objection(DelegateExecution execution) {
        if (execution.getVariable(ProcessNames.Variables.ITIRAZ) instanceof Long id) {
            return id;
        }
        throw new IllegalStateException("A process without an objection: " + execution.getProcessInstanceId());
    }

    static String applicationNumber(DelegateTask task) {
        return applicationNumber(task.getExecution());
    }

    /** The business key, not the variable, which could be overwritten when a task is completed. */
    static String applicationNumber(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        if (number == null) {
            throw new IllegalStateException("A process without an application: " + execution.getProcessInstanceId());
        }
        return number;
    }
}
