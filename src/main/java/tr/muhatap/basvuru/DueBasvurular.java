package tr.muhatap.basvuru;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due soon or late, office-wide, without anybody's data. */
@Component
public class DueBasvurular {

    private final JdbcClient jdbc;

    DueBasvurular(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open application, or an objection whose Board waits for the office's answer (4982 md. 13).
     *
     * @param unit code of the unit that has it; null before its routing
     * @param lastDay Europe/Istanbul
     * @param objection whether it is the Board that waits
     */
    public record Due(
            String number,
            Kind kind,
            @Nullable String topic,
            @Nullable String unit,
            LocalDate lastDay,
            boolean objection) {}

    /** What has its last day not later than a day, the most urgent first. */
    public List<Due> until(LocalDate day) {
        return jdbc.sql("select number, kind, topic, unit, deadline_last_day as last_day, false as objection "
                        + "from basvuru where status <> 'KAPANDI' and status <> 'UCRET_BEKLIYOR' "
                        + "and deadline_last_day <= :day "
                        + "union all select number, kind, topic, null, appeal_answer_until, true "
                        + "from basvuru where appeal_answer_until <= :day "
                        + "and appeal_answered_on is null and appeal_outcome is null "
                        + "order by last_day, number")
                .param("day", day)
                .query(DueBasvurular::due)
                .list();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getString("unit"),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("objection"));
    }
}
