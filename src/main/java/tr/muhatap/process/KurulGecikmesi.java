package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.objection;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.ItirazRegister;

/** The Board was not answered in time: the record says so, and when the second level is due. */
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
