package tr.muhatap.organization;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tr.muhatap.text.TurkishText;

/** Units and topics at one moment, in the office's order. */
final class Catalogue {

    private final Map<String, UnitEntry> units;
    private final Map<String, TopicEntry> topics;

    Catalogue(Collection<UnitEntry> units, Collection<TopicEntry> topics) {
        this.units = byCode(units, UnitEntry::code);
        this.topics = byCode(topics, TopicEntry::code);
    }

    private static <T> Map<String, T> byCode(Collection<T> entries, Function<T, String> code) {
        var byCode = new LinkedHashMap<String, T>();
        entries.forEach(entry -> byCode.put(code.apply(entry), entry));
        return Collections.unmodifiableMap(byCode);
    }

    List<UnitEntry> units() {
        return List.copyOf(units.values());
    }

    List<TopicEntry> topics() {
        return List.copyOf(topics.values());
    }

    Optional<UnitEntry> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    Optional<TopicEntry> topic(String code) {
        return Optional.ofNullable(topics.get(code));
    }

    /** The unit itself where it is open, else the open one that took over its work. */
    Optional<UnitEntry> current(String code) {
        var seen = new HashSet<String>();
        var entry = units.get(code);
        while (entry != null && entry.closed() && entry.successor() != null && seen.add(entry.code())) {
            entry = units.get(entry.successor());
        }
        return Optional.ofNullable(entry).filter(found -> !found.closed());
    }

    /** Open topics that some words mean, see {@link Organization#topicsLike}. */
    List<Topic> topicsLike(String typed) {
        String words = TurkishText.folded(typed).strip();
        if (words.isEmpty()) {
            return List.of();
        }
        var beginnings = holding(words, " ", topic -> " " + folded(topic.name() + " " + topic.words()));
        if (!beginnings.isEmpty()) {
            return beginnings;
        }
        var inside = holding(words, "", topic -> folded(topic.name() + " " + topic.words()));
        // "işyeri" is typed for "İş yeri" as well
        return inside.isEmpty()
                ? holding(words, "", topic -> folded(topic.name()).replace(" ", ""))
                : inside;
    }

    private List<Topic> holding(String words, String before, Function<TopicEntry, String> searched) {
        var each = List.of(words.split("\\s+"));
        return topics.values().stream()
                .filter(topic -> !topic.closed())
                .filter(topic ->
                        each.stream().allMatch(word -> searched.apply(topic).contains(before + word)))
                .sorted(Comparator.comparing(topic -> !folded(topic.name()).startsWith(words)))
                .map(TopicEntry::topic)
                .toList();
    }

    private static String folded(String text) {
        return TurkishText.folded(text);
    }
}
