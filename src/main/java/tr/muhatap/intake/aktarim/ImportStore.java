package tr.muhatap.intake.aktarim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.form.FormCipher;

/** Persists imports with their rows, and the office's column maps and word tables. */
@Component
class ImportStore {

    private static final int LONGEST_FAILURE = 1_000;

    /** Without the file, which is large and read only for processing. */
    private static final String COLUMNS = "id, kanal, file_name, map_name, columns, form, state, row_count, first_day, "
            + "last_day, created_by, created_groups, created_at, ended_at, failure";

    private final JdbcClient jdbc;
    private final FormCipher cipher;
    private final ObjectMapper json;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, FormCipher cipher, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /** An import without its file. */
    record Import(
            String id,
            String channel,
            String fileName,
            ColumnMap map,
            ListFormat format,
            ImportState state,
            int rows,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String createdBy,
            Set<String> createdGroups,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {}

    /** A row that staff have to look at. */
    record Noted(
            int line,
            RowOutcome outcome,
            @Nullable String reference,
            @Nullable String number,
            RowDetail detail) {}

    void add(Import one, byte[] content) {
        jdbc.sql(
                        "insert into aktarim (id, kanal, file_name, map_name, columns, form, state, row_count, first_day, last_day, raw, created_by, "
                                + "created_groups, created_at) values (:id, :channel, :file, :map, :columns, :form, :state, :rows, "
                                + ":first, :last, :raw, :by, :groups, :at)")
                .param("id", one.id())
                .param("channel", one.channel())
                .param("file", one.fileName())
                .param("map", one.map().name())
                .param("columns", written(one.map().columns()))
                .param("form", written(one.format()))
                .param("state", one.state().name())
                .param("rows", one.rows())
                .param("first", one.firstDay(), Types.DATE)
                .param("last", one.lastDay(), Types.DATE)
                .param("raw", cipher.encrypt(content, one.id()))
                .param("by", one.createdBy())
                .param("groups", String.join(" ", one.createdGroups()))
                .param("at", at(one.createdAt()))
                .update();
    }

    /** Changes format or column map of a list that has not been registered. */
    void reform(Import one) {
        jdbc.sql("update aktarim set map_name = :map, columns = :columns, form = :form, row_count = :rows, "
                        + "first_day = :first, last_day = :last where id = :id")
                .param("map", one.map().name())
                .param("columns", written(one.map().columns()))
                .param("form", written(one.format()))
                .param("rows", one.rows())
                .param("first", one.firstDay(), Types.DATE)
                .param("last", one.lastDay(), Types.DATE)
                .param("id", one.id())
                .update();
    }

    Optional<Import> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from aktarim where id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    List<Import> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from aktarim order by created_at desc, id limit :most")
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    /** The original file; empty after its retention period. */
    Optional<byte[]> content(String id) {
        return jdbc.sql("select raw from aktarim where id = :id and raw is not null")
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .flatMap(raw -> cipher.decrypt(raw, id));
    }

    /** Imports without an active lease, oldest first. */
    List<Import> waiting() {
        return jdbc.sql("select " + COLUMNS + " from aktarim where state in (:open) "
                        + "and (lease_until is null or lease_until < :now) order by created_at, id limit 20")
                .param("open", names(ImportState.OPEN))
                .param("now", at(clock.instant()))
                .query((row, index) -> read(row))
                .list();
    }

    /** Acquires or renews the lease of an import; false if another node has it, or its state has changed. */
    boolean lease(String id, String node, Instant until, Set<ImportState> at) {
        return jdbc.sql("update aktarim set lease_by = :node, lease_until = :until where id = :id and state in (:at) "
                                + "and (lease_by is null or lease_by = :node or lease_until < :now)")
                        .param("node", node)
                        .param("until", at(until))
                        .param("now", at(clock.instant()))
                        .param("id", id)
                        .param("at", names(at))
                        .update()
                == 1;
    }

    void release(String id, String node) {
        jdbc.sql("update aktarim set lease_by = null, lease_until = null where id = :id and lease_by = :node")
                .param("id", id)
                .param("node", node)
                .update();
    }

    /** Changes the state; false if it has changed meanwhile. */
    boolean change(String id, Set<ImportState> from, ImportState to, @Nullable String failure) {
        boolean ends = !to.isOpen();
        return jdbc.sql("update aktarim set state = :to, failure = :failure, ended_at = :ended"
                                + (ends ? ", lease_by = null, lease_until = null" : "")
                                + " where id = :id and state in (:from)")
                        .param("to", to.name())
                        .param("failure", shortened(failure), Types.VARCHAR)
                        .param("ended", ends ? at(clock.instant()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", id)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
    }

    /** Lines with an outcome. */
    Set<Integer> settled(String id) {
        return new HashSet<>(jdbc.sql("select line from aktarim_satir where aktarim = :id")
                .param("id", id)
                .query(Integer.class)
                .list());
    }

    void settle(
            String id,
            int line,
            RowOutcome outcome,
            @Nullable String reference,
            @Nullable String number,
            @Nullable RowDetail detail) {
        jdbc.sql("insert into aktarim_satir (aktarim, line, outcome, reference, number, detail) "
                        + "values (:id, :line, :outcome, :reference, :number, :detail)")
                .param("id", id)
                .param("line", line)
                .param("outcome", outcome.name())
                .param("reference", reference, Types.VARCHAR)
                .param("number", number, Types.VARCHAR)
                .param("detail", detail == null ? null : cipher.encrypt(bytes(detail), id + ":" + line), Types.BINARY)
                .update();
    }

    /**
     * Stores the result of comparing a line; ignored once the comparison has ended, since it would count as registered.
     */
    void settleLook(
            String id,
            int line,
            RowOutcome outcome,
            @Nullable String reference,
            @Nullable String number,
            @Nullable RowDetail detail) {
        jdbc.sql("insert into aktarim_satir (aktarim, line, outcome, reference, number, detail) "
                        + "select id, cast(:line as integer), cast(:outcome as varchar(20)), "
                        + "cast(:reference as varchar(200)), cast(:number as varchar(20)), cast(:detail as bytea) "
                        + "from aktarim where id = :id and state in (:looking)")
                .param("id", id)
                .param("line", line)
                .param("outcome", outcome.name())
                .param("reference", reference, Types.VARCHAR)
                .param("number", number, Types.VARCHAR)
                .param("detail", detail == null ? null : cipher.encrypt(bytes(detail), id + ":" + line), Types.BINARY)
                .param("looking", names(ImportState.LOOKING))
                .update();
    }

    /** Deletes results of a comparison for rows without an application, so that they are processed. */
    void forgetLook(String id) {
        jdbc.sql("delete from aktarim_satir where aktarim = :id and outcome = :taken and number is null")
                .param("id", id)
                .param("taken", RowOutcome.ALINDI.name())
                .update();
    }

    /** External numbers in a list. */
    Set<String> references(String id) {
        return new HashSet<>(
                jdbc.sql("select reference from aktarim_satir where aktarim = :id and reference is not null")
                        .param("id", id)
                        .query(String.class)
                        .list());
    }

    void forgetRows(String id) {
        jdbc.sql("delete from aktarim_satir where aktarim = :id")
                .param("id", id)
                .update();
    }

    Map<RowOutcome, Integer> counts(String id) {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome, 0);
        }
        jdbc.sql("select outcome, count(*) as n from aktarim_satir where aktarim = :id group by outcome")
                .param("id", id)
                .query(row -> {
                    counts.put(RowOutcome.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Rows with an outcome after a line, in the order of the file. */
    List<Noted> rows(String id, RowOutcome outcome, int behind, int most) {
        return jdbc.sql("select line, outcome, reference, number, detail from aktarim_satir where aktarim = :id "
                        + "and outcome = :outcome and line > :behind order by line limit :most")
                .param("id", id)
                .param("outcome", outcome.name())
                .param("behind", behind)
                .param("most", most)
                .query((row, index) -> new Noted(
                        row.getInt(1),
                        RowOutcome.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        detail(row.getBytes(5), id + ":" + row.getInt(1))))
                .list();
    }

    /** Deletes files and rows of imports that ended before an instant; the summary is kept. */
    void forget(Instant before) {
        var old = jdbc.sql(
                        "select id from aktarim where raw is not null and created_at < :before and state not in (:open)")
                .param("before", at(before))
                .param("open", names(ImportState.OPEN))
                .query(String.class)
                .list();
        for (var id : old) {
            jdbc.sql("update aktarim_satir set detail = null where aktarim = :id and detail is not null")
                    .param("id", id)
                    .update();
            jdbc.sql("update aktarim set raw = null where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    List<ColumnMap> maps() {
        return jdbc.sql("select ad, kanal, columns from aktarim_esleme order by ad")
                .query((row, index) -> new ColumnMap(row.getString(1), row.getString(2), columns(row.getString(3))))
                .list();
    }

    /** False if another channel has a map of the same name. */
    boolean keep(ColumnMap map, String by) {
        return overwrite(map, by) || insert(map, by) || overwrite(map, by);
    }

    private boolean overwrite(ColumnMap map, String by) {
        return jdbc.sql("update aktarim_esleme set columns = :columns, changed_by = :by, changed_at = :at "
                                + "where ad = :name and kanal = :channel")
                        .param("channel", map.channel())
                        .param("columns", written(map.columns()))
                        .param("by", by)
                        .param("at", at(clock.instant()))
                        .param("name", map.name())
                        .update()
                == 1;
    }

    /** False if the name exists, possibly created concurrently. */
    private boolean insert(ColumnMap map, String by) {
        try {
            jdbc.sql("insert into aktarim_esleme (ad, kanal, columns, changed_by, changed_at) "
                            + "values (:name, :channel, :columns, :by, :at)")
                    .param("channel", map.channel())
                    .param("columns", written(map.columns()))
                    .param("by", by)
                    .param("at", at(clock.instant()))
                    .param("name", map.name())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** An entry of the office's word table. */
    record Word(WordTable.Kind kind, String word, String shown, String value) {}

    List<Word> words() {
        return jdbc.sql("select alan, word, shown, deger from aktarim_kelime order by alan, shown")
                .query((row, index) -> new Word(
                        WordTable.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    WordTable wordTable() {
        return new WordTable(
                words().stream().collect(Collectors.groupingBy(Word::kind, Collectors.toMap(Word::word, Word::value))));
    }

    /** Replaces the words of a kind; must be called within a transaction. */
    void replaceWords(WordTable.Kind kind, List<Word> words) {
        jdbc.sql("delete from aktarim_kelime where alan = :kind")
                .param("kind", kind.name())
                .update();
        for (var word : words) {
            jdbc.sql("insert into aktarim_kelime (alan, word, shown, deger) values (:kind, :word, :shown, :value)")
                    .param("kind", kind.name())
                    .param("word", word.word())
                    .param("shown", word.shown())
                    .param("value", word.value())
                    .update();
        }
    }

    private Import read(ResultSet row) throws SQLException {
        String channel = row.getString("kanal");
        return new Import(
                row.getString("id"),
                channel,
                row.getString("file_name"),
                new ColumnMap(row.getString("map_name"), channel, columns(row.getString("columns"))),
                parsed(row.getString("form"), new TypeReference<ListFormat>() {}),
                ImportState.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("created_by"),
                Set.of(row.getString("created_groups").split(" ")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("failure"));
    }

    private Map<SourceField, String> columns(String written) {
        return parsed(written, new TypeReference<Map<SourceField, String>>() {});
    }

    private RowDetail detail(byte @Nullable [] encrypted, String belongsTo) {
        var nothing = new RowDetail(List.of(), List.of(), List.of());
        if (encrypted == null) {
            return nothing;
        }
        return cipher.decrypt(encrypted, belongsTo).map(this::parsedDetail).orElse(nothing);
    }

    private RowDetail parsedDetail(byte[] plain) {
        try {
            return json.readValue(plain, RowDetail.class);
        } catch (IOException e) {
            throw new IllegalStateException("A row's detail cannot be read", e);
        }
    }

    private byte[] bytes(RowDetail detail) {
        try {
            return json.writeValueAsBytes(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row cannot be written", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An import cannot be written", e);
        }
    }

    private <T> T parsed(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An import cannot be read", e);
        }
    }

    private static Set<String> names(Set<ImportState> states) {
        return states.stream().map(ImportState::name).collect(Collectors.toSet());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
