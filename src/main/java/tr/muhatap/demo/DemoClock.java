package tr.muhatap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.engine.EngineTime;
import tr.muhatap.engine.JobExecution;
import tr.muhatap.notification.Dispatcher;
import tr.muhatap.text.Texts;

/**
 * Moves the program's time: our clock and the engine's are set together. No job runs during a jump, since its lock
 * would expire. The offset survives a restart.
 */
@Component
@Profile("demo")
class DemoClock {

    private static final int ROW = 1;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final OfficeClock clock;
    private final JobExecution executor;
    private final ManagementService managementService;
    private final Dispatcher dispatcher;
    private final JdbcClient jdbc;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile CountDownLatch present = new CountDownLatch(0);

    DemoClock(
            OfficeClock clock,
            JobExecution executor,
            ManagementService managementService,
            Dispatcher dispatcher,
            JdbcClient jdbc) {
        this.clock = clock;
        this.executor = executor;
        this.managementService = managementService;
        this.dispatcher = dispatcher;
        this.jdbc = jdbc;
        move(stored());
    }

    /** Moves time forward and waits until nothing is due any more; returns the new time of the program. */
    synchronized Instant advance(Duration by) {
        withoutJobs(() -> {
            var offset = clock.offset().plus(by);
            store(offset);
            move(offset);
        });
        do {
            awaitNothingDue();
            // Messages sent here or by an earlier sweep wake their delivery jobs
        } while (dispatcher.sendDue() > 0 || executor.isActive() && dueJobs() > 0);
        return clock.instant();
    }

    /** Executes something while no job runs and none is started. */
    synchronized void withoutJobs(Runnable work) {
        boolean wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            await(() -> lockedJobs() == 0, Texts.of("demo.demo-clock.calisan-arka-plan-isleri-bitmedi"));
            work.run();
        } finally {
            if (wasActive) {
                executor.start();
                executor.wake();
            }
        }
    }

    /** Sets both clocks, without storing. */
    void move(Duration offset) {
        clock.setOffset(offset);
        EngineTime.setOffset(offset);
    }

    /** Executes something while other requests wait, so that nobody sees intermediate states; see {@link DemoWait}. */
    void whileOthersWait(Runnable work) {
        var end = new CountDownLatch(1);
        present = end;
        try {
            work.run();
        } finally {
            end.countDown();
        }
    }

    /** Admits a request when none has to wait; it calls {@link #leave} at its end. */
    void enter() throws InterruptedException {
        while (true) {
            inside.incrementAndGet();
            if (present.getCount() == 0) {
                return;
            }
            inside.decrementAndGet();
            present.await();
        }
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Waits until all admitted requests have ended; called while new ones wait. */
    void awaitOthers() {
        await(() -> inside.get() == 0, Texts.of("demo.demo-clock.suren-istekler-bitmedi"));
    }

    private void awaitNothingDue() {
        if (executor.isActive()) {
            await(() -> lockedJobs() == 0 && dueJobs() == 0, Texts.of("demo.demo-clock.zamani-gelen-arka-plan-isleri"));
        }
    }

    private void await(java.util.function.BooleanSupplier done, String otherwise) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise);
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private long lockedJobs() {
        return jdbc.sql("select count(*) from act_ru_job where lock_owner_ is not null and retries_ > 0")
                .query(Long.class)
                .single();
    }

    private long dueJobs() {
        return managementService.createJobQuery().executable().active().count();
    }

    private Duration stored() {
        return jdbc.sql("select offset_millis from demo_clock where id = :id")
                .param("id", ROW)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    private void store(Duration offset) {
        int changed = jdbc.sql("update demo_clock set offset_millis = :offset where id = :id")
                .param("offset", offset.toMillis())
                .param("id", ROW)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into demo_clock (id, offset_millis) values (:id, :offset)")
                    .param("id", ROW)
                    .param("offset", offset.toMillis())
                    .update();
        }
    }
}
