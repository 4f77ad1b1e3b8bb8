package tr.muhatap.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.TurkishText;

/** The rows of {@code birim-yonlendirme} as values, for matching many applications without the engine. */
public final class UnitRules {

    private final List<RoutingRow> rows;

    private UnitRules(List<RoutingRow> rows) {
        this.rows = rows;
    }

    static UnitRules of(List<RuleRow> rows) {
        return new UnitRules(rows.stream().map(RoutingRow::of).toList());
    }

    /**
     * A matched unit.
     *
     * @param byWords whether the row matches by words of the text, not by topic or kind alone
     */
    public record Named(String unit, boolean byWords) {}

    /** Words that select a unit. */
    public record Words(String unit, List<String> words) {}

    /** Result of the first matching row; empty if none matches. */
    public Optional<Named> named(@Nullable String topic, String kind, String text) {
        String words = TurkishText.words(text);
        return rows.stream()
                .filter(row -> row.fits(topic == null ? "" : topic, kind) && row.fitsText(words))
                .findFirst()
                .map(row -> new Named(row.unit(), !row.words().isEmpty()));
    }

    /** Words of all rows with words. */
    public List<Words> words() {
        return rows.stream()
                .filter(row -> !row.words().isEmpty())
                .map(row -> new Words(row.unit(), row.words()))
                .toList();
    }
}
