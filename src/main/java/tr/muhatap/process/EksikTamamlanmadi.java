package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** The applicant did not complete the application in time. */
@Component("eksikTamamlanmadi")
class EksikTamamlanmadi implements ExecutionListener {

    private final BasvuruRegister register;

    EksikTamamlanmadi(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateExecution execution) {
        register.lapseIncomplete(applicationNumber(execution));
    }
}
