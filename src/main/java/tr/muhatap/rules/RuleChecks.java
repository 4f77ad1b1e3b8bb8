package tr.muhatap.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.InformationLaw;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Validates a table before publication, with Turkish messages. */
@Component
class RuleChecks {

    static final int MOST_ROWS = 300;
    private static final int LONGEST_LIMIT = 60;
    private static final int LARGEST_NO = 99;
    private static final int MOST_WORDS = 20;

    /** Widths of the record's columns that receive the values. */
    private static final Map<String, Integer> LONGEST =
            Map.of("hizmet", 200, "belgeler", 1_000, "dayanak", 300, "gerekce", 300, "metin", 300);

    private static final int LONGEST_OF_OTHERS = 1_000;

    private static final Check.Wording CELL = new Check.Wording(
            Texts.of("rules.rule-checks.bos-birakilamaz"),
            Texts.of("rules.rule-checks.en-cok-karakter-olabilir"),
            Texts.of("rules.rule-checks.tek-satir-olmalidir-gorunmeyen-karakter"));

    private final RuleWords words;

    RuleChecks(RuleWords words) {
        this.words = words;
    }

    /**
     * A fault or a warning.
     *
     * @param row index of the row; null for the table as a whole
     */
    record Problem(@Nullable Integer row, String message) {}

    /** Faults of a single row, by column. */
    Map<String, String> faults(RuleTable table, RuleRow row) {
        var check = new Check();
        table.columns().forEach(column -> cell(check, column, row.get(column.name())));
        return check.faults();
    }

    private void cell(Check check, Column column, String cell) {
        String name = column.name();
        int longest = LONGEST.getOrDefault(name, LONGEST_OF_OTHERS);
        if (column.type() == Column.Type.LINE) {
            check.line(name, cell, longest, CELL);
        } else {
            check.optionalLine(name, cell, longest, CELL);
        }
        check.require(!cell.contains("\\"), name, Texts.of("rules.rule-checks.ters-egik-cizgi-kullanilamaz"));
        String fault = check.isFaulty(name) ? null : fault(column, cell);
        if (fault != null) {
            check.reject(name, fault);
        }
    }

    private @Nullable String fault(Column column, String cell) {
        return switch (column.type()) {
            case NUMBER -> number(cell, column.name().equals("no") ? LARGEST_NO : LONGEST_LIMIT);
            case LINE -> null;
            case PAPERS -> Papers.cell(Papers.inWords(cell)).isEmpty() ? Texts.of("rules.rule-checks.papers") : null;
            case WORDS -> searched(cell);
            case CHANNEL, DAY_UNIT, UNIT ->
                words.isKnown(column, cell) ? null : Texts.of("rules.rule-checks.birini-secin");
            case FLAG, TOPIC, KIND ->
                cell.isEmpty() || words.isKnown(column, cell)
                        ? null
                        : Texts.of("rules.rule-checks.listede-boyle-bir-secenek-yok");
        };
    }

    private static @Nullable String number(String cell, int largest) {
        String wanted = Texts.of("rules.rule-checks.1-ile-arasinda-bir-tam", largest);
        if (!cell.matches("[0-9]{1,3}")) {
            return wanted;
        }
        int number = Integer.parseInt(cell);
        return number < 1 || number > largest || !cell.equals(String.valueOf(number)) ? wanted : null;
    }

    private static @Nullable String searched(String cell) {
        if (cell.isBlank()) {
            return cell.isEmpty() ? null : Texts.of("rules.rule-checks.kelime-yazin-veya-bos-birakin");
        }
        var each = cell.split(",", -1);
        if (each.length > MOST_WORDS) {
            return Texts.of("rules.rule-checks.en-cok-kelime-yazilabilir", MOST_WORDS);
        }
        for (var word : each) {
            var searched = RoutingRow.words(word);
            if (searched.isEmpty() || searched.get(0).length() < 3) {
                return Texts.of("rules.rule-checks.aranamaz-her-kelimede-en-az", word.strip());
            }
        }
        return null;
    }

    /** Faults between rows that prevent publication. */
    List<Problem> problems(RuleTable table, List<RuleRow> rows) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            faults(table, rows.get(i))
                    .forEach((name, fault) -> problems.add(new Problem(place, label(table, name) + ": " + fault)));
        }
        if (rows.isEmpty()) {
            problems.add(new Problem(null, Texts.of("rules.rule-checks.tabloda-satir-yok")));
        }
        if (rows.size() > MOST_ROWS) {
            problems.add(new Problem(null, Texts.of("rules.ret.tablo-satir-siniri", MOST_ROWS)));
        }
        problems.addAll(
                switch (table) {
                    case HIZMET_STANDARTLARI -> uncoveredChannels(rows);
                    case BIRIM_YONLENDIRME -> unreachable(rows);
                });
        return problems;
    }

    /** Warnings that do not prevent publication. */
    List<Problem> warnings(RuleTable table, List<RuleRow> rows) {
        return table == RuleTable.HIZMET_STANDARTLARI ? beyondTheLaw(rows) : List.of();
    }

    private List<Problem> uncoveredChannels(List<RuleRow> rows) {
        var problems = new ArrayList<Problem>();
        for (var channel : Channel.values()) {
            var limits = new HashMap<Boolean, RuleRow>();
            for (boolean extended : List.of(false, true)) {
                var fitting = new ArrayList<Integer>();
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).get("kanal").equals(channel.name())
                            && Stream.of("", String.valueOf(extended))
                                    .anyMatch(rows.get(i).get("uzatilmis")::equals)) {
                        fitting.add(i);
                    }
                }
                String which = channel.label() + (extended ? Texts.of("rules.rule-checks.suresi-uzatilmis") : "");
                if (fitting.isEmpty()) {
                    problems.add(new Problem(null, Texts.of("rules.rule-checks.satiri-yok-her-kanalin-bir", which)));
                } else {
                    limits.put(extended, rows.get(fitting.get(0)));
                }
                for (int again : fitting.subList(Math.min(1, fitting.size()), fitting.size())) {
                    problems.add(new Problem(
                            again,
                            Texts.of(
                                    "rules.rule-checks.satir-ayni-basvurular-icin-biri", which, (fitting.get(0) + 1))));
                }
            }
            var plain = limits.get(false);
            var extended = limits.get(true);
            if (plain != null
                    && extended != null
                    && plain.get("birim").equals(extended.get("birim"))
                    && value(extended) < value(plain)) {
                problems.add(new Problem(
                        rows.indexOf(extended),
                        Texts.of("rules.rule-checks.uzatilmis-sure-sureden-kisa-olamaz", channel.label())));
            }
        }
        return problems;
    }

    private static int value(RuleRow row) {
        return number(row.get("sure"), LONGEST_LIMIT) == null ? Integer.parseInt(row.get("sure")) : 0;
    }

    /** Limits beyond 4982 md. 11 and 3071 md. 7. */
    private static List<Problem> beyondTheLaw(List<RuleRow> rows) {
        var warnings = new ArrayList<Problem>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            boolean workingDays = row.get("birim").equals(DayUnit.IS_GUNU.name());
            boolean under4982 = Channel.find(row.get("kanal"))
                    .filter(channel -> channel.informationLaw() == InformationLaw.ALWAYS)
                    .isPresent();
            if (under4982) {
                int most = row.get("uzatilmis").equals("true") ? 30 : 15;
                if (value(row) > (workingDays ? most : most * 7 / 5)) {
                    warnings.add(new Problem(i, Texts.of("rules.rule-checks.4982-sayili-kanun-un-11", most)));
                }
            } else if (value(row) > (workingDays ? 21 : 30)) {
                warnings.add(new Problem(i, Texts.of("rules.rule-checks.yasal-ust-sinir-30-gundur")));
            }
        }
        return warnings;
    }

    private static List<Problem> unreachable(List<RuleRow> rows) {
        var routing = rows.stream().map(RoutingRow::of).toList();
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < routing.size(); i++) {
            for (int before = 0; before < i; before++) {
                if (routing.get(before).covers(routing.get(i))) {
                    problems.add(
                            new Problem(i, Texts.of("rules.rule-checks.bu-satira-sira-gelmez-satir", (before + 1))));
                    break;
                }
            }
        }
        return problems;
    }

    private static String label(RuleTable table, String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .map(Column::label)
                .orElse(column);
    }
}
