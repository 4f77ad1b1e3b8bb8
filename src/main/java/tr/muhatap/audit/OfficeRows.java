package tr.muhatap.audit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.audit.LogVerification.What;
import tr.muhatap.officelog.OfficeChange.Slice;
import tr.muhatap.officelog.OfficeTable;

/** Digests of the rows that the office works by, as they are and as their last entries say. */
final class OfficeRows {

    /** The program knows all rows from then on; before it, what has no entry was only not seen yet. */
    static final String VERSION = "ProgramSurumu";

    private static final String BETWEEN = "|";

    private OfficeRows() {}

    /**
     * A row that is not what its last entry says.
     *
     * @param row table and key
     * @param entry the place in the log of that entry; null if there is none
     */
    record Difference(String row, @Nullable Long entry, What what) {}

    /** The last that was said of a row; without a digest it is gone. */
    private record Last(long id, @Nullable String digest) {}

    /** By their keys. */
    static Map<String, String> digests(JdbcClient jdbc, Slice slice) {
        var table = slice.table();
        var conditions = table.key().stream()
                .limit(slice.key().size())
                .map(column -> column + " = ?")
                .collect(Collectors.joining(" and "));
        var digests = new HashMap<String, String>();
        jdbc.sql("select * from " + table.table() + (conditions.isEmpty() ? "" : " where " + conditions))
                .params(slice.key())
                .query(row -> {
                    var values = values(row);
                    var key = key(table.key().stream()
                            .map(column -> values.getOrDefault(column, ""))
                            .toList());
                    values.keySet().removeAll(table.ignored());
                    digests.put(
                            key,
                            HexFormat.of()
                                    .formatHex(MerkleTree.digest()
                                            .digest(LogEntry.canonical(new TreeMap<String, Object>(values)))));
                });
        return digests;
    }

    /** What the entries said last of a slice's rows, without those that they know to be gone. */
    static Map<String, String> last(JdbcClient jdbc, Slice slice) {
        var digests = new HashMap<String, String>();
        entries(jdbc, slice).forEach((key, last) -> {
            String digest = last.digest();
            if (digest != null) {
                digests.put(key, digest);
            }
        });
        return digests;
    }

    private static Map<String, Last> entries(JdbcClient jdbc, Slice slice) {
        String start = key(slice.key());
        boolean whole = slice.key().size() == slice.table().key().size();
        String prefix = whole || start.isEmpty() ? start : start + BETWEEN;
        var last = new HashMap<String, Last>();
        jdbc.sql("select k.id, k.anahtar, k.ozet from (select max(id) as id from kurum_olayi where tablo = :table "
                        + (start.isEmpty()
                                ? ""
                                : whole ? "and anahtar = :prefix " : "and left(anahtar, :length) = :prefix ")
                        + "group by anahtar) one join kurum_olayi k on k.id = one.id")
                .param("table", slice.table().table())
                .param("prefix", prefix)
                .param("length", prefix.length())
                .query(row -> {
                    last.put(row.getString(2), new Last(row.getLong(1), row.getString(3)));
                });
        return last;
    }

    /** Names every row that was changed, put in or taken out without an entry. */
    static void compare(JdbcClient jdbc, Consumer<Difference> found) {
        var tables = tables(jdbc);
        boolean known = tables.contains("kurum_olayi")
                && !jdbc.sql("select id from kurum_olayi where action = :version fetch first 1 row only")
                        .param("version", VERSION)
                        .query(Long.class)
                        .list()
                        .isEmpty();
        if (!known) {
            return;
        }
        for (var table : OfficeTable.values()) {
            var all = new Slice(table, List.of());
            var now = tables.contains(table.table()) ? digests(jdbc, all) : Map.<String, String>of();
            var entries = entries(jdbc, all);
            now.forEach((key, digest) -> {
                var last = entries.get(key);
                if (last == null || last.digest() == null) {
                    found.accept(new Difference(name(table, key), place(jdbc, last), What.EKLENDI));
                } else if (!digest.equals(last.digest())) {
                    found.accept(new Difference(name(table, key), place(jdbc, last), What.DEGISTIRILDI));
                }
            });
            entries.forEach((key, last) -> {
                if (last.digest() != null && !now.containsKey(key)) {
                    found.accept(new Difference(name(table, key), place(jdbc, last), What.SILINDI));
                }
            });
        }
    }

    private static Set<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select lower(table_name) from information_schema.tables where table_schema = current_schema")
                .query(String.class)
                .set();
    }

    private static @Nullable Long place(JdbcClient jdbc, @Nullable Last last) {
        return last == null
                ? null
                : jdbc.sql("select sira from kayit_zinciri where kaynak = :source and olay = :id")
                        .param("source", LogSource.KURUM.code())
                        .param("id", last.id())
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    private static String name(OfficeTable table, String key) {
        return LogSource.KURUM.label() + ": " + table.table() + ":" + key;
    }

    private static String key(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    /** The same words on every database; what is null is left out. */
    private static Map<String, String> values(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var values = new HashMap<String, String>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            var value = row.getObject(at);
            if (value != null) {
                values.put(columns.getColumnLabel(at).toLowerCase(Locale.ROOT), written(row, at, value));
            }
        }
        return values;
    }

    private static String written(ResultSet row, int at, Object value) throws SQLException {
        if (value instanceof Timestamp time) {
            // Without a zone it is no moment, and would be another one for a verifier elsewhere
            return row.getMetaData().getColumnTypeName(at).equalsIgnoreCase("timestamp")
                    ? row.getObject(at, LocalDateTime.class)
                            .truncatedTo(ChronoUnit.MICROS)
                            .toString()
                    : written(time.toInstant());
        }
        if (value instanceof OffsetDateTime time) {
            return written(time.toInstant());
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : row.getString(at);
    }

    private static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
