package tr.muhatap.operation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the reconciliation every {@code muhatap.operation.reconciliation} on a thread of its own, independent of other
 * scheduled work.
 */
@Component
class ReconciliationSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationSchedule.class);

    private final Reconciliation reconciliation;
    private final Duration interval;
    private @Nullable ScheduledExecutorService thread;

    ReconciliationSchedule(
            Reconciliation reconciliation, @Value("${muhatap.operation.reconciliation:PT10M}") Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("muhatap.operation.reconciliation: a positive duration, e.g. PT10M");
        }
        this.reconciliation = reconciliation;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(task -> {
            var own = new Thread(task, "reconciliation");
            own.setDaemon(true);
            return own;
        });
        var ignored = started.scheduleWithFixedDelay(
                this::compare, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Never throws, so that the schedule continues. */
    private void compare() {
        try {
            reconciliation.run();
        } catch (RuntimeException failed) {
            LOG.warn("Records and processes were not compared", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
