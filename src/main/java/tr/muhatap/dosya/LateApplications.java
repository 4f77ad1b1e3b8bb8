package tr.muhatap.dosya;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;

/** Lists the readable applications that were late at the end of a day, by their current limits. */
@Component
public class LateApplications {

    /** @param closedAt null while it is open */
    public record Late(
            String number,
            String channelLabel,
            @Nullable String unitLabel,
            LocalDate lastDay,
            String statusLabel,
            @Nullable OffsetDateTime closedAt) {}

    private final JdbcClient jdbc;
    private final BasvuruQueries queries;
    private final Organization organization;

    LateApplications(JdbcClient jdbc, BasvuruQueries queries, Organization organization) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.organization = organization;
    }

    /** The longest overdue first. */
    public List<Late> on(LocalDate day, long offset, int size) {
        var end = day.plusDays(1)
                .atStartOfDay(OfficeClock.ISTANBUL)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<>(List.of(
                "b.deadline_late_from < :end",
                "b.registered_at < :end",
                "(b.closed_at is null or b.closed_at >= :end)"));
        parameters.put("end", end);
        queries.restrictToReadable(conditions, parameters);
        return jdbc.sql(
                        "select b.number, b.channel, b.unit, b.deadline_last_day, b.status, b.closed_at from basvuru b where "
                                + String.join(" and ", conditions)
                                + " order by b.deadline_last_day, b.number limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", offset)
                .query((row, index) -> new Late(
                        row.getString("number"),
                        Channel.valueOf(row.getString("channel")).label(),
                        unit(row.getString("unit")),
                        row.getObject("deadline_last_day", LocalDate.class),
                        Status.valueOf(row.getString("status")).label(),
                        row.getObject("closed_at", OffsetDateTime.class)))
                .list();
    }

    private @Nullable String unit(@Nullable String code) {
        return code == null
                ? null
                : organization.unit(code).map(known -> known.name()).orElse(code);
    }
}
