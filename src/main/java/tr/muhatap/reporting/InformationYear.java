package tr.muhatap.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;

/**
 * The counts of 4982 md. 30. Each application that was open at any time of the period counts once, by its state at the
 * end of the period: a reopened one is pending, and its answer counts in the year in which it is given.
 */
final class InformationYear {

    /** Category of an application. */
    enum Row {
        /** Row 2 of the form. */
        OLUMLU,
        /** Row 3. */
        KISMEN,
        /** Row 4: refused on a ground, or not processed for a formal defect. */
        RET,
        /** Row 5. */
        AYRILAN,
        /** Row 6, not included in row 1, like the following ones. */
        YONLENDIRILEN,
        VAZGECEN,
        VAZGECMIS_SAYILAN,
        BIRLESTIRILEN,
        BEKLEYEN;

        /** Whether it is included in row 1. */
        boolean isDecided() {
            return compareTo(YONLENDIRILEN) < 0;
        }
    }

    /** Why it was open in the period. */
    enum Origin {
        DEVREDEN,
        GELEN,
        YENIDEN_ACILAN
    }

    private final Map<Row, List<String>> numbers = new EnumMap<>(Row.class);
    private final Map<Origin, Long> origins = new EnumMap<>(Origin.class);
    private final Map<Row, Map<RefusalGround, Long>> grounds = new EnumMap<>(Row.class);
    private final List<String> objected;
    private final Collection<Objection> objections;
    private long formFaults;

    /**
     * @param rounds of requests for information that were open at any time of the period, unordered; later events
     *     are ignored
     * @param objections filed in the period
     */
    InformationYear(Period period, Collection<Round> rounds, Collection<Objection> objections) {
        for (var row : Row.values()) {
            numbers.put(row, new ArrayList<>());
            grounds.put(row, new TreeMap<>());
        }
        for (var origin : Origin.values()) {
            origins.put(origin, 0L);
        }
        var byNumber = new TreeMap<String, List<Round>>();
        rounds.stream()
                .filter(round -> !round.begunOn().isAfter(period.until()))
                .filter(round -> round.closedOn() == null || !round.closedOn().isBefore(period.from()))
                .forEach(round -> byNumber.computeIfAbsent(round.number(), number -> new ArrayList<>())
                        .add(round));
        byNumber.values().forEach(own -> count(period, own));
        this.objections = objections;
        this.objected = objections.stream()
                .filter(Objection::refused)
                .map(Objection::number)
                .distinct()
                .sorted()
                .toList();
    }

    private void count(Period period, List<Round> own) {
        own.sort(Comparator.comparingInt(Round::round));
        var first = own.get(0);
        var last = own.get(own.size() - 1);
        var origin = first.begunOn().isBefore(period.from())
                ? Origin.DEVREDEN
                : first.round() == 0 ? Origin.GELEN : Origin.YENIDEN_ACILAN;
        origins.merge(origin, 1L, Long::sum);
        boolean closed = last.closedOn() != null && !last.closedOn().isAfter(period.until());
        var row = closed ? row(last) : Row.BEKLEYEN;
        entry(numbers, row).add(last.number());
        if (closed && last.outcome() == Outcome.ISLEME_KONULMADI) {
            formFaults++;
        } else if (closed && last.ground() != null) {
            entry(grounds, row).merge(last.ground(), 1L, Long::sum);
        }
    }

    private static Row row(Round closed) {
        return switch (Objects.requireNonNull(closed.outcome())) {
            case OLUMLU, PROGRAMA_ALINDI, BILGI_VERILDI -> closed.secretPartsRemoved() ? Row.AYRILAN : Row.OLUMLU;
            case KISMEN -> closed.secretPartsRemoved() ? Row.AYRILAN : Row.KISMEN;
            case OLUMSUZ, ISLEME_KONULMADI -> Row.RET;
            case YONLENDIRILDI -> Row.YONLENDIRILEN;
            case MUKERRER -> Row.BIRLESTIRILEN;
            case VAZGECILDI -> closed.lapsed() ? Row.VAZGECMIS_SAYILAN : Row.VAZGECEN;
        };
    }

    /** Applications of a row, by number. */
    List<String> numbers(Row row) {
        return List.copyOf(entry(numbers, row));
    }

    long count(Row row) {
        return entry(numbers, row).size();
    }

    long count(Origin origin) {
        return entry(origins, origin);
    }

    /** Row 1: the sum of rows 2 to 5. */
    long decided() {
        return sum(true);
    }

    /** Row 6 and the rows below the form. */
    long undecided() {
        return sum(false);
    }

    private long sum(boolean decided) {
        return numbers.entrySet().stream()
                .filter(row -> row.getKey().isDecided() == decided)
                .mapToLong(row -> row.getValue().size())
                .sum();
    }

    /** All that was open in the period; the sum of decided and undecided. */
    long all() {
        return origins.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Applications of a row by ground. */
    long onGround(Row row, RefusalGround ground) {
        return entry(grounds, row).getOrDefault(ground, 0L);
    }

    /** Applications of row 4 that were not processed for a formal defect. */
    long formFaults() {
        return formFaults;
    }

    /** Row 7: applications whose refusal was objected to. */
    List<String> objected() {
        return objected;
    }

    /** Objections by outcome; null: undecided. */
    long objections(@Nullable AppealOutcome outcome) {
        return objections.stream()
                .filter(objection -> objection.outcome() == outcome)
                .count();
    }

    /** Numbers by row, for comparison in tests. */
    Map<Row, List<String>> byRow() {
        return new HashMap<>(numbers);
    }

    private static <K, V> V entry(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
