package tr.muhatap.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.Desks;

/** Starts the channel's process in the transaction that registers the application: both, or neither. */
@Component
class ProcessStarter {

    private final RuntimeService runtimeService;

    ProcessStarter(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    @EventListener
    void start(BasvuruEvent.Alindi registered) {
        runtimeService.startProcessInstanceByKey(
                ProcessNames.keyOf(registered.channel()), registered.number(), variables(registered));
    }

    private static VariableMap variables(BasvuruEvent.Alindi registered) {
        var variables = Variables.createVariables()
                .putValue(ProcessNames.Variables.BASVURU_NO, registered.number())
                .putValue(ProcessNames.Variables.KANAL, registered.channel().name())
                .putValue(ProcessNames.Variables.GEC_SAATI, Date.from(registered.lateFrom()));
        if (registered.topic() != null) {
            variables.putValue(ProcessNames.Variables.KONU, registered.topic());
        }
        if (Desks.isOralChannel(registered.channel())) {
            variables.putValue(ProcessNames.Variables.EKSIKSIZ, !registered.needsReview());
        }
        return variables;
    }
}
