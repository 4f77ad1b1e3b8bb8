package tr.muhatap.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.TurkishText;

/**
 * The rows of {@code birim-yonlendirme} as values, without the engine: for whoever holds them against many
 * applications.
 */
public final class UnitRules {

    private final List<RoutingRow> rows;

    private UnitRules(List<RoutingRow> rows) {
        this.rows = rows;
    }

    static UnitRules of(List<RuleRow> rows) {
        return new UnitRules(rows.stream().map(RoutingRow::of).toList());
    }

    /**
     * What the table names.
     *
     * @param byWords whether the row goes by what somebody wrote, not by the topic or the kind alone
     */
    public record Named(String unit, boolean byWords) {}

    /** Words that a row names a unit by. */
    public record Words(String unit, List<String> words) {}

    /** What the first row says that fits; empty if none does. */
    public Optional<Named> named(@Nullable String topic, String kind, String text) {
        String words = TurkishText.words(text);
        return rows.stream()
                .filter(row -> row.fits(topic == null ? "" : topic, kind) && row.fitsText(words))
                .findFirst()
                .map(row -> new Named(row.unit(), !row.words().isEmpty()));
    }

    /** The words of all rows that have some. */
    public List<Words> words() {
        return rows.stream()
                .filter(row -> !row.words().isEmpty())
                .map(row -> new Words(row.unit(), row.words()))
                .toList();
    }
}
