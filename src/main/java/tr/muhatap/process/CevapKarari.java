package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.UnitDecision;

/** Completes Cevap_Hazirlama: answer ready, not responsible, or waiting for a fee. */
@Component("cevapKarari")
class CevapKarari implements TaskListener {

    private final BasvuruRegister register;

    CevapKarari(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        String number = applicationNumber(task);
        register.decideInUnit(number, required(task, ProcessNames.Variables.BIRIM_KARARI, UnitDecision.class));
    }
}
