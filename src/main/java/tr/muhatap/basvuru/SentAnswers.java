package tr.muhatap.basvuru;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The single definition of which answers may be seen outside the office: the approved answer, and those sent in earlier
 * rounds. Used by pages, API, messages, letters and the systems that delivered an application. Answers that were
 * archived unsent are visible to the office only.
 */
@Component
public class SentAnswers {

    /**
     * An answer of an earlier round.
     *
     * @param unit the unit that wrote it; null if the information was given on the spot
     * @param sent whether it was sent; otherwise it is visible to the office only
     */
    public record Earlier(int round, @Nullable String unit, Answer answer, boolean sent, Instant endedAt) {}

    private final JdbcClient jdbc;

    SentAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current round's answer; null while it is a draft. */
    public @Nullable Answer current(Basvuru basvuru) {
        return basvuru.sentAnswer();
    }

    /** Rounds whose answers were sent: only their files are visible outside. */
    public Set<Integer> rounds(Basvuru basvuru) {
        var rounds = new HashSet<Integer>();
        earlierSent(basvuru).forEach(earlier -> rounds.add(earlier.round()));
        if (current(basvuru) != null) {
            rounds.add(basvuru.answerRound());
        }
        return rounds;
    }

    /** Answers sent before the current round, oldest first. */
    public List<Earlier> earlierSent(Basvuru basvuru) {
        return earlier(basvuru).stream().filter(Earlier::sent).toList();
    }

    /** All archived answers and drafts, oldest first: for the office only. */
    public List<Earlier> earlier(Basvuru basvuru) {
        if (basvuru.answerRound() == 1) {
            return List.of();
        }
        return jdbc.sql("select round, unit, outcome, ground, text, sent, ended_at, published_in, published_on, "
                        + "published_how, announced_on, unmet_condition, secret_parts_removed from cevap_turu "
                        + "where number = :number order by round")
                .param("number", basvuru.number())
                .query(SentAnswers::read)
                .list();
    }

    @EventListener
    void keep(AnswerSetAside aside) {
        var ground = aside.answer().ground();
        var facts = aside.answer().factsOrNone();
        var condition = facts.unmetCondition();
        jdbc.sql("insert into cevap_turu (number, round, unit, outcome, ground, text, sent, ended_at, published_in, "
                        + "published_on, published_how, announced_on, unmet_condition, secret_parts_removed) "
                        + "values (:number, :round, :unit, :outcome, :ground, :text, :sent, :at, :publishedIn, "
                        + ":publishedOn, :publishedHow, :announcedOn, :unmetCondition, :secretPartsRemoved)")
                .param("number", aside.number())
                .param("round", aside.round())
                .param("unit", aside.unit())
                .param("outcome", aside.answer().outcome().name())
                .param("ground", ground == null ? null : ground.name())
                .param("text", aside.answer().text())
                .param("sent", aside.sent())
                .param("at", aside.at().atOffset(ZoneOffset.UTC))
                .param("publishedIn", facts.publishedIn())
                .param("publishedOn", facts.publishedOn())
                .param("publishedHow", facts.publishedHow())
                .param("announcedOn", facts.announcedOn())
                .param("unmetCondition", condition == null ? null : condition.name())
                .param("secretPartsRemoved", aside.answer().secretPartsRemoved())
                .update();
    }

    private static Earlier read(ResultSet row, int index) throws SQLException {
        String ground = row.getString("ground");
        String condition = row.getString("unmet_condition");
        return new Earlier(
                row.getInt("round"),
                row.getString("unit"),
                new Answer(
                        Outcome.valueOf(row.getString("outcome")),
                        ground == null ? null : RefusalGround.valueOf(ground),
                        row.getString("text"),
                        row.getObject("secret_parts_removed", Boolean.class),
                        new GroundFacts(
                                row.getString("published_in"),
                                row.getObject("published_on", LocalDate.class),
                                row.getString("published_how"),
                                row.getObject("announced_on", LocalDate.class),
                                condition == null ? null : ForeignerCondition.valueOf(condition))),
                row.getBoolean("sent"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
