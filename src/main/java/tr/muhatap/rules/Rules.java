package tr.muhatap.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.Derivation;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * Maintenance of the decision tables. Each process owner has a draft, which has no effect until it is published;
 * published versions are kept forever, with their reason.
 */
@Service
public class Rules {

    /** Field of a row's form with its position. */
    public static final String PLACE = "sira";

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
    private static final int LONGEST_REASON = 1_000;
    private static final Check.Wording REASON = new Check.Wording(
            Texts.of("rules.rules.gerekce-yazin-surumle-birlikte-saklanir"),
            Texts.of("rules.rules.gerekce-en-cok-karakter-olabilir"),
            Texts.of("rules.rules.gerekcede-gorunmeyen-karakter-sekme-vb"));

    private final DecisionTables tables;
    private final RuleStore store;
    private final RuleChecks checks;
    private final RowChanges changes;
    private final WorkingDays workingDays;
    private final CurrentUser currentUser;
    private final Clock clock;

    Rules(
            DecisionTables tables,
            RuleStore store,
            RuleChecks checks,
            RowChanges changes,
            WorkingDays workingDays,
            CurrentUser currentUser,
            Clock clock) {
        this.tables = tables;
        this.store = store;
        this.checks = checks;
        this.changes = changes;
        this.workingDays = workingDays;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A version and its origin.
     *
     * @param by who published it; null for the shipped version
     * @param changes one line for each row that differs from the previous version
     */
    public record Version(
            int number,
            Instant since,
            @Nullable String by,
            @Nullable String reason,
            List<String> changes) {}

    /**
     * State of a table.
     *
     * @param versions all, newest first, which is in force
     * @param shippedChanged whether the shipped table has changed since the office published its own
     * @param drafts current drafts with their owners
     */
    public record Standing(RuleTable table, List<Version> versions, boolean shippedChanged, List<RuleDraft> drafts) {

        public Version inForce() {
            return versions.get(0);
        }

        public Optional<RuleDraft> draftOf(String person) {
            return drafts.stream().filter(draft -> draft.by().equals(person)).findFirst();
        }
    }

    /**
     * A draft with its faults.
     *
     * @param faults by row index, under -1 for the table as a whole: they prevent publication
     * @param warnings as {@code faults}, but without preventing publication
     * @param changes one line for each row that differs from the version in force
     * @param changed indices of the rows that differ
     * @param outdated whether another version was published since it was created
     */
    public record Prepared(
            RuleDraft draft,
            Map<Integer, List<String>> faults,
            Map<Integer, List<String>> warnings,
            List<String> changes,
            Set<Integer> changed,
            boolean outdated) {}

    /**
     * Result for an example.
     *
     * @param place index of the matching row
     * @param derivation the limit, for the table of limits
     */
    public record Decided(int place, RuleRow row, @Nullable Derivation derivation) {}

    public Standing standing(RuleTable table) {
        var publications = store.publications(table).stream()
                .collect(Collectors.toMap(RuleStore.Publication::version, each -> each, (one, other) -> one));
        var versions = tables.versions(table).stream()
                .map(version -> {
                    var published = publications.get(version.version());
                    return published == null
                            ? new Version(version.version(), version.since(), null, null, List.of())
                            : new Version(
                                    version.version(),
                                    published.at(),
                                    published.by(),
                                    published.reason(),
                                    published.changes());
                })
                .toList();
        var inForce = publications.get(versions.get(0).number());
        boolean shippedChanged = inForce != null && !inForce.shippedDigest().equals(tables.shippedDigest(table));
        return new Standing(table, versions, shippedChanged, store.drafts(table));
    }

    /** The rows of a version; empty if they are not plain values and so cannot be displayed. */
    public Optional<List<RuleRow>> rows(RuleTable table, int version) {
        if (tables.versions(table).stream().noneMatch(each -> each.version() == version)) {
            throw new NotFoundException(Texts.of("rules.rules.bu-tablonun-boyle-bir-surumu"));
        }
        return tables.rows(table, version);
    }

    /** Logs at startup whether shipped tables differ. */
    @EventListener(ApplicationReadyEvent.class)
    void tellOfShippedTables() {
        for (var table : RuleTable.values()) {
            if (standing(table).shippedChanged()) {
                LOG.warn(
                        "The program came with another table {}; the one that the office published stays in force",
                        table.key());
            }
        }
    }

    /** Creates a draft from the version in force; keeps an existing draft. */
    public void begin(RuleTable table) {
        begin(table, rowsInForce(table), false);
    }

    /** Creates a draft from the shipped rows, replacing an existing draft. */
    public void beginFromShipped(RuleTable table) {
        begin(table, tables.shippedRows(table), true);
    }

    private void begin(RuleTable table, List<RuleRow> rows, boolean replace) {
        requireOwner();
        String by = currentUser.name();
        if (replace) {
            store.delete(table, by);
        }
        if (store.draft(table, by).isEmpty()) {
            try {
                store.add(new RuleDraft(table, by, inForce(table), 1, rows, clock.instant()));
            } catch (DuplicateKeyException begunMeanwhile) {
                LOG.debug("The draft was begun twice at once", begunMeanwhile);
            }
        }
    }

    /** The current user's draft. */
    public Prepared prepared(RuleTable table) {
        requireOwner();
        var draft = ownDraft(table);
        var differences = changes.between(table, rowsInForce(table), draft.rows());
        return new Prepared(
                draft,
                byRow(checks.problems(table, draft.rows())),
                byRow(checks.warnings(table, draft.rows())),
                differences.lines(),
                differences.rows(),
                draft.baseVersion() != inForce(table));
    }

    private static Map<Integer, List<String>> byRow(List<RuleChecks.Problem> problems) {
        var byRow = new LinkedHashMap<Integer, List<String>>();
        for (var problem : problems) {
            Integer row = problem.row();
            byRow.computeIfAbsent(row == null ? -1 : row, place -> new ArrayList<>())
                    .add(problem.message());
        }
        return byRow;
    }

    /**
     * Adds or replaces a row of the draft.
     *
     * @param place index of the replaced row; null: a new row
     * @param typed cells by column; under {@link #PLACE} the new position from 1, if the order of rows matters;
     *     empty: unchanged, or at the end
     * @return the row's index
     * @throws InvalidInputException naming every faulty cell; nothing is stored
     */
    public int put(RuleTable table, int revision, @Nullable Integer place, Map<String, String> typed) {
        var draft = ownDraft(table, revision);
        var row = RuleRow.of(table, cells(table, typed));
        var faults = checks.faults(table, row);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults.entrySet().stream()
                    .map(fault -> new FieldError(fault.getKey(), fault.getValue()))
                    .toList());
        }
        var rows = new ArrayList<>(draft.rows());
        if (place == null) {
            if (rows.size() >= RuleChecks.MOST_ROWS) {
                throw new RuleViolationException(
                        RulesRefusal.TABLO_SATIR_SINIRI,
                        Texts.of("rules.ret.tablo-satir-siniri", RuleChecks.MOST_ROWS));
            }
        } else {
            rows.remove(existing(rows, place));
        }
        String wanted = typed.getOrDefault(PLACE, "").strip();
        int stood = place == null ? rows.size() : place;
        int now = table.isOrdered() && !wanted.isEmpty() ? placeFrom1(wanted, rows.size() + 1) : stood;
        rows.add(now, row);
        change(draft, rows, draft.baseVersion());
        return now;
    }

    private static int placeFrom1(String wanted, int last) {
        if (!wanted.matches("[0-9]{1,3}") || Integer.parseInt(wanted) < 1 || Integer.parseInt(wanted) > last) {
            throw new InvalidInputException(PLACE, Texts.of("rules.rules.1-ile-arasinda-bir-sira", last));
        }
        return Integer.parseInt(wanted) - 1;
    }

    private static Map<String, String> cells(RuleTable table, Map<String, String> typed) {
        var cells = new HashMap<String, String>();
        for (var column : table.columns()) {
            String given = PlainText.stripped(typed.getOrDefault(column.name(), ""));
            cells.put(
                    column.name(),
                    column.type() == Column.Type.PAPERS ? Papers.cell(given).orElse(given) : given);
        }
        return cells;
    }

    public void remove(RuleTable table, int revision, int place) {
        var draft = ownDraft(table, revision);
        var rows = new ArrayList<>(draft.rows());
        rows.remove(existing(rows, place));
        change(draft, rows, draft.baseVersion());
    }

    /** Moves a row by one position; does nothing at the end of the table. */
    public void move(RuleTable table, int revision, int place, boolean up) {
        var draft = ownDraft(table, revision);
        var rows = new ArrayList<>(draft.rows());
        int from = existing(rows, place);
        int to = up ? from - 1 : from + 1;
        if (to >= 0 && to < rows.size()) {
            rows.add(to, rows.remove(from));
            change(draft, rows, draft.baseVersion());
        }
    }

    private static int existing(List<RuleRow> rows, int place) {
        if (place < 0 || place >= rows.size()) {
            throw new NotFoundException(Texts.of("rules.rules.taslakta-boyle-bir-satir-yok"));
        }
        return place;
    }

    public void discard(RuleTable table) {
        requireOwner();
        store.delete(table, currentUser.name());
    }

    /** Rebases the draft onto a version published meanwhile, with which it is then compared. */
    public void rebase(RuleTable table, int revision) {
        var draft = ownDraft(table, revision);
        change(draft, draft.rows(), inForce(table));
    }

    private void change(RuleDraft draft, List<RuleRow> rows, int baseVersion) {
        boolean stored = store.replace(new RuleDraft(
                draft.table(), draft.by(), baseVersion, draft.revision() + 1, List.copyOf(rows), clock.instant()));
        if (!stored) {
            throw changedMeanwhile();
        }
    }

    /**
     * Publishes the draft as the latest version. It applies to future registrations; limits already set do not change.
     *
     * @return the version's number
     * @throws InvalidInputException if the reason is missing
     * @throws RuleViolationException if the table is faulty or unchanged, or another version was published
     *     meanwhile
     */
    @Transactional
    public int publish(RuleTable table, int revision, String reason) {
        requireOwner();
        String why = checkedReason(reason);
        store.lock();
        var draft = ownDraft(table, revision);
        int inForce = inForce(table);
        if (draft.baseVersion() != inForce) {
            throw new RuleViolationException(
                    RulesRefusal.TABLO_BU_ARADA_YAYIMLANDI,
                    Texts.of("rules.ret.tablo-bu-arada-yayimlandi", draft.baseVersion(), inForce));
        }
        if (!checks.problems(table, draft.rows()).isEmpty()) {
            throw new RuleViolationException(RulesRefusal.TASLAKTA_HATA_VAR, Texts.of("rules.ret.taslakta-hata-var"));
        }
        var differences = changes.between(table, rowsInForce(table), draft.rows());
        if (differences.isEmpty()) {
            throw new RuleViolationException(RulesRefusal.TASLAK_AYNI, Texts.of("rules.ret.taslak-ayni"));
        }
        int version = tables.publish(table, draft.rows());
        store.add(
                table,
                new RuleStore.Publication(
                        version,
                        inForce,
                        why,
                        differences.lines(),
                        tables.shippedDigest(table),
                        currentUser.name(),
                        clock.instant()));
        store.delete(table, draft.by());
        LOG.info("{} published version {} of {}", draft.by(), version, table.key());
        return version;
    }

    private static String checkedReason(String reason) {
        var check = new Check();
        String why = check.text("gerekce", reason, LONGEST_REASON, REASON);
        check.done();
        return Check.given(why);
    }

    /**
     * Evaluates an example of {@code hizmet-standartlari}; empty if no row matches or the table is incomplete.
     *
     * @throws tr.muhatap.calendar.OutsideHolidayTableException if the limit would end beyond the holiday table
     */
    public Optional<Decided> tryLimit(List<RuleRow> rows, Channel channel, LocalDate receivedOn, boolean extended) {
        if (!checks.problems(RuleTable.HIZMET_STANDARTLARI, rows).isEmpty()) {
            return Optional.empty();
        }
        return tables.deciding(
                        RuleTable.HIZMET_STANDARTLARI, rows, Map.of("kanal", channel.name(), "uzatilmis", extended))
                .map(place -> new Decided(
                        place,
                        rows.get(place),
                        new Deadlines(new RowStandards(rows), workingDays).derive(channel, receivedOn, extended)));
    }

    /** Evaluates an example of {@code birim-yonlendirme}; empty if no row matches. */
    public Optional<Decided> tryUnit(List<RuleRow> rows, String topic, String kind, String text) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("konu", topic.isEmpty() ? null : topic);
        inputs.put("tur", kind.isEmpty() ? null : kind);
        inputs.put("metin", TurkishText.words(text));
        return tables.deciding(RuleTable.BIRIM_YONLENDIRME, rows, inputs)
                .map(place -> new Decided(place, rows.get(place), null));
    }

    /** The unit table in force, for matching many applications; empty if its rows are not plain values. */
    public Optional<UnitRules> unitRules() {
        return tables.rows(RuleTable.BIRIM_YONLENDIRME, inForce(RuleTable.BIRIM_YONLENDIRME))
                .map(UnitRules::of);
    }

    /** Whether the office published the table in force; otherwise it is the shipped one. */
    public boolean isPublished(RuleTable table) {
        int inForce = inForce(table);
        return store.publications(table).stream().anyMatch(publication -> publication.version() == inForce);
    }

    /** The rows in force. */
    List<RuleRow> rowsInForce(RuleTable table) {
        return tables.rows(table, inForce(table))
                .orElseThrow(() -> new RuleViolationException(
                        RulesRefusal.TABLO_YALIN_DEGIL, Texts.of("rules.ret.tablo-yalin-degil")));
    }

    private int inForce(RuleTable table) {
        return tables.versions(table).get(0).version();
    }

    private RuleDraft ownDraft(RuleTable table) {
        return store.draft(table, currentUser.name())
                .orElseThrow(() -> new NotFoundException(Texts.of("rules.rules.bu-tablo-icin-bir-taslaginiz")));
    }

    private RuleDraft ownDraft(RuleTable table, int revision) {
        requireOwner();
        var draft = ownDraft(table);
        if (draft.revision() != revision) {
            throw changedMeanwhile();
        }
        return draft;
    }

    private static RuleViolationException changedMeanwhile() {
        return new RuleViolationException(
                RulesRefusal.KURAL_TASLAGI_DEGISTI, Texts.of("rules.ret.kural-taslagi-degisti"));
    }

    private void requireOwner() {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("rules.rules.karar-tablolarini-surec-sahibi-degistirir"));
        }
    }
}
