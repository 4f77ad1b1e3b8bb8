package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.objection;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BoardUrging;
import tr.muhatap.basvuru.ItirazRegister;

/** Completes a manager's task about a late answer to the Board: reminds those who have to answer. */
@Component("kurulMudahaleKarari")
class KurulMudahaleKarari implements TaskListener {

    private final ItirazRegister register;

    KurulMudahaleKarari(ItirazRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        required(task, ProcessNames.Variables.KURUL_MUDAHALESI, BoardUrging.class);
        // Both levels share one scope and can be open at the same time
        task.getExecution().removeVariable(ProcessNames.Variables.KURUL_MUDAHALESI);
        register.urge(objection(task.getExecution()));
    }
}
