package tr.muhatap.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log, the history behind it, and the anchored heads; used by the program and by independent verifiers. */
final class LogReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private LogReader() {}

    /** @return the result, from a consistent snapshot */
    static LogVerification.Report verify(DataSource database, List<LogHead> anchors, Map<String, PublicKey> trusted) {
        return verify(database, anchors, trusted, null, List.of());
    }

    /**
     * As {@link #verify(DataSource, List, Map)}, of what grew behind a head that was verified before.
     *
     * @param from null to read everything, which is also done where the log does not go on from there
     */
    static LogVerification.Report verify(
            DataSource database, List<LogHead> anchors, Map<String, PublicKey> trusted, @Nullable LogHead from) {
        return verify(database, anchors, trusted, from, List.of());
    }

    /** @param stampers certificates of trusted time stamp servers or of their issuer; empty to accept any */
    static LogVerification.Report verify(
            DataSource database,
            List<LogHead> anchors,
            Map<String, PublicKey> trusted,
            @Nullable LogHead from,
            List<X509Certificate> stampers) {
        var moment = new TransactionTemplate(new JdbcTransactionManager(database));
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        var report = moment.execute(transaction -> {
            var jdbc = JdbcClient.create(database);
            int current = jdbc.sql("select coalesce(max(defter), 0) from kayit_zinciri")
                    .query(Integer.class)
                    .single();
            var heads = heads(jdbc, "order by defter, boy");
            var verification = new LogVerification(current, heads, anchors, trusted.isEmpty() ? keys(jdbc) : trusted);
            long since = 0;
            if (from != null && from.log() == current && goesOn(jdbc, from, heads, anchors)) {
                since = from.size();
                verification.goOn(from, tops(jdbc, from), lastOfChains(jdbc, from), adopted(jdbc));
            }
            entries(
                    database,
                    since == 0 ? "" : " and k.defter = " + current + " and k.sira >= " + since,
                    verification::read);
            OfficeRows.compare(jdbc, verification::office);
            stamps(jdbc, heads, stampers, verification);
            return verification.report();
        });
        if (report == null) {
            throw new IllegalStateException("Nothing was read");
        }
        return report;
    }

    private static void stamps(
            JdbcClient jdbc, List<LogHead> heads, List<X509Certificate> stampers, LogVerification verification) {
        jdbc.sql("select defter, boy, damga from zincir_damgasi order by defter, boy")
                .query(row -> {
                    int log = row.getInt(1);
                    long size = row.getLong(2);
                    byte[] token = row.getBytes(3);
                    var of = heads.stream()
                            .filter(head -> head.log() == log && head.size() == size)
                            .findFirst();
                    verification.stamp(
                            log, size, of.orElse(null), of.flatMap(head -> TimeStamp.verified(head, token, stampers)));
                });
    }

    /** Whether the head is still what it was, nothing before it is missing, and no head outside is unknown here. */
    private static boolean goesOn(JdbcClient jdbc, LogHead from, List<LogHead> heads, List<LogHead> anchors) {
        boolean known = heads.stream().anyMatch(head -> isSame(head, from));
        boolean allKnown = anchors.stream().allMatch(anchor -> heads.stream().anyMatch(head -> isSame(head, anchor)));
        var tops = tops(jdbc, from);
        return known
                && allKnown
                && tops.size() == Long.bitCount(from.size())
                && Arrays.equals(new MerkleTree.Growing(from.size(), tops).root(), from.root())
                && jdbc.sql("select count(*) from kayit_zinciri where defter = :log and sira < :size")
                                .param("log", from.log())
                                .param("size", from.size())
                                .query(Long.class)
                                .single()
                        == from.size();
    }

    private static boolean isSame(LogHead one, LogHead other) {
        return one.log() == other.log()
                && one.size() == other.size()
                && one.signedAt().equals(other.signedAt())
                && Arrays.equals(one.root(), other.root())
                && Arrays.equals(one.signature(), other.signature());
    }

    private static List<byte[]> tops(JdbcClient jdbc, LogHead head) {
        return jdbc.sql("select tepeler from zincir_basi where defter = :log and boy = :size")
                .param("log", head.log())
                .param("size", head.size())
                .query((row, index) -> LogHeads.parts(row.getBytes(1)))
                .optional()
                .orElse(List.of());
    }

    private static Map<String, byte[]> lastOfChains(JdbcClient jdbc, LogHead from) {
        var last = new HashMap<String, byte[]>();
        jdbc.sql("select k.number, k.yaprak from (select number, max(sira) as sira from kayit_zinciri "
                        + "where defter = :log and sira < :size and number in (select number from kayit_zinciri "
                        + "where defter = :log and sira >= :size) group by number) one "
                        + "join kayit_zinciri k on k.defter = :log and k.sira = one.sira")
                .param("log", from.log())
                .param("size", from.size())
                .query(row -> {
                    last.put(row.getString(1), row.getBytes(2));
                });
        return last;
    }

    private static @Nullable Map<LogSource, Long> adopted(JdbcClient jdbc) {
        return jdbc.sql("select " + LogSource.KURUM.columns() + " from kurum_olayi e where e.action = :version "
                        + "order by e.id fetch first 1 row only")
                .param("version", OfficeRows.VERSION)
                .query((row, index) -> LogEntry.Event.of(LogSource.KURUM, row))
                .optional()
                .map(OfficeLedger::adopted)
                .orElse(null);
    }

    private static void entries(DataSource database, String which, Consumer<LogVerification.Stored> reader) {
        var jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(ROWS_AT_ONCE);
        RowCallbackHandler each = row -> reader.accept(stored(row));
        jdbc.query(
                Arrays.stream(LogSource.values())
                                .map(source -> entriesOf(source) + which)
                                .collect(Collectors.joining(" union all "))
                        + " order by defter, sira",
                each);
    }

    private static String entriesOf(LogSource source) {
        return "select k.defter, k.sira, k.kaynak, k.olay, k.number as log_number, k.detay, k.yaprak, "
                + source.columns()
                + ", cast(s." + (source.saltsEach() ? "id" : "number") + " as varchar(20)) as salt_of, s.tuz "
                + "from kayit_zinciri k left join " + source.table() + " e on e.id = k.olay left join "
                + (source.saltsEach()
                        ? "kayit_tuzu s on s.kaynak = k.kaynak and s.id = k.olay"
                        : "olay_tuzu s on s.number = k.number")
                + " where k.kaynak = " + source.code();
    }

    private static LogVerification.Stored stored(ResultSet row) throws SQLException {
        row.getLong("olay");
        boolean beginning = row.wasNull();
        row.getLong("id");
        boolean gone = row.wasNull();
        var source = LogSource.of(row.getInt("kaynak"));
        return new LogVerification.Stored(
                row.getInt("defter"),
                row.getLong("sira"),
                source,
                beginning,
                row.getString("log_number"),
                row.getBytes("detay"),
                row.getBytes("yaprak"),
                gone ? null : LogEntry.Event.of(source, row),
                row.getString("salt_of") != null,
                row.getBytes("tuz"));
    }

    static List<LogHead> heads(JdbcClient jdbc, String which) {
        return jdbc.sql("select defter, boy, kok, zaman, anahtar, imza from zincir_basi b " + which)
                .query((row, index) -> new LogHead(
                        row.getInt(1),
                        row.getLong(2),
                        row.getBytes(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getBytes(6)))
                .list();
    }

    static Map<String, PublicKey> keys(JdbcClient jdbc) {
        var keys = new HashMap<String, PublicKey>();
        jdbc.sql("select acik from zincir_anahtari")
                .query((row, index) -> row.getBytes(1))
                .list()
                .forEach(encoded -> add(keys, encoded));
        return keys;
    }

    private static void add(Map<String, PublicKey> keys, byte[] encoded) {
        try {
            var key = HeadKeys.publicKey(encoded);
            keys.put(HeadKeys.id(key), key);
        } catch (IllegalArgumentException noKey) {
            // Heads that refer to it are reported as broken
        }
    }

    /** Reads the heads in a directory; an unreadable file becomes an untrusted head. */
    static List<LogHead> anchors(@Nullable Path directory) throws IOException {
        var anchors = new ArrayList<LogHead>();
        if (directory == null || !Files.isDirectory(directory)) {
            return anchors;
        }
        try (var files = Files.newDirectoryStream(directory, "bas-*.json")) {
            for (var file : files) {
                anchors.add(LogHead.read(Files.readString(file)));
            }
        }
        return anchors;
    }
}
