package tr.muhatap.operation;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.dosya.OpenCounts;
import tr.muhatap.engine.JobCounts;
import tr.muhatap.notification.OutboxCounts;

/** What somebody who is responsible for the office wants to know each morning, counted when it is asked for. */
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
     * @param incidents steps that failed for good
     * @param failedDeliveries of them, answers that could not be sent
     * @param dueJobs whose time has come and that nobody has carried out yet
     * @param waitingMessages still to be sent
     * @param triedMessages of them, tried at least once
     * @param byHand answers that somebody has to bring
     * @param lateApplications open, and past their limit
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
