package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** The fee was not paid in time. */
@Component("ucretOdenmedi")
class UcretOdenmedi implements ExecutionListener {

    private final BasvuruRegister register;

    UcretOdenmedi(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateExecution execution) {
        register.lapseUnpaid(applicationNumber(execution));
    }
}
