package tr.muhatap.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.engine.JobExecution;
import tr.muhatap.engine.JobPostponedListener;
import tr.muhatap.notification.AnswerDelivery;
import tr.muhatap.notification.AnswerSettled;

/** Wakes postponed delivery jobs when their answer was sent. */
@Component
class DeliveryJobWaker implements JobPostponedListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJobWaker.class);
    private static final int ATTEMPTS = 3;

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final ObjectProvider<AnswerDelivery> delivery;
    private final JobExecution jobs;
    private final TransactionTemplate own;
    private final Clock clock;

    DeliveryJobWaker(
            RuntimeService runtimeService,
            ManagementService managementService,
            ObjectProvider<AnswerDelivery> delivery,
            JobExecution jobs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.delivery = delivery;
        this.jobs = jobs;
        this.own = new TransactionTemplate(transactions);
        // Called when a transaction has just ended but still appears active
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @EventListener
    void settled(AnswerSettled event) {
        wake(event.number(), event.delivered());
    }

    /** The answer may have been sent in the meantime. */
    @Override
    public void jobPostponed(String number) {
        if (!delivery.getObject().isWaiting(number)) {
            own.executeWithoutResult(tx -> wake(number, false));
        }
    }

    private void wake(String number, boolean delivered) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                wakeOnce(number, delivered);
                return;
            } catch (OptimisticLockingException meanwhile) {
                // The job runs again in any case, only later
                LOG.debug("The job of {} changed while it was woken, attempt {}", number, attempt);
            }
        }
    }

    private void wakeOnce(String number, boolean delivered) {
        var now = Date.from(clock.instant());
        runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance -> managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(ProcessNames.Elements.CEVABI_GONDER)
                        .list()
                        .stream())
                .forEach(job -> wake(job, now, delivered));
    }

    private void wake(Job job, Date now, boolean delivered) {
        boolean isIncident = job.getRetries() == 0;
        if (isIncident && delivered) {
            managementService.setJobRetries(job.getId(), 1);
        }
        if ((!isIncident || delivered) && job.getDuedate().after(now)) {
            managementService.setJobDuedate(job.getId(), now);
        }
        jobs.wake();
    }
}
