package tr.muhatap.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ClaimedTasks;
import tr.muhatap.basvuru.ClaimedTasks.Claimed;
import tr.muhatap.basvuru.ClaimedTasks.Load;
import tr.muhatap.basvuru.StaffTasks.Task;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * What colleagues have taken: shown to their group where they are absent, taken by a deputy, given back with a reason, handed
 * over by a manager. Every rule of taking stays: who moves a task, and to whom, has to be in a group that has it.
 */
@Service
public class TeamTasks {

    /** So many are shown, or handed over at once. */
    static final int MOST = 100;

    private static final int LONGEST_REASON = 2_000;

    private final ClaimedTasks tasks;
    private final Substitutions substitutions;
    private final BasvuruRegister register;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamTasks(
            ClaimedTasks tasks,
            Substitutions substitutions,
            BasvuruRegister register,
            CurrentUser currentUser,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.substitutions = substitutions;
        this.register = register;
        this.currentUser = currentUser;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param mayTake whether the current user is the deputy of who has it */
    public record Left(Task task, String absent, String deputy, boolean mayTake) {}

    /** A task about which the current user was asked. */
    public record AskedAbout(String task, String number) {}

    /** Tasks of the current user's groups that absent colleagues have taken. */
    public List<Left> left() {
        var absent = substitutions.on(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Substitution::absent, one -> one, (one, other) -> one));
        return tasks.of(absent.keySet(), visibleGroups(), MOST).stream()
                .map(Claimed::task)
                .flatMap(task -> Optional.ofNullable(absent.get(task.assignee()))
                        .map(one -> new Left(
                                task, one.absent(), one.deputy(), one.deputy().equals(currentUser.name())))
                        .stream())
                .toList();
    }

    private @Nullable Collection<String> visibleGroups() {
        return currentUser.isIn(Groups.CAMUNDA_ADMIN) ? null : currentUser.groups();
    }

    /** The deputy takes what the absent one has; the history names both. */
    public void takeAsDeputy(String task) {
        var found = leftOne(task);
        if (!found.mayTake() || !tasks.mayWorkOn(task, currentUser.name())) {
            throw new RuleViolationException(DeputyRefusal.VEKALET_YOK, Texts.of("deputy.ret.vekalet-yok"));
        }
        transaction.executeWithoutResult(tx -> {
            register.takeAsDeputy(found.task().number(), found.task().step(), found.absent());
            move(found.task(), currentUser.name());
        });
    }

    /** Somebody of the group gives back what an absent colleague has. */
    public void giveBack(String task, @Nullable String reason) {
        var found = leftOne(task);
        String why = reason(reason);
        transaction.executeWithoutResult(tx -> {
            register.giveBack(found.task().number(), found.task().step(), found.absent(), why);
            move(found.task(), null);
        });
    }

    private Left leftOne(String task) {
        return left().stream()
                .filter(one -> one.task().id().equals(task))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("deputy.team-tasks.boyle-bir-gorev-yok")));
    }

    /** How much everybody has, by group; for managers alone, in the order of names. */
    public List<Load> load() {
        requireManager();
        return tasks.load();
    }

    /**
     * Hands over all that somebody has, to a colleague or to the group.
     *
     * @param to blank: to the group
     * @return how many; what the colleague may not work on stays where it is
     */
    public int handOver(@Nullable String from, @Nullable String to, @Nullable String reason) {
        requireManager();
        var check = new Check();
        String who = check.line("from", from, 64);
        String whom = check.optionalLine("to", to, 64);
        String why = check.text("reason", reason, LONGEST_REASON);
        check.require(who == null || !who.equals(whom), "to", Texts.of("deputy.team-tasks.ayni-gorevli"));
        check.done();
        int moved = 0;
        for (var claimed : tasks.of(List.of(Check.given(who)), null, MOST)) {
            if (whom == null || tasks.mayWorkOn(claimed.task().id(), whom)) {
                moved += handOver(claimed.task(), Check.given(who), whom, Check.given(why));
            }
        }
        return moved;
    }

    private int handOver(Task task, String from, @Nullable String to, String why) {
        try {
            transaction.executeWithoutResult(tx -> {
                if (to == null) {
                    register.giveBack(task.number(), task.step(), from, why);
                } else {
                    register.handOver(task.number(), task.step(), from, to, why);
                }
                move(task, to);
            });
            return 1;
        } catch (RuleViolationException changedMeanwhile) {
            return 0;
        }
    }

    private void move(Task task, @Nullable String to) {
        if (!tasks.move(task, to)) {
            throw new RuleViolationException(DeputyRefusal.GOREV_DEGISTI, Texts.of("deputy.ret.gorev-degisti"));
        }
    }

    /** Tasks of the current user about which the program asks. */
    public List<AskedAbout> askedAbout() {
        return jdbc.sql("select task, number from gorev_sorusu where assignee = :user and kept_at is null "
                        + "order by asked_at, task")
                .param("user", currentUser.name())
                .query((row, index) -> new AskedAbout(row.getString(1), row.getString(2)))
                .list();
    }

    /** Whoever was asked works on it; it stays. */
    public void keep(String task) {
        jdbc.sql("update gorev_sorusu set kept_at = :now where task = :task and assignee = :user")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("task", task)
                .param("user", currentUser.name())
                .update();
    }

    private void requireManager() {
        if (!substitutions.isManager()) {
            throw new AccessDeniedException(Texts.of("deputy.team-tasks.yalnizca-yonetici"));
        }
    }

    private static String reason(@Nullable String given) {
        var check = new Check();
        String why = check.text("reason", given, LONGEST_REASON);
        check.done();
        return Check.given(why);
    }
}
