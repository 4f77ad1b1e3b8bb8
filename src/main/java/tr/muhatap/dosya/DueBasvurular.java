package tr.muhatap.dosya;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;

/** Lists what is due soon or late in the whole office, without personal data. */
@Component
public class DueBasvurular {

    /** Upper bound of the distance between a channel's own limit and 4982's; keeps the query to an index range. */
    private static final int LONGEST_DISTANCE = 60;

    private final JdbcClient jdbc;

    DueBasvurular(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open application, an objection whose Board waits for the office's answer (4982 md. 13), a request to another
     * body, or an open recourse.
     *
     * @param unit code of the responsible unit; null before its routing
     * @param lastDay Europe/Istanbul
     */
    public record Due(
            String number,
            Kind kind,
            @Nullable String topic,
            @Nullable String unit,
            LocalDate lastDay,
            Matter matter) {}

    public enum Matter {
        BASVURU,
        ITIRAZ,
        GORUS,
        ILK_MURACAAT,
        IKINCI_MURACAAT
    }

    /**
     * Open requests for information, not extended, whose 15 iş günü end in a range of days: an extension has to reach
     * the applicant before (4982 md. 11). If the channel's own limit ends earlier, the later one is 4982's.
     */
    public List<String> extendableUntil(LocalDate today, LocalDate day) {
        return jdbc.sql("select number from basvuru where status not in ('KAPANDI', 'UCRET_BEKLIYOR', 'CEVAPLANDI') "
                        + "and (kind = 'BILGI_ISTEMI' or channel = :informationLaw) and not counting_extended "
                        + "and deadline_last_day >= :longAgo and deadline_last_day <= :day "
                        + "and case when other_last_day is null or deadline_basis like '%4982%' "
                        + "then deadline_last_day else other_last_day end between :today and :day "
                        + "order by deadline_last_day, number")
                .param("informationLaw", Channel.ofInformationLaw().name())
                .param("longAgo", today.minusDays(LONGEST_DISTANCE))
                .param("today", today)
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Everything whose last day is not later than a day, most urgent first. */
    public List<Due> until(LocalDate day) {
        return jdbc.sql("select number, kind, topic, unit, deadline_last_day as last_day, 'BASVURU' as matter "
                        + "from basvuru where status <> 'KAPANDI' and status <> 'UCRET_BEKLIYOR' "
                        + "and deadline_last_day <= :day "
                        + "union all select i.number, b.kind, b.topic, null, i.answer_until, 'ITIRAZ' "
                        + "from itiraz i join basvuru b on b.number = i.number where i.answer_until <= :day "
                        + "and i.answered_on is null and i.outcome is null "
                        + "union all select g.number, b.kind, b.topic, null, g.due_on, 'GORUS' "
                        + "from kurum_gorusu g join basvuru b on b.number = g.number "
                        + "where g.answered_on is null and g.withdrawn_on is null and b.status <> 'KAPANDI' "
                        + "and g.due_on <= :day "
                        + "union all select m.number, b.kind, b.topic, null, m.deadline_last_day, "
                        + "case when m.place = 'ILK' then 'ILK_MURACAAT' else 'IKINCI_MURACAAT' end "
                        + "from muracaat m join basvuru b on b.number = m.number "
                        + "where m.answered_at is null and m.deadline_last_day <= :day "
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
                Matter.valueOf(row.getString("matter")));
    }
}
