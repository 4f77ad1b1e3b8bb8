package tr.muhatap.intake.posta;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads each mailbox on its own thread, so that a hanging server delays no other, and processes mails on one more. */
@Component
class MailboxSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxSchedule.class);

    private final MailboxSettings settings;
    private final MailboxReader reader;
    private final MailSorter sorter;
    private @Nullable ScheduledExecutorService threads;

    MailboxSchedule(MailboxSettings settings, MailboxReader reader, MailSorter sorter) {
        this.settings = settings;
        this.reader = reader;
        this.sorter = sorter;
    }

    @Override
    public synchronized void start() {
        if (settings.boxes().isEmpty()) {
            return;
        }
        var started = Executors.newScheduledThreadPool(settings.boxes().size() + 1, work -> {
            var thread = new Thread(work, "mailbox");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.every().toMillis();
        settings.boxes()
                .forEach((name, box) -> started.scheduleWithFixedDelay(
                        () -> quietly(() -> reader.look(name, box)), 0, every, TimeUnit.MILLISECONDS));
        started.scheduleWithFixedDelay(
                () -> quietly(() -> sorter.sortDue(settings)), every / 2, every, TimeUnit.MILLISECONDS);
        started.scheduleWithFixedDelay(() -> quietly(() -> sorter.forgetOld(settings)), 1, 60, TimeUnit.MINUTES);
        threads = started;
    }

    /** Catches everything: an uncaught exception would end the thread. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.warn("The mailboxes were not looked after: {}", failed.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
