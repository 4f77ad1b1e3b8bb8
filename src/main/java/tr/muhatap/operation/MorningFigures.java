package tr.muhatap.operation;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.dosya.OpenCounts;
import tr.muhatap.engine.JobCounts;
import tr.muhatap.notification.OutboxCounts;

/** Key figures for the person responsible for the office, counted on request. */
@Component
public class MorningFigures {

    private static final String ANSWER_DELIVERY = "Cevabi_Gonder";

    private final OpenCounts applications;
    private final JobCounts engine;
    private final OutboxCounts outbox;
    private final Clock clock;

    MorningFigures(OpenCounts applications, JobCounts engine, OutboxCounts outbox, Clock clock) {
        this.applications = applications;
        this.engine = engine;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param incidents steps without retries left
     * @param failedDeliveries incidents whose answers could not be sent
     * @param dueJobs due jobs that have not been executed
     * @param waitingMessages not sent yet
     * @param triedMessages not sent yet, with at least one attempt
     * @param byHand answers to be delivered by hand
     * @param lateApplications open and past their limit
     */
    public record Figures(
            long incidents,
            long failedDeliveries,
            long dueJobs,
            long waitingMessages,
            long triedMessages,
            @Nullable Instant oldestWaiting,
            long byHand,
            long lateApplications) {}

    public Figures now() {
        var now = clock.instant();
        return new Figures(
                engine.incidents(),
                engine.failedAt(ANSWER_DELIVERY),
                engine.due(now),
                outbox.waiting(),
                outbox.tried(),
                outbox.oldestWaiting(),
                outbox.toBeBroughtByHand(),
                applications.late(now));
    }
}
