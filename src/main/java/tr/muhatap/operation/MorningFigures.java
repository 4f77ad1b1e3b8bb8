package tr.muhatap.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.dosya.OpenCounts;
import tr.muhatap.engine.JobCounts;
import tr.muhatap.notification.OutboxCounts;

/** Key figures for the person responsible for the office, counted on request. */
@Component
public class MorningFigures {

    private static final String ANSWER_DELIVERY = "Cevabi_Gonder";

    private static final int DAYS = 7;

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
     * @param dueThisWeek open, with a last day from today on until six days later
     */
    public record Figures(
            long incidents,
            long failedDeliveries,
            long dueJobs,
            long waitingMessages,
            long triedMessages,
            @Nullable Instant oldestWaiting,
            long byHand,
            long lateApplications,
            long dueThisWeek) {}

    /** Last day of the week that {@link Figures#dueThisWeek} counts. */
    public static LocalDate endOfWeek(LocalDate today) {
        return today.plusDays(DAYS - 1L);
    }

    public Figures now() {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        return new Figures(
                engine.incidents(),
                engine.failedAt(ANSWER_DELIVERY),
                engine.due(now),
                outbox.waiting(),
                outbox.tried(),
                outbox.oldestWaiting(),
                outbox.toBeBroughtByHand(),
                applications.late(now),
                applications.lastDayBetween(today, endOfWeek(today)));
    }
}
