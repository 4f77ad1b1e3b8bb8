package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.MuracaatOutcome;
import tr.muhatap.basvuru.MuracaatRegister;

/** Completes a task of recourse: passes the decision to the record. */
@Component("muracaatKarari")
class MuracaatKarari implements TaskListener {

    private final MuracaatRegister register;

    MuracaatKarari(MuracaatRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        register.decide(
                applicationNumber(task), required(task, ProcessNames.Variables.MURACAAT_SONUCU, MuracaatOutcome.class));
    }
}
