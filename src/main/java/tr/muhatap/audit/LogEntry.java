package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log. Its hash is computed over canonical JSON (RFC 8785), so that anybody can recompute it; texts
 * and names are included as a salted hash only.
 *
 * @param log number of the log; every reset of the demonstration starts a new one
 * @param entry index in the log, from 0
 * @param words salted hash of the event's full content
 * @param previous hash of the application's, or the source's, entry before this one; null for its first
 */
record LogEntry(int log, long entry, Event event, byte[] words, byte @Nullable [] previous) {

    static final int SALT_BYTES = 16;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row of the history or of another table covered by the log, as it is stored. */
    record Event(
            LogSource source,
            long id,
            String number,
            Instant at,
            String actor,
            @Nullable String actorName,
            String action,
            String detail) {

        Event {
            // Microseconds, which every database stores
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** An event of an application. */
        Event(
                long id,
                String number,
                Instant at,
                String actor,
                @Nullable String actorName,
                String action,
                String detail) {
            this(LogSource.OLAY, id, number, at, actor, actorName, action, detail);
        }

        /** Of a row with the columns of its source. */
        static Event of(LogSource source, ResultSet row) throws SQLException {
            return new Event(
                    source,
                    row.getLong("id"),
                    row.getString("number"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("actor_name"),
                    row.getString("action"),
                    row.getString("detail"));
        }

        /** Entries of one chain name the one before them. */
        String chain() {
            return source.chain(number);
        }

        /** Whether the texts were erased; whether legitimately, is decided by the salt. */
        boolean isErased() {
            return source.isErased(this);
        }

        byte[] words(byte[] salt) {
            var words = new TreeMap<String, Object>(
                    Map.of("action", action, "actor", actor, "at", at.toString(), "detail", detail));
            if (actorName != null) {
                words.put("actorName", actorName);
            }
            var digest = MerkleTree.digest();
            digest.update(salt);
            return digest.digest(canonical(words));
        }
    }

    byte[] hash() {
        return MerkleTree.leaf(canonical(leaf()));
    }

    /** The canonical content that is hashed, for recomputation elsewhere. */
    String content() {
        return new String(canonical(leaf()), StandardCharsets.UTF_8);
    }

    private TreeMap<String, Object> leaf() {
        var leaf = new TreeMap<String, Object>(Map.of(
                "action",
                event.action(),
                "actor",
                event.actor(),
                "at",
                event.at().toString(),
                "entry",
                entry,
                "log",
                log,
                "number",
                event.number(),
                "words",
                HexFormat.of().formatHex(words)));
        if (event.source() != LogSource.OLAY) {
            leaf.put("source", event.source().name());
        }
        String kept = event.source().kept(event);
        if (kept != null) {
            var digest = MerkleTree.digest().digest(kept.getBytes(StandardCharsets.UTF_8));
            leaf.put("kept", HexFormat.of().formatHex(digest));
        }
        if (previous != null) {
            leaf.put("previous", HexFormat.of().formatHex(previous));
        }
        return leaf;
    }

    /** Hash of a log's first entry, which commits to the final state of the previous log. */
    static byte[] beginning(int log, long sizeBefore, byte[] rootBefore) {
        return MerkleTree.leaf(canonical(Map.of(
                "action",
                "DefterBasladi",
                "entry",
                0,
                "log",
                log,
                "rootBefore",
                HexFormat.of().formatHex(rootBefore),
                "sizeBefore",
                sizeBefore)));
    }

    static byte[] canonical(Map<String, Object> object) {
        byte[] plain = CanonicalJson.of(object);
        if (plain != null) {
            return plain;
        }
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(object)).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
