package tr.muhatap.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.Accounts;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.ClaimedTasks;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Deputies, set by the absent themselves or by a manager. */
@Service
public class Substitutions {

    private static final String COLUMNS = "id, absent, deputy, first_day, last_day, set_by";

    private final JdbcClient jdbc;
    private final ClaimedTasks tasks;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final Clock clock;

    Substitutions(JdbcClient jdbc, ClaimedTasks tasks, Accounts accounts, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Whoever sets deputies for others, sees everybody's load and hands tasks over. */
    public boolean isManager() {
        return currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI, Groups.SUBE_MUDURU, Groups.CAMUNDA_ADMIN);
    }

    /**
     * Sets a deputy.
     *
     * @param absent null: the current user
     * @throws tr.muhatap.problem.InvalidInputException naming every fault
     */
    @Transactional
    public void set(@Nullable String absent, @Nullable String deputy, @Nullable String first, @Nullable String last) {
        String self = currentUser.name();
        String who = absent == null || absent.isBlank() ? self : absent;
        if (!who.equals(self) && !isManager()) {
            throw new AccessDeniedException(Texts.of("deputy.substitutions.yalnizca-kendisi"));
        }
        var check = new Check();
        String checkedAbsent = check.line("absent", who, 64);
        String checkedDeputy = check.line("deputy", deputy, 64);
        var from = check.day("firstDay", first);
        var until = check.day("lastDay", last);
        check.done();
        var wanted = new Substitution(
                0, Check.given(checkedAbsent), Check.given(checkedDeputy), Check.given(from), Check.given(until), self);
        var today = LocalDate.now(clock);
        // Of two for the same person at once, absent or deputy, the second waits and then sees the first
        accounts.hold(List.of(wanted.absent(), wanted.deputy()));
        SubstitutionRules.check(
                wanted, tasks.groupsOf(wanted.absent()), tasks.groupsOf(wanted.deputy()), notOver(), today);
        jdbc.sql("insert into vekalet (absent, deputy, first_day, last_day, set_by, set_at) values (:absent, :deputy, "
                        + ":first, :last, :by, :now)")
                .param("absent", wanted.absent())
                .param("deputy", wanted.deputy())
                .param("first", wanted.firstDay())
                .param("last", wanted.lastDay())
                .param("by", self)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends one before its day; the absent and managers may. Idempotent. */
    @Transactional
    public void end(long id) {
        var there = concerned().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("deputy.substitutions.boyle-bir-vekalet-yok")));
        if (!mayEnd(there)) {
            throw new AccessDeniedException(Texts.of("deputy.substitutions.yalnizca-kendisi"));
        }
        jdbc.sql("update vekalet set ended_by = :by, ended_at = :now where id = :id and ended_at is null")
                .param("by", currentUser.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    public boolean mayEnd(Substitution one) {
        return one.absent().equals(currentUser.name()) || isManager();
    }

    /** Those that concern the current user: own ones, those of colleagues of a group, for managers all. */
    public List<Substitution> concerned() {
        String self = currentUser.name();
        return notOver().stream()
                .filter(one -> isManager()
                        || one.concerns(self)
                        || !Collections.disjoint(tasks.groupsOf(one.absent()), currentUser.groups()))
                .toList();
    }

    /** Who is absent on a day, whoever asks. */
    public List<Substitution> on(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from vekalet where ended_at is null and first_day <= :day "
                        + "and last_day >= :day order by absent")
                .param("day", day)
                .query(Substitutions::read)
                .list();
    }

    private List<Substitution> notOver() {
        return jdbc.sql("select " + COLUMNS + " from vekalet where ended_at is null and last_day >= :today "
                        + "order by first_day, absent, id")
                .param("today", LocalDate.now(clock))
                .query(Substitutions::read)
                .list();
    }

    private static Substitution read(ResultSet row, int index) throws SQLException {
        return new Substitution(
                row.getLong("id"),
                row.getString("absent"),
                row.getString("deputy"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("set_by"));
    }
}
