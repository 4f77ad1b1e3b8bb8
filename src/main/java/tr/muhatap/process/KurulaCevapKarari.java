package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.objection;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BoardReply;
import tr.muhatap.basvuru.ItirazRegister;

/** Completes the task of answering the Board: answered today. */
@Component("kurulaCevapKarari")
class KurulaCevapKarari implements TaskListener {

    private final ItirazRegister register;

    KurulaCevapKarari(ItirazRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        required(task, ProcessNames.Variables.KURUL_CEVABI, BoardReply.class);
        register.answeredByTask(objection(task.getExecution()));
    }
}
