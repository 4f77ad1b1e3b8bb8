package tr.muhatap.organization;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.organization.OrganizationChange.Kind;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * Units and topics as the office keeps them, held in memory, with their changes. The list that the program came with is taken
 * in at each start: what is new in it is added, what the office changed stays as it is.
 *
 * <p>Who changes it sees the change at once within the transaction, everyone else on this node as soon as it is committed. Other
 * nodes see it at most {@link #STALENESS} later: so often, and only when asked, each compares one number with the database.
 */
@Service
public class OrganizationTable {

    static final Duration STALENESS = Duration.ofSeconds(2);

    /** Code points of a name. */
    public static final int LONGEST_NAME = 100;

    /** Code points of all further words of a topic. */
    public static final int LONGEST_WORDS = 500;

    /** A group's id is this with a beginning of its own, and the engine takes 64 characters. */
    private static final int LONGEST_CODE = 50;

    private static final Pattern NO_CODE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final String SYSTEM = "sistem";

    private static final String NAME = "ad";
    private static final String UNIT = "birim";
    private static final String WORDS = "kelimeler";
    private static final String SUCCESSOR = "devralan";

    private final OrganizationStore store;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final LongSupplier nanoTime;
    private volatile @Nullable Loaded current;

    /** What was read, under which version, and when that version was last seen to stand. */
    private record Loaded(Catalogue catalogue, long version, long checkedAt) {}

    @Autowired
    OrganizationTable(
            OrganizationStore store, ApplicationEventPublisher events, PlatformTransactionManager transactionManager) {
        // Real time, not the program's clock: the demonstration sets that one back as well
        this(store, events, new TransactionTemplate(transactionManager), System::nanoTime, new ShippedList());
    }

    OrganizationTable(
            OrganizationStore store,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            LongSupplier nanoTime,
            ShippedList shipped) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.nanoTime = nanoTime;
        takeIn(shipped);
    }

    /** @throws InvalidInputException if there is an open unit of that name */
    public Unit addUnit(@Nullable String name, String who) {
        return change(catalogue -> {
            String checked = unitName(catalogue, name, unit -> true);
            var unit = new Unit(code(checked, code -> catalogue.unit(code).isPresent()), checked);
            store.insert(unit, null);
            store.record(who, false, unit.code(), Kind.EKLENDI, null, unit.name());
            events.publishEvent(new UnitChanged(unit));
            return unit;
        });
    }

    public void renameUnit(String code, @Nullable String name, String who) {
        change(catalogue -> {
            var known = unit(catalogue, code);
            String checked = unitName(catalogue, name, unit -> !unit.code().equals(code));
            if (!checked.equals(known.name())) {
                store.update(new UnitEntry(code, checked, known.closed(), known.successor()));
                store.record(who, false, code, Kind.AD, known.name(), checked);
                if (!known.closed()) {
                    events.publishEvent(new UnitChanged(new Unit(code, checked)));
                }
            }
            return known;
        });
    }

    /**
     * Closes a unit. What is open goes to the successor, its topics too; of a unit that was closed before, what has become open
     * there since.
     *
     * @param successor null: none takes over; then no topic may be open
     */
    public void closeUnit(String code, @Nullable String successor, String who) {
        change(catalogue -> {
            var known = unit(catalogue, code);
            var next = successor == null || successor.isBlank() ? null : successor;
            var check = new Check();
            check.require(
                    next == null
                            || (!next.equals(code)
                                    && catalogue
                                            .unit(next)
                                            .filter(unit -> !unit.closed())
                                            .isPresent()),
                    SUCCESSOR,
                    Texts.of("organization.devralan-acik-olmali"));
            var topics = openTopics(catalogue, code);
            check.require(
                    next != null || topics.isEmpty(),
                    SUCCESSOR,
                    Texts.of("organization.acik-konusu-var", topics.size()));
            check.done();
            if (next != null) {
                String name = unit(catalogue, next).name();
                topics.forEach(topic -> move(topic, known.name(), next, name, who));
            }
            store.update(new UnitEntry(code, known.name(), true, next));
            store.record(
                    who,
                    false,
                    code,
                    Kind.KAPATILDI,
                    null,
                    next == null ? null : unit(catalogue, next).name());
            events.publishEvent(new UnitClosed(code, next));
            return known;
        });
    }

    public void reopenUnit(String code, String who) {
        change(catalogue -> {
            var known = unit(catalogue, code);
            unitName(catalogue, known.name(), unit -> !unit.code().equals(code));
            if (known.closed()) {
                store.update(new UnitEntry(code, known.name(), false, null));
                store.record(who, false, code, Kind.ACILDI, null, null);
                events.publishEvent(new UnitChanged(known.unit()));
            }
            return known;
        });
    }

    public Topic addTopic(@Nullable String name, @Nullable String unit, @Nullable String words, String who) {
        return change(catalogue -> {
            var entry = topic(catalogue, null, name, unit, words);
            store.insert(entry.topic(), entry.words(), null);
            store.record(who, true, entry.code(), Kind.EKLENDI, null, entry.name());
            return entry.topic();
        });
    }

    /** Its name, unit and further words. */
    public void changeTopic(
            String code, @Nullable String name, @Nullable String unit, @Nullable String words, String who) {
        change(catalogue -> {
            var known = topic(catalogue, code);
            var changed = topic(catalogue, known, name, unit, words);
            if (!changed.equals(known)) {
                store.update(changed);
                record(who, code, Kind.AD, known.name(), changed.name());
                record(
                        who,
                        code,
                        Kind.BIRIM,
                        unit(catalogue, known.unit()).name(),
                        unit(catalogue, changed.unit()).name());
                record(who, code, Kind.KELIMELER, known.words(), changed.words());
            }
            return known;
        });
    }

    public void closeTopic(String code, boolean closed, String who) {
        change(catalogue -> {
            var known = topic(catalogue, code);
            if (known.closed() != closed) {
                var changed = new TopicEntry(code, known.name(), known.unit(), known.words(), closed, known.own());
                if (!closed) {
                    topic(catalogue, known, known.name(), known.unit(), known.words());
                }
                store.update(changed);
                store.record(who, true, code, closed ? Kind.KAPATILDI : Kind.ACILDI, null, null);
            }
            return known;
        });
    }

    /** All or none of several changes. */
    public void together(Runnable changes) {
        change(catalogue -> {
            changes.run();
            return catalogue;
        });
    }

    /** A unit's history, or a topic's, the newest first. */
    public List<OrganizationChange> changes(String code, boolean ofTopic) {
        return store.changes(code, ofTopic);
    }

    /** By what stands in the database, whatever is held in memory. */
    boolean holdOpen(String unit) {
        return store.holdOpen(unit);
    }

    Catalogue catalogue() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Catalogue mine) {
            return mine;
        }
        var known = current;
        long now = nanoTime.getAsLong();
        if (known != null && now - known.checkedAt() < STALENESS.toNanos()) {
            return known.catalogue();
        }
        // The version first: a change that comes in between is then noticed at the next check instead of missed
        long version = store.version();
        var fresh = new Loaded(known != null && known.version() == version ? known.catalogue() : load(), version, now);
        current = fresh;
        return fresh.catalogue();
    }

    private Catalogue load() {
        return new Catalogue(
                store.units().stream().map(OrganizationStore.UnitRow::entry).toList(),
                store.topics().stream().map(OrganizationStore.TopicRow::entry).toList());
    }

    /** A change by what stands in the database once every other change is through. */
    private interface Change<T> {
        T on(Catalogue catalogue);
    }

    private <T> T change(Change<T> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            store.raiseVersion();
            var result = change.on(load());
            showWithinThisTransaction();
            return result;
        }));
    }

    /** Nobody else may see the new list before it is committed, and nobody at all when it is rolled back. */
    private void showWithinThisTransaction() {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(OrganizationTable.this);
                    current = null;
                }
            });
        }
        TransactionSynchronizationManager.bindResource(this, load());
    }

    private void move(TopicEntry topic, String fromName, String unit, String name, String who) {
        store.update(new TopicEntry(topic.code(), topic.name(), unit, topic.words(), topic.closed(), true));
        store.record(who, true, topic.code(), Kind.BIRIM, fromName, name);
    }

    private void record(String who, String code, Kind kind, String before, String after) {
        if (!before.equals(after)) {
            store.record(who, true, code, kind, before, after);
        }
    }

    private static List<TopicEntry> openTopics(Catalogue catalogue, String unit) {
        return catalogue.topics().stream()
                .filter(topic -> !topic.closed() && topic.unit().equals(unit))
                .toList();
    }

    private static UnitEntry unit(Catalogue catalogue, String code) {
        return catalogue.unit(code).orElseThrow(() -> new NotFoundException(Texts.of("organization.birim-yok")));
    }

    private static TopicEntry topic(Catalogue catalogue, String code) {
        return catalogue.topic(code).orElseThrow(() -> new NotFoundException(Texts.of("organization.konu-yok")));
    }

    /** @param others which open units may not have the same name */
    private static String unitName(Catalogue catalogue, @Nullable String typed, Predicate<UnitEntry> others) {
        var check = new Check();
        String name = check.line(NAME, typed, LONGEST_NAME);
        requireCode(check, name);
        check.require(
                name == null
                        || catalogue.units().stream()
                                .filter(unit -> !unit.closed())
                                .filter(others)
                                .noneMatch(unit -> isSame(unit.name(), name)),
                NAME,
                Texts.of("organization.birim-adi-var"));
        check.done();
        return Check.given(name);
    }

    /** @param known null for a new one */
    private static TopicEntry topic(
            Catalogue catalogue,
            @Nullable TopicEntry known,
            @Nullable String typedName,
            @Nullable String typedUnit,
            @Nullable String typedWords) {
        var check = new Check();
        String name = check.line(NAME, typedName, LONGEST_NAME);
        requireCode(check, name);
        String words = check.optionalLine(WORDS, typedWords, LONGEST_WORDS);
        var unit = Optional.ofNullable(typedUnit).flatMap(catalogue::unit).filter(found -> !found.closed());
        check.require(unit.isPresent(), UNIT, Texts.of("organization.birim-secin"));
        check.require(
                name == null
                        || catalogue.topics().stream()
                                .filter(topic -> !topic.closed())
                                .filter(topic -> known == null || !topic.code().equals(known.code()))
                                .noneMatch(topic -> isSame(topic.name(), name)),
                NAME,
                Texts.of("organization.konu-adi-var"));
        check.done();
        String checked = Check.given(name);
        String code =
                known == null ? code(checked, taken -> catalogue.topic(taken).isPresent()) : known.code();
        String unitCode = unit.orElseThrow().code();
        return new TopicEntry(
                code,
                checked,
                unitCode,
                words == null ? "" : words,
                false,
                known == null || known.own() || !known.unit().equals(unitCode));
    }

    private static boolean isSame(String one, String other) {
        return TurkishText.folded(one).equals(TurkishText.folded(other));
    }

    /** A name without a letter or digit has no code. */
    private static void requireCode(Check check, @Nullable String name) {
        check.require(name == null || !plainCode(name).isEmpty(), NAME, Texts.of("organization.adda-harf-olmali"));
    }

    private static String plainCode(String name) {
        String code = ENDS.matcher(NO_CODE.matcher(TurkishText.folded(name)).replaceAll("-"))
                .replaceAll("");
        return code.length() <= LONGEST_CODE
                ? code
                : ENDS.matcher(code.substring(0, LONGEST_CODE)).replaceAll("");
    }

    /** Made of the name once, and kept whatever it is called later. */
    private static String code(String name, Predicate<String> taken) {
        String code = plainCode(name);
        return Stream.concat(
                        Stream.of(code), Stream.iterate(2, number -> number + 1).map(number -> cut(code, "-" + number)))
                .filter(free -> !taken.test(free))
                .findFirst()
                .orElseThrow();
    }

    private static String cut(String code, String end) {
        return code.substring(0, Math.min(code.length(), LONGEST_CODE - end.length())) + end;
    }

    /** Takes in the list that the program came with; one node at a time. */
    private void takeIn(ShippedList shipped) {
        transactions.executeWithoutResult(status -> {
            if (isTakenIn(shipped)) {
                return;
            }
            store.raiseVersion();
            var units = store.units();
            for (var unit : shipped.units()) {
                var known = units.stream()
                        .filter(row -> row.entry().code().equals(unit.code()))
                        .findFirst();
                if (known.isEmpty()) {
                    store.insert(unit, unit.name());
                } else {
                    take(unit, known.get());
                }
            }
            var topics = store.topics();
            for (var topic : shipped.topics()) {
                var known = topics.stream()
                        .filter(row -> row.entry().code().equals(topic.code()))
                        .findFirst();
                if (known.isEmpty()) {
                    store.insert(topic, "", topic);
                } else {
                    take(topic, known.get());
                }
            }
            current = null;
        });
    }

    /** A name that the office changed stays. */
    private void take(Unit unit, OrganizationStore.UnitRow known) {
        var entry = known.entry();
        if (entry.name().equals(known.shippedName()) && !entry.name().equals(unit.name())) {
            store.update(new UnitEntry(entry.code(), unit.name(), entry.closed(), entry.successor()));
            store.record(SYSTEM, false, unit.code(), Kind.AD, entry.name(), unit.name());
        }
        store.shipped(unit);
    }

    private void take(Topic topic, OrganizationStore.TopicRow known) {
        var entry = known.entry();
        boolean nameIsOffices = !entry.name().equals(known.shippedName());
        boolean unitIsOffices = !entry.unit().equals(known.shippedUnit());
        store.update(new TopicEntry(
                entry.code(),
                nameIsOffices ? entry.name() : topic.name(),
                unitIsOffices ? entry.unit() : topic.unit(),
                entry.words(),
                entry.closed(),
                entry.own()));
        store.shipped(topic);
    }

    private boolean isTakenIn(ShippedList shipped) {
        var units = store.units();
        var topics = store.topics();
        return shipped.units().stream()
                        .allMatch(unit -> units.stream()
                                .anyMatch(row -> row.entry().code().equals(unit.code())
                                        && unit.name().equals(row.shippedName())))
                && shipped.topics().stream()
                        .allMatch(topic -> topics.stream()
                                .anyMatch(row -> row.entry().code().equals(topic.code())
                                        && topic.name().equals(row.shippedName())
                                        && topic.unit().equals(row.shippedUnit())));
    }
}
