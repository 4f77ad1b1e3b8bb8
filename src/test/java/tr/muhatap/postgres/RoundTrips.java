package tr.muhatap.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Records the round trips to the database: statements, batches, commits and rollbacks. Several statements that are
 * executed as one are one: the driver sends them together and waits once. Kept apart by the threads that work: those
 * that answer requests and those that run the engine's jobs; all others are nobody's operation.
 */
class RoundTrips implements BeanPostProcessor {

    /** The prefixes of threads' names. */
    static final String REQUESTS = "http-nio";

    static final String JOBS = "camundaTaskExecutor";

    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private static final Map<String, ConcurrentLinkedQueue<String>> HEARD = new ConcurrentHashMap<>();

    /** Of all threads that are listened to: each row of a batch is a statement of its own. */
    private static final LongAdder STATEMENTS = new LongAdder();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource real ? listeningOn(real) : bean;
    }

    static DataSource listeningOn(DataSource real) {
        return ProxyDataSourceBuilder.create(real)
                .afterMethod(context -> {
                    if (ENDS.contains(context.getMethod().getName())) {
                        hear(context.getMethod().getName(), 0);
                    }
                })
                .afterQuery((execution, queries) -> hear(
                        queries.stream().map(QueryInfo::getQuery).distinct().collect(Collectors.joining("; ")),
                        queries.stream().mapToInt(RoundTrips::statements).sum()))
                .build();
    }

    /** From now on those of threads of a kind are kept; gives those since the last time. */
    static List<String> since(String threads) {
        var before = HEARD.put(threads, new ConcurrentLinkedQueue<>());
        return before == null ? List.of() : List.copyOf(before);
    }

    /** Nobody asks any more. */
    static void stop() {
        HEARD.clear();
    }

    /** How many there were since the last time, of all that is listened to. */
    static long statements() {
        return STATEMENTS.sumThenReset();
    }

    /**
     * The engine's flush sends several in one text, see {@code BatchedFlush}; a batch sends one for each of its rows.
     */
    private static int statements(QueryInfo query) {
        return query.getQuery().split(";").length
                * Math.max(1, query.getParametersList().size());
    }

    private static void hear(String what, int statements) {
        String thread = Thread.currentThread().getName();
        HEARD.forEach((kind, heard) -> {
            if (thread.startsWith(kind)) {
                STATEMENTS.add(statements);
                heard.add(what.replaceAll("\\s+", " ").strip());
            }
        });
    }
}
