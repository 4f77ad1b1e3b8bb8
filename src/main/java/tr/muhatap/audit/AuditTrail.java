package tr.muhatap.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import tr.muhatap.basvuru.BasvuruEventType;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;

/**
 * The append-only history: one row per event of an application, inserted in the transaction that changed the record,
 * and one per access to personal data. Rows are never updated or deleted.
 */
@Component
class AuditTrail implements History, PersonalDataLog {

    private static final int PIECE = 500;

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
    public List<Change> changes(
            Collection<String> numbers, Collection<BasvuruEventType> types, Instant from, Instant until) {
        var found = new ArrayList<Change>();
        for (var some : inPieces(numbers)) {
            found.addAll(jdbc.sql("select id, number, at, actor, actor_name, action, detail from olay "
                            + "where number in (:numbers) and at >= :from and at < :until and action in (:actions)")
                    .param("numbers", some)
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .param("actions", ids(types))
                    .query((row, index) -> new Change(row.getLong("id"), row.getString("number"), rows.entry(row)))
                    .list());
        }
        found.sort(Comparator.comparingLong(Change::id));
        return found;
    }

    @Override
    public Map<String, Instant> lastChanges(Collection<String> numbers, Collection<BasvuruEventType> types) {
        var last = new HashMap<String, Instant>();
        for (var some : inPieces(numbers)) {
            jdbc.sql("select number, max(at) as at from olay where number in (:numbers) and action in (:actions) "
                            + "group by number")
                    .param("numbers", some)
                    .param("actions", ids(types))
                    .query((row, index) -> last.put(
                            row.getString("number"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                    .list();
        }
        return last;
    }

    @Override
    public List<Act> lastActs(Collection<String> numbers) {
        var found = new ArrayList<Act>();
        for (var some : inPieces(numbers)) {
            found.addAll(jdbc.sql("select number, actor, max(at) as at from olay where number in (:numbers) "
                            + "group by number, actor")
                    .param("numbers", some)
                    .query((row, index) -> new Act(
                            row.getString("number"),
                            row.getString("actor"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                    .list());
        }
        return found;
    }

    private static List<String> ids(Collection<BasvuruEventType> types) {
        return types.stream().map(BasvuruEventType::id).toList();
    }

    /** A database takes so many parameters in one statement. */
    private static List<List<String>> inPieces(Collection<String> numbers) {
        var all = List.copyOf(numbers);
        return IntStream.range(0, (all.size() + PIECE - 1) / PIECE)
                .mapToObj(n -> all.subList(n * PIECE, Math.min(all.size(), (n + 1) * PIECE)))
                .toList();
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

    @Override
    public void listsErased(Collection<Long> looks) {
        if (!looks.isEmpty()) {
            LogSequencer.lock(jdbc);
            jdbc.sql("update kayit_tuzu set tuz = null where kaynak = :source and id in (:looks)")
                    .param("source", LogSource.LISTE.code())
                    .param("looks", looks)
                    .update();
        }
    }
}
