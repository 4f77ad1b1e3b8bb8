package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Approval;
import tr.muhatap.basvuru.BasvuruRegister;

/** Completes Cevap_Onayi: approved, or returned for correction. */
@Component("onayKarari")
class OnayKarari implements TaskListener {

    private final BasvuruRegister register;

    OnayKarari(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        register.decideApproval(applicationNumber(task), required(task, ProcessNames.Variables.ONAY, Approval.class));
    }
}
