package tr.muhatap.process;

import static tr.muhatap.process.DecisionVariable.applicationNumber;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.engine.PostponeJobException;
import tr.muhatap.notification.AnswerDelivery;

/**
 * Closes the application once its approved answer was sent. Never waits for the network: while the answer is in the
 * outbox, the job is postponed, see {@link DeliveryJobWaker}. Failures are retried by the engine, then become an
 * incident.
 */
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
        if (delivery.deliver(number) == AnswerDelivery.State.WAITING) {
            throw new PostponeJobException(number, "the answer is still to be sent");
        }
        register.answerDelivered(number);
    }
}
