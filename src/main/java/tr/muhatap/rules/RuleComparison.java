package tr.muhatap.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.dosya.RegisteredCases;
import tr.muhatap.dosya.RegisteredCases.LimitCase;
import tr.muhatap.dosya.RegisteredCases.UnitCase;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/**
 * Compares a draft with the table in force, over all applications registered recently. Applications are grouped by the
 * table's inputs, and each group is evaluated once; texts are read only if word rows make a difference.
 */
@Service
public class RuleComparison {

    /** Number of days compared. */
    public static final int DAYS = 30;

    /** Maximum number of applications listed. */
    public static final int MOST_EXAMPLES = 50;

    /** Maximum number of texts read, newest first. */
    public static final int MOST_TEXTS = 20_000;

    private static final int PAGE = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final RegisteredCases cases;
    private final Rules rules;
    private final WorkingDays workingDays;
    private final Organization organization;
    private final Clock clock;

    RuleComparison(
            RegisteredCases cases, Rules rules, WorkingDays workingDays, Organization organization, Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.workingDays = workingDays;
        this.organization = organization;
        this.clock = clock;
    }

    /** A group of applications with a different result. */
    public record Difference(String what, String before, String after, long count) {}

    /** One of these applications. */
    public record Example(String number, String before, String after) {}

    /**
     * @param registered number of compared applications
     * @param changed those with a different result
     * @param examples the newest of those
     * @param cut whether more texts than {@link #MOST_TEXTS} would have to be read
     */
    public record Result(
            long registered, long changed, List<Difference> differences, List<Example> examples, boolean cut) {}

    /** Compares the current user's draft with the version in force. */
    public Result ofDraft(RuleTable table) {
        var draft = rules.prepared(table).draft().rows();
        return between(table, rules.rowsInForce(table), draft);
    }

    Result between(RuleTable table, List<RuleRow> before, List<RuleRow> after) {
        var since = clock.instant().minus(Duration.ofDays(DAYS));
        return switch (table) {
            case HIZMET_STANDARTLARI -> limits(since, before, after);
            case BIRIM_YONLENDIRME -> new UnitComparison(since, before, after).result();
        };
    }

    // Limits

    private record Pair(Deadline before, Deadline after) {

        boolean differs() {
            return before.limit() != after.limit()
                    || before.unit() != after.unit()
                    || !before.lastDay().equals(after.lastDay());
        }
    }

    private Result limits(Instant since, List<RuleRow> before, List<RuleRow> after) {
        var older = new Deadlines(new RowStandards(before), workingDays);
        var newer = new Deadlines(new RowStandards(after), workingDays);
        var decided = new HashMap<LimitCase, Pair>();
        var differences = new LinkedHashMap<List<String>, Long>();
        long registered = 0;
        long changed = 0;
        for (var group : cases.limits(since)) {
            registered += group.getValue();
            var pair = new Pair(limit(older, group.getKey()), limit(newer, group.getKey()));
            decided.put(group.getKey(), pair);
            if (pair.differs()) {
                changed += group.getValue();
                differences.merge(
                        List.of(group.getKey().channel().label(), length(pair.before()), length(pair.after())),
                        group.getValue(),
                        Long::sum);
            }
        }
        var channels = decided.entrySet().stream()
                .filter(each -> each.getValue().differs())
                .map(each -> each.getKey().channel().name())
                .collect(Collectors.toSet());
        return new Result(
                registered, changed, differences(differences), limitExamples(since, channels, decided), false);
    }

    private List<Example> limitExamples(Instant since, Set<String> channels, Map<LimitCase, Pair> decided) {
        if (channels.isEmpty()) {
            return List.of();
        }
        return cases.limitExamples(since, channels, 5 * PAGE).stream()
                .flatMap(each -> Optional.ofNullable(decided.get(each.getValue()))
                        .filter(Pair::differs)
                        .map(pair -> new Example(each.getKey(), inWords(pair.before()), inWords(pair.after())))
                        .stream())
                .limit(MOST_EXAMPLES)
                .toList();
    }

    private static Deadline limit(Deadlines deadlines, LimitCase of) {
        return deadlines
                .limits(of.channel(), of.asksForInformation(), of.counting())
                .governing();
    }

    private static String length(Deadline deadline) {
        return deadline.limit() + " " + deadline.unit().label();
    }

    private static String inWords(Deadline deadline) {
        return Texts.of("rules.rule-comparison.son-cevap-tarihi", length(deadline), DAY.format(deadline.lastDay()));
    }

    private static List<Difference> differences(Map<List<String>, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new Difference(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getKey().get(2),
                        each.getValue()))
                .sorted(Comparator.comparingLong(Difference::count).reversed())
                .toList();
    }

    // Units

    private final class UnitComparison {

        private final Instant since;
        private final List<RoutingRow> before;
        private final List<RoutingRow> after;
        private final Map<List<String>, Long> counts = new LinkedHashMap<>();
        private final List<Example> examples = new ArrayList<>();
        private long changed;

        UnitComparison(Instant since, List<RuleRow> before, List<RuleRow> after) {
            this.since = since;
            this.before = before.stream().map(RoutingRow::of).toList();
            this.after = after.stream().map(RoutingRow::of).toList();
        }

        Result result() {
            long registered = 0;
            var differing = new HashMap<UnitCase, List<List<RoutingRow>>>();
            for (var group : cases.units(since)) {
                registered += group.getValue();
                var older = candidates(before, group.getKey());
                var newer = candidates(after, group.getKey());
                if (asksText(older) || asksText(newer)) {
                    if (!older.equals(newer)) {
                        differing.put(group.getKey(), List.of(older, newer));
                    }
                } else if (!unit(older, "").equals(unit(newer, ""))) {
                    changed += group.getValue();
                    differs(group.getKey(), unit(older, ""), unit(newer, ""), group.getValue());
                    addExamples(group.getKey(), unit(older, ""), unit(newer, ""));
                }
            }
            boolean cut = !differing.isEmpty() && !look(differing);
            return new Result(registered, changed, differences(counts), examples, cut);
        }

        /** Rows that may match a case, reduced to words and unit. */
        private static List<RoutingRow> candidates(List<RoutingRow> rows, UnitCase of) {
            var candidates = new ArrayList<RoutingRow>();
            for (var row : rows) {
                if (row.fits(String.valueOf(of.topic()), of.kind())) {
                    candidates.add(new RoutingRow("", "", row.words(), row.unit()));
                    if (row.words().isEmpty()) {
                        break;
                    }
                }
            }
            return candidates;
        }

        private static boolean asksText(List<RoutingRow> candidates) {
            return !candidates.isEmpty() && !candidates.get(0).words().isEmpty();
        }

        private void addExamples(UnitCase of, String unitBefore, String unitAfter) {
            if (examples.size() < MOST_EXAMPLES) {
                cases.numbers(since, of, MOST_EXAMPLES - examples.size())
                        .forEach(number -> examples.add(new Example(number, name(unitBefore), name(unitAfter))));
            }
        }

        private void differs(UnitCase of, String unitBefore, String unitAfter, long count) {
            counts.merge(List.of(what(of), name(unitBefore), name(unitAfter)), count, Long::sum);
        }

        /** Checks all applications of the differing cases; returns whether all of them were read. */
        private boolean look(Map<UnitCase, List<List<RoutingRow>>> differing) {
            var topics = differing.keySet().stream()
                    .map(UnitCase::topic)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            boolean alsoWithout = differing.keySet().stream().anyMatch(of -> of.topic() == null);
            var until = clock.instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
            String last = "~";
            for (int read = 0; read < MOST_TEXTS; read += PAGE) {
                var page = cases.texts(since, until, last, topics, alsoWithout, PAGE);
                for (var registered : page) {
                    var candidates = differing.get(registered.of());
                    if (candidates != null) {
                        compare(registered, candidates.get(0), candidates.get(1));
                    }
                }
                if (page.size() < PAGE) {
                    return true;
                }
                until = page.get(PAGE - 1).at();
                last = page.get(PAGE - 1).number();
            }
            return false;
        }

        private void compare(RegisteredCases.Text registered, List<RoutingRow> older, List<RoutingRow> newer) {
            String text = TurkishText.words(registered.text());
            String unitBefore = unit(older, text);
            String unitAfter = unit(newer, text);
            if (!unitBefore.equals(unitAfter)) {
                changed++;
                differs(registered.of(), unitBefore, unitAfter, 1);
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(new Example(registered.number(), name(unitBefore), name(unitAfter)));
                }
            }
        }

        private static String unit(List<RoutingRow> candidates, String text) {
            return candidates.stream()
                    .filter(row -> row.fitsText(text))
                    .findFirst()
                    .map(RoutingRow::unit)
                    .orElse("");
        }

        private String name(String unit) {
            return unit.isEmpty()
                    ? Texts.of("rules.rule-comparison.oneri-yok")
                    : organization.unit(unit).map(Unit::name).orElse(unit);
        }

        private String what(UnitCase of) {
            String topic = of.topic();
            return (topic == null
                            ? Texts.of("rules.rule-comparison.konusuz")
                            : organization.topic(topic).map(Topic::name).orElse(topic))
                    + " · " + Kind.valueOf(of.kind()).label();
        }
    }
}
