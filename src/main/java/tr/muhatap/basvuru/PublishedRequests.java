package tr.muhatap.basvuru;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applications that came by the public interface for applications of others (Open311), as it may show them again: no words,
 * no people, and never a tip or a request for information. What came otherwise is not published one by one: its sender did
 * not choose a public list, and counts that the open data withhold could be counted from it.
 */
@Component
public class PublishedRequests {

    /** How the names of those who deliver by the interface begin; no user may have such a name. */
    public static final String DELIVERERS = "open311:";

    private static final String COLUMNS =
            "select number, topic, status, outcome, unit, latitude, longitude, delivered_by, "
                    + "received_at, registered_at, deadline_last_day, closed_at from basvuru where delivered_by like '"
                    + DELIVERERS
                    + "%' and kind not in ('IHBAR', 'BILGI_ISTEMI') and applicant_identity_hidden = false ";

    private final JdbcClient jdbc;

    PublishedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One application.
     *
     * @param lastDay of the limit, Europe/Istanbul
     */
    public record Request(
            String number,
            @Nullable String topic,
            Status status,
            @Nullable Outcome outcome,
            @Nullable String unit,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String deliveredBy,
            Instant receivedAt,
            Instant registeredAt,
            LocalDate lastDay,
            @Nullable Instant closedAt) {

        public boolean isClosed() {
            return status == Status.KAPANDI;
        }
    }

    /**
     * What to look for.
     *
     * @param deliverer with {@link #DELIVERERS}; null: all
     * @param topics empty: all
     * @param from first instant of receipt
     * @param until from this instant on none
     * @param closed null: both
     * @param offset how many of the newest to leave out
     */
    public record Search(
            @Nullable String deliverer,
            Collection<String> topics,
            Instant from,
            Instant until,
            @Nullable Boolean closed,
            int offset,
            int most) {}

    /** The known ones of some numbers, the newest first. */
    public List<Request> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "and number in (:numbers) order by received_at desc, number desc")
                        .param("numbers", numbers)
                        .query(PublishedRequests::request)
                        .list();
    }

    /** The newest first. */
    public List<Request> find(Search search) {
        var parameters = new HashMap<String, Object>();
        parameters.put("from", search.from().atOffset(ZoneOffset.UTC));
        parameters.put("until", search.until().atOffset(ZoneOffset.UTC));
        parameters.put("most", search.most());
        parameters.put("offset", search.offset());
        String conditions = "and received_at >= :from and received_at < :until ";
        if (search.deliverer() != null) {
            conditions += "and delivered_by = :deliverer ";
            parameters.put("deliverer", search.deliverer());
        }
        if (!search.topics().isEmpty()) {
            conditions += "and topic in (:topics) ";
            parameters.put("topics", search.topics());
        }
        if (search.closed() != null) {
            conditions += search.closed() ? "and status = 'KAPANDI' " : "and status <> 'KAPANDI' ";
        }
        return jdbc.sql(COLUMNS + conditions + "order by received_at desc, number desc limit :most offset :offset")
                .params(parameters)
                .query(PublishedRequests::request)
                .list();
    }

    private static Request request(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Request(
                row.getString("number"),
                row.getString("topic"),
                Status.valueOf(row.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("unit"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("delivered_by"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline_last_day", LocalDate.class),
                closedAt == null ? null : closedAt.toInstant());
    }
}
