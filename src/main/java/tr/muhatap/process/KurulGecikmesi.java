package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.objection;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.ItirazRegister;

/** The limit to answer the Board passed: marks the record as late and sets the due date of the second level. */
@Component("kurulGecikmesi")
class KurulGecikmesi implements JavaDelegate {

    private final ItirazRegister register;

    KurulGecikmesi(ItirazRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ProcessNames.Variables.IKINCI_SINIR, Date.from(register.markLate(objection(execution))));
    }
}
