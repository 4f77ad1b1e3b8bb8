package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeChange.Slice;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.officelog.OfficeTable;

/**
 * Logs changes of rules, people and settings, with the digest of each row as the transaction leaves it. Rows changed by a
 * new version of the program are logged at its first start.
 */
@Component
public class OfficeLedger implements OfficeLog {

    /** Entries about settings have no table behind them. */
    private static final String SETTINGS = "ayar";

    private static final String SETTINGS_CHANGED = "AyarDegisti";
    private static final String CAME_WITH_VERSION = "SurumleGeldi";
    private static final Pattern SECRET = Pattern.compile("key|password|secret|token|parola|sifre|anahtar|credential");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final Environment environment;

    OfficeLedger(JdbcClient jdbc, JdbcTemplate batches, Clock clock, Environment environment) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.environment = environment;
    }

    /** Last rows of the other tables that are older than their place in the log; null for any other entry. */
    static @Nullable Map<LogSource, Long> adopted(LogEntry.Event event) {
        if (!event.action().equals(OfficeRows.VERSION)) {
            return null;
        }
        try {
            var facts = JSON.readTree(event.detail().substring(event.detail().indexOf(' ') + 1));
            var adopted = new EnumMap<LogSource, Long>(LogSource.class);
            for (var source : List.of(LogSource.BAKIS, LogSource.LISTE)) {
                adopted.put(source, facts.path(source.name()).asLong());
            }
            return adopted;
        } catch (JsonProcessingException changed) {
            return null;
        }
    }

    @Override
    public void changed(OfficeChange change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Changes are logged within their transaction");
        }
        // The engine writes its rows at the end of its command
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                oneAtATime();
                String by = change.by().isEmpty() ? new CurrentUser().name() : change.by();
                change.slices().forEach(slice -> write(slice, by, change.type(), change.facts()));
            }
        });
    }

    /** After the demonstration has its people: what came with this version of the program, and settings that differ. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    @Transactional
    public void begin() {
        oneAtATime();
        String version = jdbc.sql("select \"version\" from \"flyway_schema_history\" where \"success\" "
                        + "and \"version\" is not null "
                        + "order by \"installed_rank\" desc fetch first 1 row only")
                .query(String.class)
                .single();
        var known = jdbc.sql("select detail from kurum_olayi where action = :action order by id desc "
                        + "fetch first 1 row only")
                .param("action", OfficeRows.VERSION)
                .query(String.class)
                .optional();
        var facts = new TreeMap<String, Object>(Map.of("version", version));
        if (known.filter(detail -> detail.contains("\"version\":\"" + version + "\""))
                .isEmpty()) {
            for (var source : List.of(LogSource.BAKIS, LogSource.LISTE)) {
                facts.put(
                        source.name(),
                        jdbc.sql("select coalesce(max(id), 0) from " + source.table())
                                .query(Long.class)
                                .single());
            }
            insert(List.<Object[]>of(row(CurrentUser.SYSTEM, OfficeRows.VERSION, null, null, null, facts)));
            for (var table : OfficeTable.values()) {
                write(new Slice(table, List.of()), CurrentUser.SYSTEM, CAME_WITH_VERSION, Map.of("version", version));
            }
        }
        writeSettings();
    }

    /** Held until the end of the transaction, so that the last entry of a row is about its last change. */
    private void oneAtATime() {
        jdbc.sql("select name from node_lock where name = 'office-log' for update")
                .query(String.class)
                .single();
    }

    private void write(Slice slice, String by, String type, Map<String, Object> facts) {
        var now = OfficeRows.digests(jdbc, slice);
        var before = OfficeRows.last(jdbc, slice);
        String table = slice.table().table();
        var rows = new ArrayList<Object[]>();
        new TreeMap<>(now).forEach((key, digest) -> {
            if (!digest.equals(before.get(key))) {
                rows.add(row(by, type, table, key, digest, facts));
            }
        });
        new TreeMap<>(before).forEach((key, digest) -> {
            if (!now.containsKey(key)) {
                rows.add(row(by, type, table, key, null, facts));
            }
        });
        insert(rows);
    }

    /** Of what is secret only whether it is set. */
    private void writeSettings() {
        var now = new HashMap<String, String>();
        flatten(
                "muhatap",
                Binder.get(environment)
                        .bind("muhatap", Bindable.mapOf(String.class, Object.class))
                        .orElse(Map.of()),
                now);
        var before = new HashMap<String, String>();
        jdbc.sql("select k.anahtar, k.ozet from (select max(id) as id from kurum_olayi where tablo = :table "
                        + "group by anahtar) one join kurum_olayi k on k.id = one.id")
                .param("table", SETTINGS)
                .query(row -> {
                    before.put(row.getString(1), row.getString(2));
                });
        var rows = new ArrayList<Object[]>();
        new TreeMap<>(now).forEach((name, value) -> {
            String digest = digest(value);
            if (!digest.equals(before.get(name))) {
                rows.add(row(CurrentUser.SYSTEM, SETTINGS_CHANGED, SETTINGS, name, digest, Map.of("value", value)));
            }
        });
        new TreeMap<>(before).forEach((name, digest) -> {
            if (digest != null && !now.containsKey(name)) {
                rows.add(row(CurrentUser.SYSTEM, SETTINGS_CHANGED, SETTINGS, name, null, Map.of("value", "")));
            }
        });
        insert(rows);
    }

    private static void flatten(String name, Map<?, ?> settings, Map<String, String> into) {
        settings.forEach((key, value) -> {
            String full = name + "." + key;
            if (value instanceof Map<?, ?> nested) {
                flatten(full, nested, into);
            } else {
                String text = String.valueOf(value);
                boolean secret = SECRET.matcher(full.toLowerCase(Locale.ROOT)).find();
                into.put(full, secret ? (text.isBlank() ? "" : "***") : text);
            }
        });
    }

    private static String digest(String value) {
        return HexFormat.of().formatHex(MerkleTree.digest().digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    private Object[] row(
            String by,
            String type,
            @Nullable String table,
            @Nullable String key,
            @Nullable String digest,
            Map<String, Object> facts) {
        return new @Nullable Object[] {
            clock.instant().atOffset(ZoneOffset.UTC),
            by,
            type,
            table,
            key,
            digest,
            new String(LogEntry.canonical(facts), StandardCharsets.UTF_8)
        };
    }

    private void insert(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    "insert into kurum_olayi (at, actor, action, tablo, anahtar, ozet, detail) "
                            + "values (?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }
}
