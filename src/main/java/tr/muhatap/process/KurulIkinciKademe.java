package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.ItirazRegister;

/** The second limit to answer the Board passed: escalates to the Şube Müdürü. */
@Component("kurulIkinciKademe")
class KurulIkinciKademe implements ExecutionListener {

    private final ItirazRegister register;

    KurulIkinciKademe(ItirazRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateExecution execution) {
        register.markSecondLevel(objection(execution));
    }
}
