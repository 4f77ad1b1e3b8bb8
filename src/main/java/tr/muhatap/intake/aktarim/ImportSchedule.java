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

/** Works on imports on one thread of its own: at once where one was handed in here, and now and then on those that a node left. */
@Component
class ImportSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSchedule.class);

    private final ImportSettings settings;
    private final ImportWorker worker;
    private @Nullable ScheduledExecutorService thread;

    ImportSchedule(ImportSettings settings, ImportWorker worker) {
        this.settings = settings;
        this.worker = worker;
    }

    /** There is something to do. */
    synchronized void wake() {
        try {
            if (thread != null) {
                thread.execute(() -> quietly(worker::workOff));
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("An import is left to another node");
        }
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var made = new Thread(work, "imports");
            made.setDaemon(true);
            return made;
        });
        long every = settings.every().toMillis();
        started.scheduleWithFixedDelay(() -> quietly(worker::workOff), every, every, TimeUnit.MILLISECONDS);
        started.scheduleWithFixedDelay(() -> quietly(worker::forgetOld), 2, 60, TimeUnit.MINUTES);
        thread = started;
    }

    /** A thread that ends with a failure would never work again. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.warn("The imports were not worked on: {}", failed.toString());
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
