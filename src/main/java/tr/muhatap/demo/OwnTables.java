package tr.muhatap.demo;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Empties the program's own tables, in an order that satisfies their foreign keys. The tables are read from the schema,
 * so that new ones are included; exceptions are listed.
 */
@Component
@Profile("demo")
class OwnTables {

    /** The engine empties its own tables. */
    private static final String ENGINE = "act_";

    /**
     * Migration history; node locks; keys of tracking codes and of stored forms and mails; holidays with the changes
     * that explain moved limits; units and topics with theirs; sessions and the security log, whose users are kept,
     * too; templates, of which {@link DemoReset} keeps the shipped ones; versions of the KVKK text; column maps and
     * words of imports; the audit log, of which the reset starts a new one.
     */
    static final Set<String> KEPT = Set.of(
            "flyway_schema_history",
            "node_lock",
            "tatil",
            "tatil_surum",
            "tatil_degisiklik",
            "birim",
            "konu",
            "birim_surum",
            "birim_degisiklik",
            "spring_session",
            "spring_session_attributes",
            "guvenlik_olayi",
            "takip_anahtari",
            "yarim_form_anahtari",
            "cevap_sablonu",
            "aydinlatma_metni",
            "aktarim_esleme",
            "aktarim_kelime",
            "kayit_zinciri",
            "zincir_basi",
            "zincir_capasi",
            "zincir_anahtari",
            "zincir_damgasi");

    private final JdbcTemplate jdbc;

    OwnTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A foreign key: the referring column and the referenced table. */
    private record Reference(String column, String to, boolean optional) {}

    /** To be called within a transaction. */
    void empty() {
        var left = jdbc.execute((ConnectionCallback<Map<String, List<Reference>>>) OwnTables::read);
        while (left != null && !left.isEmpty()) {
            var remaining = left;
            var table = remaining.keySet().stream()
                    .filter(candidate -> referrers(candidate, remaining).isEmpty())
                    .findFirst()
                    .orElseGet(() -> freed(remaining));
            // A row may reference another of its table, which some databases check row by row.
            remaining.getOrDefault(table, List.of()).stream()
                    .filter(reference -> reference.to().equals(table) && reference.optional())
                    .forEach(reference -> forget(table, reference));
            jdbc.update("delete from " + quoted(table));
            remaining.remove(table);
        }
    }

    private static List<String> referrers(String table, Map<String, List<Reference>> tables) {
        return tables.entrySet().stream()
                .filter(other -> !other.getKey().equals(table))
                .filter(other ->
                        other.getValue().stream().anyMatch(key -> key.to().equals(table)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Breaks a cycle of references: clears the optional references to one of its tables. */
    private String freed(Map<String, List<Reference>> tables) {
        var table = tables.keySet().stream()
                .filter(candidate -> referrers(candidate, tables).stream()
                        .flatMap(other -> tables.getOrDefault(other, List.of()).stream())
                        .filter(key -> key.to().equals(candidate))
                        .allMatch(Reference::optional))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Tables refer to each other: " + tables.keySet()));
        referrers(table, tables)
                .forEach(other -> tables.getOrDefault(other, List.of()).stream()
                        .filter(key -> key.to().equals(table))
                        .forEach(key -> forget(other, key)));
        return table;
    }

    private void forget(String table, Reference reference) {
        jdbc.update("update " + quoted(table) + " set " + quoted(reference.column()) + " = null");
    }

    /** Quoted as in the schema, since databases fold unquoted names. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static Map<String, List<Reference>> read(Connection connection) throws SQLException {
        var metadata = connection.getMetaData();
        var tables = new LinkedHashMap<String, List<Reference>>();
        try (var rows = metadata.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                var name = rows.getString("TABLE_NAME");
                var plain = name.toLowerCase(Locale.ROOT);
                if (!plain.startsWith(ENGINE) && !KEPT.contains(plain)) {
                    tables.put(name, new ArrayList<>());
                }
            }
        }
        for (var table : tables.entrySet()) {
            try (var keys = metadata.getImportedKeys(connection.getCatalog(), connection.getSchema(), table.getKey())) {
                while (keys.next()) {
                    var column = keys.getString("FKCOLUMN_NAME");
                    table.getValue()
                            .add(new Reference(
                                    column,
                                    keys.getString("PKTABLE_NAME"),
                                    isOptional(connection, table.getKey(), column)));
                }
            }
        }
        return tables;
    }

    private static boolean isOptional(Connection connection, String table, String column) throws SQLException {
        try (var columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, column)) {
            return columns.next() && columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable;
        }
    }
}
