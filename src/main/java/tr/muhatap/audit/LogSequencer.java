package tr.muhatap.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Appends events to the log some seconds after they were committed, so that appending delays no transaction. Only one
 * node at a time, by a row lock held for one batch, which is released with its connection if the node fails.
 */
@Component
public class LogSequencer {

    private static final Logger LOG = LoggerFactory.getLogger(LogSequencer.class);

    private static final int BATCH = 1_000;

    /**
     * Transactions may commit out of the order of their ids: this many of the latest rows are checked each time, all of
     * them now and then.
     */
    private static final int LATE_ONES = 2_000;

    private static final int SWEEPS_UNTIL_ALL = 1_000;

    /** Before the others: its first entry says up to which row the others stood before they came into the log. */
    private static final List<LogSource> ORDER =
            List.of(LogSource.KURUM, LogSource.OLAY, LogSource.BAKIS, LogSource.LISTE);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transactions;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong waiting = new AtomicLong();
    private int sweeps;

    LogSequencer(JdbcClient jdbc, JdbcTemplate batches, TransactionOperations transactions, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        Gauge.builder("muhatap.history.waiting", waiting::get)
                .description("Events, looks and changes that are not in the log yet")
                .register(registry);
    }

    private record Batch(int size, long lastId) {}

    /** Never throws, so that the schedule continues with the remaining events. */
    @Scheduled(
            initialDelayString = "${muhatap.audit.sequence:PT3S}",
            fixedDelayString = "${muhatap.audit.sequence:PT3S}")
    void sweep() {
        try {
            boolean all = sweeps++ % SWEEPS_UNTIL_ALL == 0;
            long left = 0;
            for (var source : ORDER) {
                left += sweep(source, all);
            }
            waiting.set(left);
        } catch (DataAccessException | TransactionException failed) {
            sweeps = 0;
            LOG.warn("Events wait to be put into the log", failed);
        }
    }

    private long sweep(LogSource source, boolean all) {
        long since = all ? 0 : since(source);
        long waits = count(source, since);
        if (waits == 0) {
            return 0;
        }
        waiting.set(waits);
        seal(source, since);
        return count(source, since);
    }

    /** Number of rows left after the last sweep. */
    long waiting() {
        return waiting.get();
    }

    /** Appends all waiting events, unless another node is doing so. */
    void seal() {
        ORDER.forEach(source -> seal(source, 0));
    }

    private void seal(LogSource source, long since) {
        Batch batch;
        long from = since;
        do {
            long after = from;
            batch = transactions.execute(transaction -> batch(source, after));
            from = batch == null ? from : batch.lastId();
        } while (batch != null && batch.size() == BATCH);
    }

    /** Starts a new log in the transaction that empties the history; its first entry commits to the previous log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startNew() {
        lock(jdbc);
        int log = log();
        var tree = new MerkleTree.Growing();
        try (var leaves = jdbc
                .sql("select yaprak from kayit_zinciri where defter = :log order by sira")
                .param("log", log)
                .query((row, index) -> row.getBytes(1))
                .stream()) {
            leaves.forEach(tree::add);
        }
        begin(log + 1, tree);
    }

    /**
     * Lets nothing be sealed until the end of the transaction. Whoever erases words takes it before their salts: else words that
     * are being sealed would get a salt behind the erasure.
     */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select name from node_lock where name = 'history-log' for update")
                .query(String.class)
                .single();
    }

    private void begin(int log, MerkleTree.Growing before) {
        jdbc.sql("insert into kayit_zinciri (defter, sira, yaprak) values (:log, 0, :hash)")
                .param("log", log)
                .param("hash", LogEntry.beginning(log, before.size(), before.root()))
                .update();
    }

    private @Nullable Batch batch(LogSource source, long since) {
        boolean mine = jdbc.sql("select name from node_lock where name = 'history-log' for update skip locked")
                .query(String.class)
                .optional()
                .isPresent();
        if (!mine) {
            return null;
        }
        if (!mayCome(source)) {
            return new Batch(0, since);
        }
        var events = jdbc.sql("select " + source.columns() + " from " + source.table() + " e where e.id > :since and "
                        + notYet(source) + " order by e.id fetch first " + BATCH + " rows only")
                .param("since", since)
                .query((row, index) -> LogEntry.Event.of(source, row))
                .list();
        if (events.isEmpty()) {
            return new Batch(0, since);
        }
        append(source, events);
        return new Batch(events.size(), events.get(events.size() - 1).id());
    }

    /**
     * Changes of the office come once the program has begun its log at its first start, looks and lists behind that
     * entry, which says which of them are older than their place.
     */
    private boolean mayCome(LogSource source) {
        return source == LogSource.OLAY
                || jdbc.sql("select count(*) from kurum_olayi e where e.action = :version"
                                        + (source == LogSource.KURUM ? "" : " and not " + notYet(LogSource.KURUM)))
                                .param("version", OfficeRows.VERSION)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private static String notYet(LogSource source) {
        return "not exists (select 1 from kayit_zinciri k where k.kaynak = " + source.code() + " and k.olay = e.id)";
    }

    private void append(LogSource source, List<LogEntry.Event> events) {
        int log = log();
        if (log == 0) {
            log = 1;
            begin(log, new MerkleTree.Growing());
        }
        long entry = jdbc.sql("select max(sira) from kayit_zinciri where defter = :log")
                .param("log", log)
                .query(Long.class)
                .single();
        var chains = events.stream().map(LogEntry.Event::chain).collect(Collectors.toSet());
        var salts = source.saltsEach() ? Map.<String, byte[]>of() : salts(chains);
        var own = source.saltsEach() ? salts(source, events) : Map.<Long, byte[]>of();
        var previous = latest(log, chains);
        var rows = new ArrayList<Object[]>();
        for (var event : events) {
            entry++;
            var salt = source.saltsEach() ? own.get(event.id()) : salts.get(event.chain());
            var words = event.words(salt == null ? salt() : salt);
            var hash = new LogEntry(log, entry, event, words, previous.get(event.chain())).hash();
            previous.put(event.chain(), hash);
            rows.add(new Object[] {log, entry, source.code(), event.id(), event.chain(), words, hash});
        }
        batches.batchUpdate(
                "insert into kayit_zinciri (defter, sira, kaynak, olay, number, detay, yaprak) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Creates a salt for each row, by its id. */
    private Map<Long, byte[]> salts(LogSource source, List<LogEntry.Event> events) {
        var salts = new HashMap<Long, byte[]>();
        events.forEach(event -> salts.put(event.id(), salt()));
        batches.batchUpdate(
                "insert into kayit_tuzu (kaynak, id, tuz) values (?, ?, ?)",
                salts.entrySet().stream()
                        .map(each -> new Object[] {source.code(), each.getKey(), each.getValue()})
                        .toList());
        return salts;
    }

    /** Salts by chain, created if missing, except where the texts were erased. */
    private Map<String, byte[]> salts(Set<String> chains) {
        var known = new HashMap<String, byte @Nullable []>();
        jdbc.sql("select number, tuz from olay_tuzu where number in (:chains)")
                .param("chains", chains)
                .query(row -> {
                    known.put(row.getString(1), row.getBytes(2));
                });
        var made = new HashMap<String, byte[]>();
        chains.stream().filter(chain -> !known.containsKey(chain)).forEach(chain -> made.put(chain, salt()));
        batches.batchUpdate(
                "insert into olay_tuzu (number, tuz) values (?, ?)",
                made.entrySet().stream()
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toList());
        known.forEach((chain, salt) -> {
            if (salt != null) {
                made.put(chain, salt);
            }
        });
        return made;
    }

    private Map<String, byte[]> latest(int log, Set<String> numbers) {
        var latest = new HashMap<String, byte[]>();
        jdbc.sql("select k.number, k.yaprak from (select number, max(sira) as sira from kayit_zinciri "
                        + "where defter = :log and number in (:numbers) group by number) one "
                        + "join kayit_zinciri k on k.defter = :log and k.sira = one.sira")
                .param("log", log)
                .param("numbers", numbers)
                .query(row -> {
                    latest.put(row.getString(1), row.getBytes(2));
                });
        return latest;
    }

    private byte[] salt() {
        var salt = new byte[LogEntry.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** Number of the current log; 0 before the first. */
    private int log() {
        return jdbc.sql("select coalesce(max(defter), 0) from kayit_zinciri")
                .query(Integer.class)
                .single();
    }

    private long since(LogSource source) {
        return jdbc.sql("select coalesce(max(olay), 0) from kayit_zinciri where kaynak = " + source.code())
                        .query(Long.class)
                        .single()
                - LATE_ONES;
    }

    private long count(LogSource source, long since) {
        return jdbc.sql("select count(*) from " + source.table() + " e where e.id > :since and " + notYet(source))
                .param("since", since)
                .query(Long.class)
                .single();
    }
}
