package tr.muhatap.dosya;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;

/**
 * Applications with their unit: what the office routed and the unit did not return; training data of the unit
 * proposals.
 */
@Component
public class RoutedCases {

    /**
     * The text of an application and its unit.
     *
     * @param names the applicant's names and address, to be removed from the text
     */
    public record Routed(
            String number,
            String unit,
            @Nullable String topic,
            Kind kind,
            String words,
            List<String> names,
            OffsetDateTime registeredAt) {}

    private final JdbcClient jdbc;

    RoutedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page, newest first.
     *
     * @param before last item of the previous page; null for the first page
     */
    public List<Routed> page(@Nullable Routed before, int size) {
        String sql = "select number, unit, topic, kind, subject, text, applicant_first_name, applicant_last_name, "
                + "applicant_title, applicant_representative, applicant_address, registered_at from basvuru "
                + "where unit is not null and erased_at is null "
                + (before == null ? "" : "and (registered_at < :at or registered_at = :at and number < :number) ")
                + "order by registered_at desc, number desc fetch first :size rows only";
        var statement = jdbc.sql(sql).param("size", size);
        if (before != null) {
            statement = statement.param("at", before.registeredAt()).param("number", before.number());
        }
        return statement.query(RoutedCases::routed).list();
    }

    private static Routed routed(ResultSet row, int index) throws SQLException {
        return new Routed(
                row.getString("number"),
                row.getString("unit"),
                row.getString("topic"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject") + "\n" + row.getString("text"),
                Stream.of(
                                row.getString("applicant_first_name"),
                                row.getString("applicant_last_name"),
                                row.getString("applicant_title"),
                                row.getString("applicant_representative"),
                                row.getString("applicant_address"))
                        .filter(Objects::nonNull)
                        .toList(),
                row.getObject("registered_at", OffsetDateTime.class));
    }
}
