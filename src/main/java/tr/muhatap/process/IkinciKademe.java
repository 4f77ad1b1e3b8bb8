package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** The second limit passed. */
@Component("ikinciKademe")
class IkinciKademe implements ExecutionListener {

    private final BasvuruRegister register;

    IkinciKademe(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateExecution execution) {
        register.markSecondLevel(applicationNumber(execution));
    }
}
