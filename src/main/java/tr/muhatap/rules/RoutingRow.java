package tr.muhatap.rules;

import java.util.Arrays;
import java.util.List;
import tr.muhatap.text.TurkishText;

/**
 * A row of {@code birim-yonlendirme}, ready to be held against many applications. It fits exactly where the engine says
 * so; a test holds both together.
 *
 * @param topic empty: any, and none
 * @param kind empty: any
 * @param words each as {@link TurkishText#words} has it, without the space at its end; none: any text
 */
record RoutingRow(String topic, String kind, List<String> words, String unit) {

    static RoutingRow of(RuleRow row) {
        return new RoutingRow(row.get("konu"), row.get("tur"), words(row.get("metin")), row.get("birim"));
    }

    /** The words of a cell, each as the text is searched for it. */
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

    /** @param text as {@link TurkishText#words} has it */
    boolean fitsText(String text) {
        return words.isEmpty() || words.stream().anyMatch(text::contains);
    }

    /** Whether whatever fits the other row fits this one, too. */
    boolean covers(RoutingRow other) {
        return (topic.isEmpty() || topic.equals(other.topic))
                && (kind.isEmpty() || kind.equals(other.kind))
                && (words.isEmpty()
                        || !other.words.isEmpty()
                                && other.words.stream()
                                        .allMatch(theirs -> words.stream().anyMatch(theirs::contains)));
    }
}
