package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** The limit has passed: the record becomes late and says when the second level is due. */
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
