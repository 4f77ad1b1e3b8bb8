package tr.muhatap.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;

/**
 * The append-only trail: one line for each event of an application, written in the transaction that changed the record, and
 * one for each look at personal data. Nothing here updates or deletes.
 */
@Component
class AuditTrail implements History, PersonalDataLog {

    private static final Set<String> COLUMNS_OF_THEIR_OWN = Set.of("number", "at", "actor");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, ObjectMapper json, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Runs before every other listener, so that what an event causes stands behind it in the history. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    void append(BasvuruEvent event) {
        var detail = json.convertValue(event, OBJECT);
        detail.keySet().removeAll(COLUMNS_OF_THEIR_OWN);
        detail.values().removeIf(java.util.Objects::isNull);
        jdbc.sql("insert into olay (number, at, actor, actor_name, action, detail) values (:number, :at, :actor, "
                        + Entry.NAME_OF_ACTOR + ", :action, :detail)")
                .param("number", event.number())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("action", event.getClass().getSimpleName())
                .param("detail", write(detail))
                .update();
    }

    @Override
    public List<Entry> of(String number) {
        return jdbc.sql("select at, actor, actor_name, action, detail from olay where number = :number order by id")
                .param("number", number)
                .query(this::entry)
                .list();
    }

    @Override
    public void viewed(String number, String place) {
        viewed(List.of(number), place);
    }

    /** One statement for all of them. */
    @Override
    public void viewed(Collection<String> numbers, String place) {
        if (numbers.isEmpty()) {
            return;
        }
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var values = new ArrayList<String>();
        var parameters = new HashMap<String, Object>(Map.of("at", at, "actor", currentUser.name(), "place", place));
        for (var number : numbers) {
            String name = "n" + values.size();
            values.add("(:" + name + ", :at, :actor, :place)");
            parameters.put(name, number);
        }
        jdbc.sql("insert into kisisel_veri_goruntuleme (number, at, actor, place) values " + String.join(", ", values))
                .params(parameters)
                .update();
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("action"),
                read(row.getString("detail")));
    }

    private String write(Map<String, Object> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    private Map<String, Object> read(String detail) {
        try {
            return json.readValue(detail, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the history cannot be read", e);
        }
    }
}
