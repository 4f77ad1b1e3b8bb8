package tr.muhatap.basvuru;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** Application service for requests to other bodies; every change in one transaction with the application's own. */
@Service
public class OpinionRegister {

    private static final String COLUMNS =
            "number, ordinal, kind, body, question, asked_on, due_on, answered_on, answer, "
                    + "withdrawn_on, reason, calendar_version";

    private final BasvuruRepository repository;
    private final BasvuruRegister register;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    OpinionRegister(
            BasvuruRepository repository,
            BasvuruRegister register,
            Deadlines deadlines,
            JdbcClient jdbc,
            CurrentUser currentUser,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** See {@link Basvuru#askOpinion}. */
    @Transactional
    public void ask(String number, Opinion.Question question) {
        var basvuru = register.get(number);
        var asked = basvuru.askOpinion(question, deadlines, currentUser.name(), clock.instant());
        repository.save(basvuru);
        insert(asked);
    }

    /** See {@link Basvuru#opinionArrived}. */
    @Transactional
    public void answer(String number, @Nullable Integer ordinal, LocalDate on, @Nullable String words) {
        var basvuru = register.get(number);
        var answered = basvuru.opinionArrived(meant(basvuru, ordinal), on, words, currentUser.name(), clock.instant());
        repository.save(basvuru);
        update(answered);
    }

    /** See {@link Basvuru#withdrawOpinion}. */
    @Transactional
    public void withdraw(String number, @Nullable Integer ordinal, String reason) {
        var basvuru = register.get(number);
        var withdrawn = basvuru.withdrawOpinion(meant(basvuru, ordinal), reason, currentUser.name(), clock.instant());
        repository.save(basvuru);
        update(withdrawn);
    }

    /** The request that a step refers to; optional if only one is open. */
    private Opinion meant(Basvuru basvuru, @Nullable Integer ordinal) {
        Refusal.check(LegalRules.unlessOpinionAwaited(basvuru));
        var asked = of(basvuru);
        var open = asked.stream().filter(Opinion::isOpen).toList();
        if (ordinal == null && open.size() == 1) {
            return open.get(0);
        }
        return asked.stream()
                .filter(opinion -> ordinal != null && opinion.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "opinion", Texts.of("basvuru.opinion-register.hangi-talep-oldugu-secilmelidir")));
    }

    /** All requests of an application, oldest first; no query if there never was one. */
    public List<Opinion> of(Basvuru basvuru) {
        return basvuru.opinionsAsked() == 0
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from kurum_gorusu where number = :number order by ordinal")
                        .param("number", basvuru.number())
                        .query(OpinionRegister::read)
                        .list();
    }

    /** Open requests of all open applications, most urgent first. */
    public List<Opinion> open() {
        return jdbc.sql("select " + COLUMNS + " from kurum_gorusu where answered_on is null and withdrawn_on is null "
                        + "and number in (select number from basvuru where status <> 'KAPANDI') "
                        + "order by due_on, number, ordinal")
                .query(OpinionRegister::read)
                .list();
    }

    /** The office changed its holiday table: moves the last days of open requests. Idempotent. */
    @Transactional
    int recompute() {
        var outdated = jdbc.sql("select " + COLUMNS + " from kurum_gorusu where answered_on is null "
                        + "and withdrawn_on is null and calendar_version < :version")
                .param("version", deadlines.calendarVersion())
                .query(OpinionRegister::read)
                .list();
        outdated.forEach(opinion -> update(opinion.recomputed(deadlines)));
        return outdated.size();
    }

    private void insert(Opinion opinion) {
        write(
                opinion,
                "insert into kurum_gorusu (" + COLUMNS + ") values (:number, :ordinal, :kind, :body, :question, "
                        + ":askedOn, :dueOn, :answeredOn, :answer, :withdrawnOn, :reason, :calendarVersion)");
    }

    private void update(Opinion opinion) {
        write(
                opinion,
                "update kurum_gorusu set due_on = :dueOn, answered_on = :answeredOn, answer = :answer, "
                        + "withdrawn_on = :withdrawnOn, reason = :reason, calendar_version = :calendarVersion "
                        + "where number = :number and ordinal = :ordinal");
    }

    private void write(Opinion opinion, String statement) {
        jdbc.sql(statement)
                .param("number", opinion.number())
                .param("ordinal", opinion.ordinal())
                .param("kind", opinion.kind().name())
                .param("body", opinion.body())
                .param("question", opinion.question())
                .param("askedOn", opinion.askedOn())
                .param("dueOn", opinion.dueOn())
                .param("answeredOn", opinion.answeredOn())
                .param("answer", opinion.answer())
                .param("withdrawnOn", opinion.withdrawnOn())
                .param("reason", opinion.reason())
                .param("calendarVersion", opinion.calendarVersion())
                .update();
    }

    private static Opinion read(ResultSet row, int index) throws SQLException {
        return new Opinion(
                row.getString("number"),
                row.getInt("ordinal"),
                OpinionKind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getString("question"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("reason"),
                row.getLong("calendar_version"));
    }
}
