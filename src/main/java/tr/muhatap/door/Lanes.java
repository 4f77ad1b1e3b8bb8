package tr.muhatap.door;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lanes on which an outbox is emptied, each by a thread of its own, so that a server that hangs holds up nothing but its own
 * lane. The outbox is looked through regularly, and soon after {@link #look}.
 *
 * @param <K> names a lane
 */
public final class Lanes<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration LAST_ONE = Duration.ofSeconds(20);

    private final String name;
    private final Duration sweep;
    private final Supplier<? extends Collection<K>> lanes;
    private final ToIntFunction<K> sending;
    private final Map<K, Lane> known = new ConcurrentHashMap<>();
    private volatile @Nullable Threads threads;

    private record Threads(ScheduledExecutorService clock, ExecutorService workers) {}

    /** Its lock is held while it sends; what is wanted meanwhile is done behind it. */
    private record Lane(ReentrantLock lock, AtomicBoolean wanted) {}

    /**
     * @param name of the threads
     * @param sweep how often the lanes are looked through
     * @param lanes those that may have something to send
     * @param sending sends what is due on a lane, and answers how many were settled
     */
    public Lanes(String name, Duration sweep, Supplier<? extends Collection<K>> lanes, ToIntFunction<K> sending) {
        this.name = name;
        this.sweep = sweep;
        this.lanes = lanes;
        this.sending = sending;
    }

    public void start() {
        var started = new Threads(
                Executors.newSingleThreadScheduledExecutor(work -> thread(work)),
                Executors.newCachedThreadPool(work -> thread(work)));
        started.clock().scheduleWithFixedDelay(this::look, sweep.toMillis(), sweep.toMillis(), TimeUnit.MILLISECONDS);
        threads = started;
    }

    public void stop() {
        var running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.clock().shutdown();
        running.workers().shutdown();
        try {
            running.workers().awaitTermination(LAST_ONE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return threads != null;
    }

    /** Lets the threads look for what is due soon; a lane that is sending looks again behind that. */
    public void look() {
        var running = threads;
        if (running == null) {
            return;
        }
        try {
            for (var key : lanes.get()) {
                if (lane(key).wanted().compareAndSet(false, true)) {
                    running.workers().execute(() -> sweep(key));
                }
            }
        } catch (RuntimeException failed) {
            // A thread that ends with it would never look again
            LOG.warn("Nothing could be looked through ({}): {}", name, failed.toString());
        }
    }

    /** Sends what is due now, after what is being sent; answers how many were settled. */
    public int sendDue() {
        return lanes.get().stream().mapToInt(this::send).sum();
    }

    private void sweep(K key) {
        try {
            send(key);
        } catch (RuntimeException failed) {
            LOG.warn("What waits could not be looked through ({}, {}): {}", name, key, failed.toString());
        }
    }

    private int send(K key) {
        var lane = lane(key);
        lane.lock().lock();
        try {
            lane.wanted().set(false);
            return sending.applyAsInt(key);
        } finally {
            lane.lock().unlock();
        }
    }

    private Lane lane(K key) {
        return known.computeIfAbsent(key, unknown -> new Lane(new ReentrantLock(), new AtomicBoolean()));
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
