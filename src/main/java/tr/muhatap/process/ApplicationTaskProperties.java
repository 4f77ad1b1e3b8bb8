package tr.muhatap.process;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.UnitDecision;
import tr.muhatap.engine.UserTaskProperties;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;

/**
 * Derives a task's name, due date and candidate group from the application. The name consists of the number and the
 * topic, or the kind if there is none, and never contains text of the citizen: the engine copies task names into its
 * history.
 */
@Component
class ApplicationTaskProperties implements UserTaskProperties {

    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    /** Resolved late, as the register is: its table is made when the engine's are. */
    private final ObjectProvider<Organization> organization;

    /**
     * Resolved lazily: the register needs the decision tables, which need the engine that is being built with this
     * bean.
     */
    private final ObjectProvider<BasvuruRegister> register;

    ApplicationTaskProperties(ObjectProvider<Organization> organization, ObjectProvider<BasvuruRegister> register) {
        this.organization = organization;
        this.register = register;
    }

    @Override
    public String name(String task, DelegateExecution execution) {
        String number = DecisionVariable.applicationNumber(execution);
        return task + " · " + number + " · " + matter(number, execution);
    }

    @Override
    public @Nullable Date dueDate(DelegateExecution execution) {
        return execution.getVariable(ProcessNames.Variables.GEC_SAATI) instanceof Date lateFrom
                ? lastMomentBefore(lateFrom)
                : null;
    }

    /** The displayed due date is the last day, not the instant after it. */
    static Date lastMomentBefore(Date lateFrom) {
        return Date.from(lateFrom.toInstant().minus(LAST_MOMENT));
    }

    /** Routing is assigned to the manager if units have returned the application too often. */
    @Override
    public String candidateGroup(String element, String modelled, DelegateExecution execution) {
        boolean wasReturned = element.equals(ProcessNames.Elements.BIRIME_SEVK)
                && UnitDecision.IADE.name().equals(execution.getVariable(ProcessNames.Variables.BIRIM_KARARI));
        return wasReturned && register.getObject().isRoutedByManager(DecisionVariable.applicationNumber(execution))
                ? Groups.HALKLA_ILISKILER_YONETICISI
                : modelled;
    }

    /** The topic from the process variable, without a query; only without it the record is loaded. */
    private String matter(String number, DelegateExecution execution) {
        return Optional.ofNullable(DecisionVariable.text(execution, ProcessNames.Variables.KONU))
                .flatMap(topic -> organization.getObject().topic(topic))
                .map(Topic::name)
                .orElseGet(() -> register.getObject().get(number).kind().label());
    }
}
