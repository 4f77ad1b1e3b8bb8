package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;

/**
 * Converts events to the detail column of the history and back. Facts that have columns of their own are not repeated
 * in it.
 */
class EventRows {

    private static final Set<String> COLUMNS_OF_THEIR_OWN = Set.of("number", "at", "actor");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    EventRows(ObjectMapper json) {
        this.json = json;
    }

    String detail(BasvuruEvent event) {
        var detail = json.convertValue(event, OBJECT);
        detail.keySet().removeAll(COLUMNS_OF_THEIR_OWN);
        detail.values().removeIf(Objects::isNull);
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    Map<String, Object> read(String detail) {
        try {
            return json.readValue(detail, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the history cannot be read", e);
        }
    }

    /** Deserializes an event; facts that an earlier version did not record are null. */
    BasvuruEvent event(BasvuruEventType type, String number, Instant at, String actor, Map<String, Object> detail) {
        var facts = new HashMap<>(detail);
        facts.put("number", number);
        facts.put("at", at);
        facts.put("actor", actor);
        return json.convertValue(facts, type.record());
    }

    /** Maps a row of the history table. */
    History.Entry entry(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        String number = row.getString("number");
        String actor = row.getString("actor");
        String action = row.getString("action");
        var detail = read(row.getString("detail"));
        var event = BasvuruEventType.of(action)
                .map(type -> event(type, number, at, actor, detail))
                .orElse(null);
        return new History.Entry(at, actor, row.getString("actor_name"), action, detail, event);
    }
}
