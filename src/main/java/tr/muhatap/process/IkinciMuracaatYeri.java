package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.MuracaatRegister;

/** The first place of recourse did not answer in time: passes the recourse to the second, with a limit of its own. */
@Component("ikinciMuracaatYeri")
class IkinciMuracaatYeri implements JavaDelegate {

    private final MuracaatRegister register;

    IkinciMuracaatYeri(MuracaatRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                ProcessNames.Variables.GEC_SAATI, Date.from(register.passToSecondPlace(applicationNumber(execution))));
    }
}
