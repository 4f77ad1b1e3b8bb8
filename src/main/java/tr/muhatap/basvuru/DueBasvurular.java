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
     * An open application.
     *
     * @param unit code of the unit that has it; null before its routing
     * @param lastDay Europe/Istanbul
     */
    public record Due(
            String number,
            Kind kind,
            @Nullable String topic,
            @Nullable String unit,
            LocalDate lastDay) {}

    /** Open applications whose last day is not later than a day, the most urgent first. */
    public List<Due> until(LocalDate day) {
        return jdbc.sql("select number, kind, topic, unit, deadline_last_day from basvuru "
                        + "where status <> 'KAPANDI' and status <> 'UCRET_BEKLIYOR' and deadline_last_day <= :day "
                        + "order by deadline_last_day, number")
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
                row.getObject("deadline_last_day", LocalDate.class));
    }
}
