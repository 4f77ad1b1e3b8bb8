package tr.muhatap.intake.aktarim;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Schedules imports: immediately after submission, and periodically for those that another node left unfinished.
 * Registration and comparison have separate threads, so that a short comparison does not wait for a long import.
 */
@Component
class ImportSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSchedule.class);

    private final ImportSettings settings;
    private final ImportWorker worker;
    private @Nullable ScheduledExecutorService taking;
    private @Nullable ScheduledExecutorService looking;

    ImportSchedule(ImportSettings settings, ImportWorker worker) {
        this.settings = settings;
        this.worker = worker;
    }

    /** Wakes the threads. */
    synchronized void wake() {
        try {
            if (taking != null && looking != null) {
                taking.execute(() -> quietly(() -> worker.workOff(true)));
                looking.execute(() -> quietly(() -> worker.workOff(false)));
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("An import is left to another node");
        }
    }

    @Override
    public synchronized void start() {
        taking = started("imports", () -> worker.workOff(true));
        var other = started("import-looks", () -> worker.workOff(false));
        other.scheduleWithFixedDelay(() -> quietly(worker::forgetOld), 2, 60, TimeUnit.MINUTES);
        looking = other;
    }

    private ScheduledExecutorService started(String name, Runnable work) {
        var thread = Executors.newSingleThreadScheduledExecutor(wanted -> {
            var made = new Thread(wanted, name);
            made.setDaemon(true);
            return made;
        });
        long every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(() -> quietly(work), every, every, TimeUnit.MILLISECONDS);
        return thread;
    }

    /** Catches everything: an uncaught exception would end the thread. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.warn("The imports were not worked on: {}", failed.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (taking != null && looking != null) {
            taking.shutdownNow();
            looking.shutdownNow();
        }
        taking = null;
        looking = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return taking != null;
    }
}
