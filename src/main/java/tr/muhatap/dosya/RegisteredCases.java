package tr.muhatap.dosya;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Counting;

/**
 * Applications registered since an instant, reduced to the inputs of the decision tables; without personal data except
 * in the text.
 */
@Component
public class RegisteredCases {

    private static final String INFORMATION = "case when kind = 'BILGI_ISTEMI' then 1 else 0 end";

    /** Inputs that determine a limit. */
    public record LimitCase(Channel channel, boolean asksForInformation, Counting counting) {}

    /** Inputs that determine the unit, in addition to the text. */
    public record UnitCase(@Nullable String topic, String kind) {}

    /** The text of an application. */
    public record Text(String number, UnitCase of, String text, OffsetDateTime at) {}

    private final JdbcClient jdbc;

    RegisteredCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts by case; a case may occur in several entries. */
    public List<Map.Entry<LimitCase, Long>> limits(Instant since) {
        return jdbc.sql("select channel, " + INFORMATION + " as information, counting_from, counting_extended, "
                        + "counting_remaining, count(*) as many from basvuru where registered_at >= :since "
                        + "group by channel, " + INFORMATION + ", counting_from, counting_extended, counting_remaining "
                        + "order by channel, counting_from")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(limitCase(row), row.getLong("many")))
                .list();
    }

    /** The newest applications of some channels. */
    public List<Map.Entry<String, LimitCase>> limitExamples(Instant since, Set<String> channels, int most) {
        return jdbc.sql("select number, channel, " + INFORMATION + " as information, counting_from, "
                        + "counting_extended, counting_remaining from basvuru "
                        + "where registered_at >= :since and channel in (:channels) order by registered_at desc "
                        + "limit :most")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("channels", channels)
                .param("most", most)
                .query((row, number) -> Map.entry(row.getString("number"), limitCase(row)))
                .list();
    }

    /** Counts by case. */
    public List<Map.Entry<UnitCase, Long>> units(Instant since) {
        return jdbc.sql("select topic, kind, count(*) as many from basvuru where registered_at >= :since "
                        + "group by topic, kind")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(unitCase(row), row.getLong("many")))
                .list();
    }

    /** Numbers of the newest applications of a case. */
    public List<String> numbers(Instant since, UnitCase of, int most) {
        return jdbc.sql("select number from basvuru where registered_at >= :since and kind = :kind and "
                        + (of.topic() == null ? "topic is null" : "topic = :topic")
                        + " order by registered_at desc limit :most")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kind", of.kind())
                .param("topic", of.topic())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /**
     * A page of texts, newest first.
     *
     * @param until registered before
     * @param last last number of the previous page; those registered at {@code until} follow it
     * @param alsoWithout whether to include those without a topic
     */
    public List<Text> texts(
            Instant since,
            OffsetDateTime until,
            String last,
            Collection<String> topics,
            boolean alsoWithout,
            int page) {
        return jdbc.sql("select number, topic, kind, subject, text, registered_at from basvuru "
                        + "where registered_at >= :since and (registered_at < :until "
                        + "or registered_at = :until and number < :last) and (topic in (:topics)"
                        + (alsoWithout ? " or topic is null" : "")
                        + ") order by registered_at desc, number desc limit :page")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .param("last", last)
                .param("topics", topics.isEmpty() ? Set.of("-") : topics)
                .param("page", page)
                .query((row, number) -> new Text(
                        row.getString("number"),
                        unitCase(row),
                        row.getString("subject") + "\n" + row.getString("text"),
                        row.getObject("registered_at", OffsetDateTime.class)))
                .list();
    }

    private static UnitCase unitCase(ResultSet row) throws SQLException {
        return new UnitCase(row.getString("topic"), row.getString("kind"));
    }

    private static LimitCase limitCase(ResultSet row) throws SQLException {
        var channel = Channel.valueOf(row.getString("channel"));
        return new LimitCase(
                channel,
                channel.hasSecondLimit(row.getInt("information") == 1),
                new Counting(
                        row.getObject("counting_from", LocalDate.class),
                        row.getBoolean("counting_extended"),
                        row.getObject("counting_remaining", Integer.class),
                        0));
    }
}
