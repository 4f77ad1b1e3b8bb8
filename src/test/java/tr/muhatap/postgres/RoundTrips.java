package tr.muhatap.postgres;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what goes to the database and back: statements, batches, commits and rollbacks. Kept apart by the threads that work:
 * those that answer requests and those that run the engine's jobs; all others are nobody's operation.
 */
class RoundTrips implements BeanPostProcessor {

    /** The prefixes of threads' names. */
    static final String REQUESTS = "http-nio";

    static final String JOBS = "camundaTaskExecutor";

    private static final Set<String> TRIPS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "commit", "rollback");

    private static final Map<String, AtomicInteger> COUNTED = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource real
                ? ProxyDataSourceBuilder.create(real)
                        .afterMethod(context -> {
                            if (TRIPS.contains(context.getMethod().getName())) {
                                count(Thread.currentThread().getName());
                            }
                        })
                        .build()
                : bean;
    }

    /** How many there were by threads of a kind since the last question. */
    static int since(String threads) {
        return counter(threads).getAndSet(0);
    }

    private static void count(String thread) {
        for (var kind : Set.of(REQUESTS, JOBS)) {
            if (thread.startsWith(kind)) {
                counter(kind).incrementAndGet();
            }
        }
    }

    private static AtomicInteger counter(String threads) {
        return COUNTED.computeIfAbsent(threads, kind -> new AtomicInteger());
    }
}
