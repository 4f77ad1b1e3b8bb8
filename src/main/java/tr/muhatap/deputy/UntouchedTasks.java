package tr.muhatap.deputy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ClaimedTasks;
import tr.muhatap.basvuru.ClaimedTasks.Claimed;
import tr.muhatap.basvuru.History;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.dosya.Notes;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/**
 * Asks about tasks that somebody took and does not touch, by a note, and gives them back to their group where nothing follows;
 * what people who are gone had comes back at once.
 */
@Component
class UntouchedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(UntouchedTasks.class);
    private static final int BATCH = 500;

    private final ClaimedTasks tasks;
    private final BasvuruRegister register;
    private final Notes notes;
    private final History history;
    private final DeputySettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UntouchedTasks(
            ClaimedTasks tasks,
            BasvuruRegister register,
            Notes notes,
            History history,
            DeputySettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.register = register;
        this.notes = notes;
        this.history = history;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Asked(
            String assignee, Instant askedAt, @Nullable Instant keptAt) {

        /** The last sign that somebody works on it. */
        Instant last() {
            return keptAt == null ? askedAt : keptAt;
        }
    }

    @Scheduled(initialDelayString = "${muhatap.deputy.sweep:10m}", fixedDelayString = "${muhatap.deputy.sweep:10m}")
    void sweep() {
        var now = clock.instant();
        var before = now.minus(settings.askAfter());
        all(
                after -> tasks.ofGone(after, BATCH),
                page -> page.forEach(
                        claimed -> each(claimed, () -> giveBack(claimed, "deputy.untouched-tasks.ayrildi"))));
        all(
                after -> tasks.untouchedSince(before, after, BATCH),
                page -> idle(page, before).forEach(claimed -> each(claimed, () -> look(claimed, now))));
    }

    /** Page after page to the end: what stays as it is hides nothing behind it. */
    private static void all(Function<String, List<Claimed>> pages, Consumer<List<Claimed>> work) {
        var page = pages.apply("");
        while (!page.isEmpty()) {
            work.accept(page);
            page = pages.apply(page.get(page.size() - 1).task().id());
        }
    }

    /** Those whose holder has done nothing else about the application either, such as writing a note. */
    private List<Claimed> idle(List<Claimed> page, Instant before) {
        var acts = history.lastActs(
                page.stream().map(claimed -> claimed.task().number()).toList());
        return page.stream()
                .map(claimed -> acts.stream()
                        .filter(act -> act.number().equals(claimed.task().number())
                                && act.actor().equals(claimed.task().assignee())
                                && act.at().isAfter(claimed.since()))
                        .findFirst()
                        .map(act -> new Claimed(claimed.task(), act.at()))
                        .orElse(claimed))
                .filter(claimed -> claimed.since().isBefore(before))
                .toList();
    }

    /** One that changed meanwhile, is refused or fails keeps no other from being looked at. */
    private void each(Claimed claimed, Runnable work) {
        try {
            transaction.executeWithoutResult(tx -> work.run());
        } catch (RuleViolationException | DuplicateKeyException meanwhile) {
            LOG.debug("Task {} was left as it is: {}", claimed.task().id(), meanwhile.toString());
        } catch (RuntimeException failed) {
            LOG.warn("Task {} was left as it is", claimed.task().id(), failed);
        }
    }

    private void look(Claimed claimed, Instant now) {
        String holder = claimed.task().assignee();
        var asked = asked(claimed.task().id())
                .filter(one -> one.assignee().equals(holder) && !claimed.since().isAfter(one.askedAt()));
        if (asked.isEmpty()) {
            ask(claimed, now);
        } else if (asked.get().keptAt() != null) {
            if (asked.get().last().isBefore(now.minus(settings.askAfter()))) {
                ask(claimed, now);
            }
        } else if (asked.get().askedAt().isBefore(now.minus(settings.giveBackAfter()))) {
            giveBack(claimed, "deputy.untouched-tasks.islem-yok");
        }
    }

    private void ask(Claimed claimed, Instant now) {
        var task = claimed.task();
        jdbc.sql("delete from gorev_sorusu where task = :task")
                .param("task", task.id())
                .update();
        jdbc.sql("insert into gorev_sorusu (task, number, assignee, asked_at) values (:task, :number, :assignee, :now)")
                .param("task", task.id())
                .param("number", task.number())
                .param("assignee", task.assignee())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        notes.addFromProgram(
                task.number(),
                Texts.of(
                        "deputy.untouched-tasks.not",
                        task.step().label(),
                        task.assignee(),
                        Days.written(
                                claimed.since().atZone(OfficeClock.ISTANBUL).toLocalDate()),
                        Days.written(now.plus(settings.giveBackAfter())
                                .atZone(OfficeClock.ISTANBUL)
                                .toLocalDate())));
    }

    private void giveBack(Claimed claimed, String reason) {
        var task = claimed.task();
        register.giveBack(
                task.number(), task.step(), Optional.ofNullable(task.assignee()).orElseThrow(), Texts.of(reason));
        if (!tasks.move(task, null)) {
            throw new RuleViolationException(DeputyRefusal.GOREV_DEGISTI, Texts.of("deputy.ret.gorev-degisti"));
        }
        jdbc.sql("delete from gorev_sorusu where task = :task")
                .param("task", task.id())
                .update();
    }

    private Optional<Asked> asked(String task) {
        return jdbc.sql("select assignee, asked_at, kept_at from gorev_sorusu where task = :task")
                .param("task", task)
                .query((row, index) -> {
                    var kept = row.getObject("kept_at", OffsetDateTime.class);
                    return new Asked(
                            row.getString("assignee"),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            kept == null ? null : kept.toInstant());
                })
                .optional();
    }
}
