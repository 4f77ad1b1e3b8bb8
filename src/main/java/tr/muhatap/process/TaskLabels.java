package tr.muhatap.process;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import tr.muhatap.organization.Organization;

/**
 * Gives every user task the words by which people find it, and the last day as its due date. Only the number and the
 * catalogue's topic go in, never words of the citizen: the engine copies task names into its history.
 */
class TaskLabels extends AbstractBpmnParseListener implements TaskListener {

    private static final Duration LAST_SECOND = Duration.ofSeconds(1);

    private final Organization organization;

    TaskLabels(Organization organization) {
        this.organization = organization;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_CREATE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        var topic = Optional.ofNullable(DecisionVariable.text(task, ProcessNames.Variables.KONU))
                .flatMap(organization::topic)
                .map(found -> found.name());
        task.setName(Stream.concat(Stream.of(task.getName(), DecisionVariable.applicationNumber(task)), topic.stream())
                .collect(Collectors.joining(" · ")));
        if (task.getVariable(ProcessNames.Variables.GEC_SAATI) instanceof Date lateFrom) {
            task.setDueDate(Date.from(lateFrom.toInstant().minus(LAST_SECOND)));
        }
    }
}
