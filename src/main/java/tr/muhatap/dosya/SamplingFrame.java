package tr.muhatap.dosya;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;

/** The applications of a period from which a sample is drawn, among those readable by the current user. */
@Component
public class SamplingFrame {

    /** Maximum size of the population. */
    public static final int MOST = 200_000;

    /** @param unitLabel null if it was never routed */
    public record One(
            String number, String channelLabel, @Nullable String unitLabel) {}

    private final JdbcClient jdbc;
    private final BasvuruQueries queries;
    private final Organization organization;

    SamplingFrame(JdbcClient jdbc, BasvuruQueries queries, Organization organization) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.organization = organization;
    }

    /** Registered in these days, inclusive, Europe/Istanbul; by number, at most one more than {@link #MOST}. */
    public List<One> registered(LocalDate from, LocalDate until) {
        var conditions = new ArrayList<>(List.of("b.registered_at >= :from", "b.registered_at < :until"));
        var parameters = new HashMap<String, Object>(Map.of("from", start(from), "until", start(until.plusDays(1))));
        queries.restrictToReadable(conditions, parameters);
        return jdbc.sql("select b.number, b.channel, b.unit from basvuru b where " + String.join(" and ", conditions)
                        + " order by b.number limit :most")
                .params(parameters)
                .param("most", MOST + 1)
                .query((row, index) -> new One(
                        row.getString("number"),
                        Channel.valueOf(row.getString("channel")).label(),
                        unit(row.getString("unit"))))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private @Nullable String unit(@Nullable String code) {
        return code == null
                ? null
                : organization.unit(code).map(known -> known.name()).orElse(code);
    }
}
