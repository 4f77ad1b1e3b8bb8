package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.notification.AnswerDelivery;

/** Sends the approved answer, then closes the application. A failure is retried by the engine, then becomes an incident. */
@Component("cevabiGonder")
class CevabiGonder implements JavaDelegate {

    private final AnswerDelivery delivery;
    private final BasvuruRegister register;

    CevabiGonder(AnswerDelivery delivery, BasvuruRegister register) {
        this.delivery = delivery;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = applicationNumber(execution);
        delivery.deliver(number);
        register.answerDelivered(number);
    }
}
