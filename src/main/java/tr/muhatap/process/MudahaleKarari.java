package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;
import static tr.muhatap.process.DecisionVariable.text;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Intervention;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Completes an escalation task: remind, take over, or reroute to another unit. */
@Component("mudahaleKarari")
class MudahaleKarari implements TaskListener {

    private final BasvuruRegister register;
    private final OpenTask openTask;
    private final CurrentUser currentUser;

    MudahaleKarari(BasvuruRegister register, OpenTask openTask, CurrentUser currentUser) {
        this.register = register;
        this.openTask = openTask;
        this.currentUser = currentUser;
    }

    @Override
    public void notify(DelegateTask task) {
        String number = applicationNumber(task);
        var intervention = required(task, ProcessNames.Variables.MUDAHALE, Intervention.class);
        String unit = text(task, ProcessNames.Variables.BIRIM);
        forget(task);
        switch (intervention) {
            case UYAR -> register.urge(number);
            case DEVRAL -> {
                register.takeOver(number);
                openTask.assignTo(number, currentUser.name());
            }
            case SEVK -> {
                if (unit == null) {
                    throw new InvalidInputException(
                            ProcessNames.Variables.BIRIM, Texts.of("process.mudahale-karari.sevk"));
                }
                register.reroute(number, unit);
                openTask.moveToUnit(number, unit);
            }
        }
    }

    /** Both levels share one scope and can be open at the same time; neither may find the other's decision there. */
    private static void forget(DelegateTask task) {
        task.getExecution().removeVariables(List.of(ProcessNames.Variables.MUDAHALE, ProcessNames.Variables.BIRIM));
    }
}
