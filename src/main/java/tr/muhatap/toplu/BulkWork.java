package tr.muhatap.toplu;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.RankedUnits;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.Task;
import tr.muhatap.basvuru.StaffTasks.TaskKind;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.BasvuruQueries;
import tr.muhatap.dosya.Dosya;
import tr.muhatap.dosya.DosyaService;
import tr.muhatap.dosya.HistoryWords;
import tr.muhatap.dosya.Workplace;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * Bulk operations on tasks, each task in a transaction of its own and by the same code as a single one. The preview
 * executes the operation and rolls it back, so that no rule is implemented twice (ADR 31).
 */
@Component
public class BulkWork {

    /** Maximum number of tasks. */
    public static final int MOST = 100;

    private static final int LONGEST_REASON = 2_000;
    private static final Check.Wording REASON = new Check.Wording(
            "",
            Texts.of("toplu.bulk-work.not-en-cok-karakter-olabilir"),
            Texts.of("toplu.bulk-work.notta-gorunmeyen-karakter-olamaz"));

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(OfficeClock.ISTANBUL);

    /** The available operations. */
    public enum Operation {
        SEVK(Texts.of("toplu.bulk-work.birime-sevk-et"), TaskKind.SEVK, true),
        ONAYLA(Texts.of("toplu.bulk-work.cevabi-onayla"), TaskKind.ONAY, false),
        ATA(Texts.of("toplu.bulk-work.gorevliye-ver"), null, true),
        UYAR(Texts.of("toplu.bulk-work.birimi-uyar"), TaskKind.MUDAHALE, true);

        private final String label;
        private final @Nullable TaskKind step;
        private final boolean reason;

        Operation(String label, @Nullable TaskKind step, boolean reason) {
            this.label = label;
            this.step = step;
            this.reason = reason;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }

        /** Whether a reason is recorded in the history. */
        public boolean takesReason() {
            return reason;
        }

        public boolean isFor(TaskKind task) {
            return step == null || step == task;
        }
    }

    /** State of a row: possible, done, refused by a rule, or no longer open. */
    public enum Verdict {
        OLUR,
        YAPILDI,
        REDDEDILDI,
        KAPALI
    }

    /**
     * A selected task.
     *
     * @param number its application; used only to describe a task that is no longer open
     * @param unit the routing shown in the preview; null before
     */
    public record Chosen(
            String task, String number, @Nullable String unit) {

        private static final String SEPARATOR = "/";

        /** Parses the format of {@link #toString}. */
        static Chosen of(String written) {
            var parts = written.split(SEPARATOR, -1);
            if (parts.length < 2 || parts.length > 3) {
                throw new InvalidInputException(
                        "satir", Texts.of("toplu.bulk-work.secilen-gorev-okunamadi-listeden-yeniden"));
            }
            return new Chosen(parts[0], parts[1], parts.length == 2 || parts[2].isEmpty() ? null : parts[2]);
        }

        @Override
        public String toString() {
            return String.join(SEPARATOR, task, number, unit == null ? "" : unit);
        }
    }

    /**
     * An operation on the selected tasks.
     *
     * @param unit for routing: to this unit; null: to the one proposed for each
     * @param user for assigning: the assignee
     * @param reason blank: none
     */
    public record Order(
            Operation operation,
            List<Chosen> chosen,
            @Nullable String unit,
            @Nullable String user,
            String reason) {}

    /**
     * A task in the list.
     *
     * @param chosen value submitted by the form
     * @param card null if the user may not read the application
     */
    public record Item(
            Chosen chosen,
            String number,
            @Nullable TaskKind step,
            @Nullable String assignee,
            Workplace.@Nullable Card card) {}

    /**
     * A task with its result.
     *
     * @param sentence what will be or was done, or why not
     * @param answer for approval: the approved answer
     */
    public record Row(
            Item item,
            Verdict verdict,
            String sentence,
            @Nullable String detail,
            Dosya.@Nullable AnswerView answer) {}

    /** A page of tasks. */
    public record Page(List<Item> items, int page, boolean more, long total) {}

    private final StaffTasks tasks;
    private final BasvuruRegister register;
    private final BasvuruQueries queries;
    private final BasvuruAccess access;
    private final Workplace workplace;
    private final RankedUnits proposals;
    private final Organization organization;
    private final History history;
    private final HistoryWords words;
    private final PersonalDataLog personalDataLog;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;

    BulkWork(
            StaffTasks tasks,
            BasvuruRegister register,
            BasvuruQueries queries,
            BasvuruAccess access,
            Workplace workplace,
            RankedUnits proposals,
            Organization organization,
            History history,
            HistoryWords words,
            PersonalDataLog personalDataLog,
            CurrentUser currentUser,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.register = register;
        this.queries = queries;
        this.access = access;
        this.workplace = workplace;
        this.proposals = proposals;
        this.organization = organization;
        this.history = history;
        this.words = words;
        this.personalDataLog = personalDataLog;
        this.currentUser = currentUser;
        this.transaction = transaction;
    }

    /** The tasks that the current user may work on, earliest last day first. */
    public Page list(@Nullable TaskKind step, @Nullable Channel channel, @Nullable String unit, int page, int size) {
        var numbers = unit == null ? null : queries.openAt(unit);
        if (numbers != null && numbers.isEmpty()) {
            return new Page(List.of(), page, false, 0);
        }
        var filter = new StaffTasks.Filter(step, channel, numbers);
        long total = tasks.count(filter);
        var found = tasks.list(filter, page * size, size);
        var cards = cards(found.stream().map(Task::number).toList());
        var items = found.stream()
                .map(task -> item(task, new Chosen(task.id(), task.number(), null), cards.get(task.number())))
                .toList();
        return new Page(items, page, (page + 1L) * size < total, total);
    }

    /** Number of tasks by kind that the current user may work on, without empty kinds. */
    public Map<TaskKind, Long> counts() {
        var counts = new LinkedHashMap<TaskKind, Long>();
        for (var step : TaskKind.values()) {
            long count = tasks.count(new StaffTasks.Filter(step, null, null));
            if (count > 0) {
                counts.put(step, count);
            }
        }
        return counts;
    }

    public List<StaffTasks.Colleague> colleagues() {
        return tasks.colleagues();
    }

    /** Whether the current user sees tasks of several units. */
    public boolean seesAllUnits() {
        return access.readsAll();
    }

    /**
     * Parses a submitted order.
     *
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     */
    public Order order(
            @Nullable String operation,
            Collection<String> chosen,
            @Nullable String unit,
            @Nullable String user,
            @Nullable String reason) {
        var check = new Check();
        var known = Arrays.stream(Operation.values())
                .filter(one -> one.name().equals(operation))
                .findFirst()
                .orElse(null);
        check.require(!chosen.isEmpty(), "satir", Texts.of("toplu.bulk-work.en-az-bir-gorev-secin"));
        check.require(chosen.size() <= MOST, "satir", Texts.of("toplu.bulk-work.bir-kerede-en-cok-gorev", MOST));
        check.require(known != null, "islem", Texts.of("toplu.bulk-work.yapilacak-islemi-secin"));
        String to = isBlank(unit) ? null : unit;
        check.require(
                to == null || organization.openUnit(to).isPresent(),
                "hedef",
                Texts.of("toplu.bulk-work.kodlu-bir-birim-yok", to));
        String why = check.optionalText("gerekce", reason, LONGEST_REASON, REASON);
        check.done();
        return new Order(
                Check.given(known),
                chosen.stream().distinct().map(Chosen::of).toList(),
                to,
                isBlank(user) ? null : user,
                why == null ? "" : why);
    }

    /** Executes each row and rolls it back. */
    public List<Row> preview(Order order) {
        return rows(order, true);
    }

    /** Executes the order and returns the result of each row. */
    public List<Row> carryOut(Order order) {
        return rows(order, false);
    }

    private List<Row> rows(Order order, boolean rehearsal) {
        var cards = cards(order.chosen().stream().map(Chosen::number).toList());
        return order.chosen().stream()
                .map(chosen -> row(order, chosen, cards, rehearsal))
                .toList();
    }

    private Row row(Order order, Chosen chosen, Map<String, Workplace.Card> cards, boolean rehearsal) {
        var found = tasks.find(chosen.task());
        if (found.isEmpty()) {
            return closed(chosen, cards.get(chosen.number()));
        }
        var task = found.get();
        var proposal = proposal(order, chosen, task);
        String unit = proposal == null ? null : proposal.unit();
        var item = item(task, new Chosen(task.id(), task.number(), unit), cards.get(task.number()));
        String refusal = attempt(order, task, unit, rehearsal);
        if (refusal == null) {
            return new Row(
                    item,
                    rehearsal ? Verdict.OLUR : Verdict.YAPILDI,
                    sentence(order, task, unit, rehearsal),
                    proposal == null || proposal.reason().isEmpty() ? null : proposal.reason(),
                    rehearsal && order.operation() == Operation.ONAYLA ? answer(task.number()) : null);
        }
        return tasks.find(task.id()).isEmpty()
                ? closed(chosen, cards.get(task.number()))
                : new Row(item, Verdict.REDDEDILDI, refusal, null, null);
    }

    /** Null on success, otherwise the reason; then nothing is changed. */
    private @Nullable String attempt(Order order, Task task, @Nullable String unit, boolean rehearsal) {
        try {
            transaction.executeWithoutResult(tx -> {
                if (rehearsal) {
                    tx.setRollbackOnly();
                }
                act(order, task, unit);
            });
            return null;
        } catch (InvalidInputException faulty) {
            return faulty.errors().stream().map(FieldError::message).collect(Collectors.joining(" "));
        } catch (RuleViolationException | NotFoundException | AccessDeniedException refused) {
            return refused.getMessage();
        } catch (ConcurrencyFailureException meanwhile) {
            return Texts.of("toplu.bulk-work.basvuru-bu-sirada-baska-bir");
        } catch (RuntimeException unexpected) {
            LOG.error("{} of task {} failed", order.operation(), task.id(), unexpected);
            return Texts.of("toplu.bulk-work.beklenmeyen-bir-hata-olustugundan-bu");
        }
    }

    private void act(Order order, Task task, @Nullable String unit) {
        if (!order.operation().isFor(task.step())) {
            throw new RuleViolationException(
                    BulkRefusal.ISLEM_BASKA_ADIM_ICIN,
                    Texts.of(
                            "toplu.ret.islem-baska-adim-icin",
                            task.step().label(),
                            order.operation().label()));
        }
        if (order.operation().takesReason()
                && order.operation() != Operation.ATA
                && !order.reason().isEmpty()) {
            register.noteReason(task.number(), order.reason());
        }
        switch (order.operation()) {
            case SEVK -> {
                if (unit == null) {
                    throw new RuleViolationException(
                            BulkRefusal.ONERILEN_BIRIM_YOK, Texts.of("toplu.ret.onerilen-birim-yok"));
                }
                tasks.route(task, unit);
            }
            case ONAYLA -> tasks.approve(task);
            case UYAR -> tasks.urge(task);
            case ATA -> assign(task, assignee(order), order.reason());
        }
    }

    /** Assigning an unassigned task to oneself is a claim; everything else is recorded in the history. */
    private void assign(Task task, String user, String reason) {
        String from = task.assignee();
        tasks.assign(task, user);
        if (from != null || !user.equals(currentUser.name())) {
            register.handOver(task.number(), task.step(), from, user, reason.isEmpty() ? null : reason);
        }
    }

    private String assignee(Order order) {
        String user = order.user();
        return user == null ? currentUser.name() : user;
    }

    private String sentence(Order order, Task task, @Nullable String unit, boolean rehearsal) {
        String unitName = unit == null ? "" : unitName(unit);
        return switch (order.operation()) {
            case SEVK ->
                (rehearsal
                                ? Texts.of("toplu.bulk-work.sevk-edilecek-birim") + " "
                                : Texts.of("toplu.bulk-work.sevk-edildi") + " ")
                        + unitName;
            case ONAYLA -> rehearsal ? Texts.of("toplu.bulk-work.onayla") : Texts.of("toplu.bulk-work.onayla-2");
            case UYAR -> rehearsal ? Texts.of("toplu.bulk-work.uyar") : Texts.of("toplu.bulk-work.uyar-2");
            case ATA -> {
                String from = task.assignee();
                yield (rehearsal ? Texts.of("toplu.bulk-work.ata") + " " : "Verildi: ")
                        + assignee(order)
                        + (from == null ? "" : Texts.of("toplu.bulk-work.ata-2", from));
            }
        };
    }

    /** A proposed unit, and why. */
    private record Proposed(String unit, String reason) {}

    /** The unit shown in the preview is kept, even if another table was published since. */
    private @Nullable Proposed proposal(Order order, Chosen chosen, Task task) {
        if (order.operation() != Operation.SEVK) {
            return null;
        }
        String unit = chosen.unit() == null ? order.unit() : chosen.unit();
        if (unit != null) {
            return new Proposed(unit, "");
        }
        return proposals
                .best(register.get(task.number()))
                .map(best -> new Proposed(best.unit(), best.reason()))
                .orElse(null);
    }

    /** Describes a closed task, unless the user may not read its application. */
    private Row closed(Chosen chosen, Workplace.@Nullable Card card) {
        var item = new Item(chosen, card == null ? "" : card.number(), null, null, card);
        String sentence = card == null
                ? Texts.of("toplu.bulk-work.boyle-bir-gorev-yok-veya")
                : Texts.of("toplu.bulk-work.bu-gorev-artik-acik-degil", lastOf(card.number()));
        return new Row(item, Verdict.KAPALI, sentence, null, null);
    }

    /** The latest action of a person, ignoring notifications that followed from it. */
    private String lastOf(String number) {
        var past = history.of(number);
        return past.stream()
                .filter(entry -> !entry.actor().equals(CurrentUser.SYSTEM)
                        && !(entry.event() instanceof BasvuruEvent.MesajIletildi))
                .reduce((earlier, later) -> later)
                .map(entry -> words.label(entry) + ", " + entry.who() + ", " + TIME.format(entry.at()))
                .orElse("");
    }

    private Dosya.@Nullable AnswerView answer(String number) {
        personalDataLog.viewed(number, "toplu-islem");
        return DosyaService.answer(register.get(number).answer());
    }

    private static Item item(Task task, Chosen chosen, Workplace.@Nullable Card card) {
        return new Item(chosen, task.number(), task.step(), task.assignee(), card);
    }

    private Map<String, Workplace.Card> cards(Collection<String> numbers) {
        return workplace.cards(numbers).stream().collect(Collectors.toMap(Workplace.Card::number, Function.identity()));
    }

    private String unitName(String code) {
        return organization.unit(code).map(unit -> unit.name()).orElse(code);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
