package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;

/** Completes Birime_Sevk: passes the unit to the record. */
@Component("sevkKarari")
class SevkKarari implements TaskListener {

    private final BasvuruRegister register;

    SevkKarari(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        register.route(applicationNumber(task), required(task, ProcessNames.Variables.BIRIM));
    }
}
