package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;
import static tr.muhatap.process.DecisionVariable.text;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ReviewDecision;

/** Completes On_Inceleme: passes the review's decision to the record. */
@Component("incelemeKarari")
class IncelemeKarari implements TaskListener {

    private final BasvuruRegister register;

    IncelemeKarari(BasvuruRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        String number = applicationNumber(task);
        var decision = required(task, ProcessNames.Variables.ON_INCELEME, ReviewDecision.class);
        register.review(number, decision, text(task, ProcessNames.Variables.KONU));
        if (decision == ReviewDecision.EKSIK) {
            var until = register.get(number).incompleteUntil();
            task.getExecution().setVariable(ProcessNames.Variables.EKSIK_SONU, until == null ? null : Date.from(until));
        }
    }
}
