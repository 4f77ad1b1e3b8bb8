package tr.muhatap.rules;

import java.util.Arrays;
import java.util.List;
import tr.muhatap.text.TurkishText;

/**
 * A row of {@code birim-yonlendirme} for matching many applications. Matches exactly as in the engine, which a test
 * verifies.
 *
 * @param topic empty: any, or none
 * @param kind empty: any
 * @param words normalized by {@link TurkishText#words}, without the trailing space; empty: any text
 */
record RoutingRow(String topic, String kind, List<String> words, String unit) {

    static RoutingRow of(RuleRow row) {
        return new RoutingRow(row.get("konu"), row.get("tur"), words(row.get("metin")), row.get("birim"));
    }

    /** The normalized words of a cell. */
    static List<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(TurkishText::words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.length() - 1))
                .toList();
    }

    boolean fits(String itsTopic, String itsKind) {
        return (topic.isEmpty() || topic.equals(itsTopic)) && (kind.isEmpty() || kind.equals(itsKind));
    }

    /** @param text normalized by {@link TurkishText#words} */
    boolean fitsText(String text) {
        return words.isEmpty() || words.stream().anyMatch(text::contains);
    }

    /** Whether this row matches everything that the other row matches. */
    boolean covers(RoutingRow other) {
        return (topic.isEmpty() || topic.equals(other.topic))
                && (kind.isEmpty() || kind.equals(other.kind))
                && (words.isEmpty()
                        || !other.words.isEmpty()
                                && other.words.stream()
                                        .allMatch(theirs -> words.stream().anyMatch(theirs::contains)));
    }
}
