package tr.muhatap.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.StaffNames;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;

/**
 * The append-only history: one row per event of an application, inserted in the transaction that changed the record,
 * and one per access to personal data. Rows are never updated or deleted.
 */
@Component
class AuditTrail implements History, PersonalDataLog {

    private final JdbcClient jdbc;
    private final EventRows rows;
    private final CurrentUser currentUser;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, ObjectMapper json, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new EventRows(json);
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Runs before all other listeners, so that events caused by this one follow it in the history. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    void append(BasvuruEvent event) {
        jdbc.sql("insert into olay (number, at, actor, actor_name, action, detail) values (:number, :at, :actor, "
                        + StaffNames.OF_ACTOR + ", :action, :detail)")
                .param("number", event.number())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("action", event.type().id())
                .param("detail", rows.detail(event))
                .update();
    }

    @Override
    public List<Entry> of(String number) {
        return jdbc.sql(
                        "select number, at, actor, actor_name, action, detail from olay where number = :number order by id")
                .param("number", number)
                .query((row, index) -> rows.entry(row))
                .list();
    }

    @Override
    public void viewed(String number, String place) {
        viewed(List.of(number), place);
    }

    /** A single statement for all numbers. */
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
}
