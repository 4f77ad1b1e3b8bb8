package tr.muhatap.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.text.Texts;

/** Describes the differences between two states of a table, in Turkish. */
@Component
class RowChanges {

    private final RuleWords words;

    RowChanges(RuleWords words) {
        this.words = words;
    }

    /**
     * @param lines one for each row that differs
     * @param rows indices, in the newer state, of new and changed rows
     */
    record Changes(List<String> lines, Set<Integer> rows) {

        boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    Changes between(RuleTable table, List<RuleRow> before, List<RuleRow> after) {
        var partners = partners(table, before, after);
        var lines = new ArrayList<String>();
        var rows = new HashSet<Integer>();
        for (int i = 0; i < after.size(); i++) {
            Integer partner = partners.get(i);
            var row = after.get(i);
            if (partner == null) {
                lines.add(Texts.of("rules.row-changes.eklendi", words.name(table, row), decided(table, row)));
                rows.add(i);
            } else if (!before.get(partner).equals(row)) {
                lines.add(Texts.of(
                        "rules.row-changes.degisti", words.name(table, row), cells(table, before.get(partner), row)));
                rows.add(i);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (!partners.contains(i)) {
                lines.add(Texts.of(
                        "rules.row-changes.kaldirildi",
                        words.name(table, before.get(i)),
                        decided(table, before.get(i))));
            }
        }
        var order = partners.stream().filter(partner -> partner != null).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            lines.add(Texts.of("rules.row-changes.satirlarin-sirasi-degisti"));
        }
        return new Changes(lines, rows);
    }

    /**
     * Index of the corresponding older row for each newer one: first those with equal inputs, then the most similar.
     */
    private static List<@Nullable Integer> partners(RuleTable table, List<RuleRow> before, List<RuleRow> after) {
        var partners = new ArrayList<@Nullable Integer>();
        after.forEach(row -> partners.add(null));
        pair(before, after, partners, RuleRow::equals);
        pair(before, after, partners, (older, newer) -> same(table, older, newer, true));
        pair(before, after, partners, (older, newer) -> same(table, older, newer, false));
        return partners;
    }

    private static void pair(
            List<RuleRow> before,
            List<RuleRow> after,
            List<@Nullable Integer> partners,
            BiPredicate<RuleRow, RuleRow> alike) {
        for (int i = 0; i < after.size(); i++) {
            for (int j = 0; partners.get(i) == null && j < before.size(); j++) {
                if (!partners.contains(j) && alike.test(before.get(j), after.get(i))) {
                    partners.set(i, j);
                }
            }
        }
    }

    private static boolean same(RuleTable table, RuleRow one, RuleRow other, boolean inputs) {
        return table.columns().stream()
                .filter(column -> column.input() == inputs)
                .allMatch(column -> one.get(column.name()).equals(other.get(column.name())));
    }

    private String cells(RuleTable table, RuleRow before, RuleRow after) {
        return table.columns().stream()
                .filter(column -> !before.get(column.name()).equals(after.get(column.name())))
                .map(column -> column.label() + ": “" + words.inWords(column, before.get(column.name())) + "” → “"
                        + words.inWords(column, after.get(column.name())) + "”")
                .collect(Collectors.joining("; "));
    }

    private String decided(RuleTable table, RuleRow row) {
        return switch (table) {
            case HIZMET_STANDARTLARI -> row.get("sure") + " " + word(table, row, "birim");
            case BIRIM_YONLENDIRME -> word(table, row, "birim");
        };
    }

    private String word(RuleTable table, RuleRow row, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(column -> words.inWords(column, row.get(name)))
                .orElse("");
    }
}
