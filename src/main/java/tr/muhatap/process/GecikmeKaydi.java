package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** The limit passed: marks the record as late and sets the due date of the second level. */
@Component("gecikmeKaydi")
class GecikmeKaydi implements JavaDelegate {

    private final BasvuruRegister register;

    GecikmeKaydi(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var secondLimit = register.markLate(applicationNumber(execution));
        execution.setVariable(ProcessNames.Variables.IKINCI_SINIR, Date.from(secondLimit));
    }
}
