package tr.muhatap.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
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
    private static final String NOT_YET = " not exists (select 1 from kayit_zinciri k where k.olay = o.id) ";

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
                .description("Events that are not in the log yet")
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
            long since = all ? 0 : since();
            waiting.set(count(since));
            if (waiting.get() > 0) {
                seal(since);
                waiting.set(count(since));
            }
        } catch (DataAccessException | TransactionException failed) {
            sweeps = 0;
            LOG.warn("Events wait to be put into the log", failed);
        }
    }

    /** Number of events left after the last sweep. */
    long waiting() {
        return waiting.get();
    }

    /** Appends all waiting events, unless another node is doing so. */
    void seal() {
        seal(0);
    }

    private void seal(long since) {
        Batch batch;
        long from = since;
        do {
            long after = from;
            batch = transactions.execute(transaction -> batch(after));
            from = batch == null ? from : batch.lastId();
        } while (batch != null && batch.size() == BATCH);
    }

    /** Starts a new log in the transaction that empties the history; its first entry commits to the previous log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startNew() {
        jdbc.sql("select name from node_lock where name = 'history-log' for update")
                .query(String.class)
                .single();
        int log = log();
        var tree = new MerkleTree.Growing();
        jdbc
                .sql("select yaprak from kayit_zinciri where defter = :log order by sira")
                .param("log", log)
                .query((row, index) -> row.getBytes(1))
                .stream()
                .forEach(tree::add);
        begin(log + 1, tree);
    }

    private void begin(int log, MerkleTree.Growing before) {
        jdbc.sql("insert into kayit_zinciri (defter, sira, yaprak) values (:log, 0, :hash)")
                .param("log", log)
                .param("hash", LogEntry.beginning(log, before.size(), before.root()))
                .update();
    }

    private @Nullable Batch batch(long since) {
        boolean mine = jdbc.sql("select name from node_lock where name = 'history-log' for update skip locked")
                .query(String.class)
                .optional()
                .isPresent();
        if (!mine) {
            return null;
        }
        var events = jdbc.sql("select id, number, at, actor, actor_name, action, detail from olay o "
                        + "where o.id > :since and" + NOT_YET + "order by o.id fetch first " + BATCH + " rows only")
                .param("since", since)
                .query((row, index) -> new LogEntry.Event(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
        if (events.isEmpty()) {
            return new Batch(0, since);
        }
        append(events);
        return new Batch(events.size(), events.get(events.size() - 1).id());
    }

    private void append(List<LogEntry.Event> events) {
        int log = log();
        if (log == 0) {
            log = 1;
            begin(log, new MerkleTree.Growing());
        }
        long entry = jdbc.sql("select max(sira) from kayit_zinciri where defter = :log")
                .param("log", log)
                .query(Long.class)
                .single();
        var numbers = events.stream().map(LogEntry.Event::number).collect(Collectors.toSet());
        var salts = salts(numbers);
        var previous = latest(log, numbers);
        var rows = new ArrayList<Object[]>();
        for (var event : events) {
            entry++;
            var salt = salts.get(event.number());
            var words = event.words(salt == null ? salt() : salt);
            var hash = new LogEntry(log, entry, event, words, previous.get(event.number())).hash();
            previous.put(event.number(), hash);
            rows.add(new Object[] {log, entry, event.id(), event.number(), words, hash});
        }
        batches.batchUpdate(
                "insert into kayit_zinciri (defter, sira, olay, number, detay, yaprak) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Salts by application, created if missing, except where the texts were erased. */
    private Map<String, byte[]> salts(Set<String> numbers) {
        var known = new HashMap<String, byte @Nullable []>();
        jdbc.sql("select number, tuz from olay_tuzu where number in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    known.put(row.getString(1), row.getBytes(2));
                });
        var made = new HashMap<String, byte[]>();
        numbers.stream().filter(number -> !known.containsKey(number)).forEach(number -> made.put(number, salt()));
        batches.batchUpdate(
                "insert into olay_tuzu (number, tuz) values (?, ?)",
                made.entrySet().stream()
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toList());
        known.forEach((number, salt) -> {
            if (salt != null) {
                made.put(number, salt);
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

    private long since() {
        return jdbc.sql("select coalesce(max(olay), 0) from kayit_zinciri")
                        .query(Long.class)
                        .single()
                - LATE_ONES;
    }

    private long count(long since) {
        return jdbc.sql("select count(*) from olay o where o.id > :since and" + NOT_YET)
                .param("since", since)
                .query(Long.class)
                .single();
    }
}
