package tr.muhatap.demo;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** All tables in the schema, for tests that must not forget one. */
final class EveryTable {

    private final JdbcTemplate jdbc;

    EveryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of rows of each table, including the engine's. */
    Map<String, Integer> rows() {
        var rows = new TreeMap<String, Integer>();
        for (var table : names()) {
            Integer count = jdbc.queryForObject("select count(*) from " + quoted(table), Integer.class);
            rows.put(table.toLowerCase(Locale.ROOT), count == null ? 0 : count);
        }
        return rows;
    }

    /**
     * Inserts a generated row into each of our own tables, where constraints allow it.
     *
     * @return the tables that have one more row now
     */
    List<String> fill() {
        var filled = new ArrayList<String>();
        boolean more = true;
        while (more) {
            more = false;
            for (var table : names()) {
                var plain = table.toLowerCase(Locale.ROOT);
                if (!plain.startsWith("act_")
                        && !OwnTables.KEPT.contains(plain)
                        && !filled.contains(plain)
                        && insert(table)) {
                    filled.add(plain);
                    more = true;
                }
            }
        }
        return filled;
    }

    private boolean insert(String table) {
        try {
            Map<String, Object> row =
                    jdbc.execute((ConnectionCallback<Map<String, Object>>) connection -> madeUp(connection, table));
            if (row == null) {
                return false;
            }
            var columns = List.copyOf(row.keySet());
            jdbc.update(
                    "insert into " + quoted(table) + " ("
                            + String.join(
                                    ", ",
                                    columns.stream().map(EveryTable::quoted).toList()) + ") values ("
                            + String.join(
                                    ", ", columns.stream().map(column -> "?").toList()) + ")",
                    columns.stream().map(row::get).toArray());
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private Map<String, Object> madeUp(Connection connection, String table) throws SQLException {
        var references = new HashMap<String, Object>();
        try (var keys =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                var known = jdbc.queryForList("select " + quoted(keys.getString("PKCOLUMN_NAME")) + " from "
                        + quoted(keys.getString("PKTABLE_NAME")));
                if (!known.isEmpty()) {
                    references.put(
                            keys.getString("FKCOLUMN_NAME"),
                            known.get(0).values().iterator().next());
                }
            }
        }
        var row = new TreeMap<String, Object>();
        try (var columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                if (references.containsKey(name)) {
                    row.put(name, references.get(name));
                } else if (columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                        && columns.getString("IS_AUTOINCREMENT").equals("NO")) {
                    Object value = value(columns.getInt("DATA_TYPE"));
                    if (value != null) {
                        row.put(name, value);
                    }
                }
            }
        }
        return row;
    }

    private static @Nullable Object value(int type) {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB -> "0";
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.DATE -> LocalDate.of(2026, 6, 1);
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> OffsetDateTime.parse("2026-06-01T09:00:00+03:00");
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> new byte[] {0};
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.NUMERIC, Types.DECIMAL, Types.DOUBLE -> 0;
            default -> null;
        };
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private List<String> names() {
        return jdbc.queryForList(
                "select table_name from information_schema.tables "
                        + "where table_schema = current_schema and table_type = 'BASE TABLE' order by table_name",
                String.class);
    }
}
