package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;
import static tr.muhatap.process.DecisionVariable.required;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Intervention;

/** Completing an escalation task: urge, take over, or send to another unit. */
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
        switch (required(task, ProcessNames.Variables.MUDAHALE, Intervention.class)) {
            case UYAR -> register.urge(number);
            case DEVRAL -> {
                register.takeOver(number);
                openTask.assignTo(number, currentUser.name());
            }
            case SEVK -> {
                String unit = required(task, ProcessNames.Variables.BIRIM);
                register.reroute(number, unit);
                openTask.moveToUnit(number, unit);
            }
        }
    }
}
