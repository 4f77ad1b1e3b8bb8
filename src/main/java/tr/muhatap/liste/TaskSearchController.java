package tr.muhatap.liste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.dosya.ApplicationList.Query;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.InvalidParameterException;
import tr.muhatap.text.Digits;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.SearchText;
import tr.muhatap.text.Texts;

/** Tasklist's search: open applications by what people call them, from one field. */
@RestController
class TaskSearchController {

    /** As many as Tasklist asks the engine for at once. */
    static final int MOST = 100;

    /** Code points. */
    private static final int LONGEST = 200;

    private static final Pattern NUMBER = Pattern.compile("20[0-9]{2}-[0-9]{6,9}");

    private final ApplicationList list;
    private final Organization organization;
    private final ListLog log;

    TaskSearchController(ApplicationList list, Organization organization, ListLog log) {
        this.list = list;
        this.organization = organization;
        this.log = log;
    }

    /**
     * What was found.
     *
     * @param numbers those whose last day comes first
     * @param more whether there are more than are given
     */
    record TasksFound(List<String> numbers, boolean more) {}

    @GetMapping("/api/v1/gorev-arama")
    TasksFound search(@RequestParam String q) {
        String typed = PlainText.stripped(q);
        if (!PlainText.isCleanLine(typed)) {
            throw new InvalidParameterException("q", Texts.of("liste.gorev-arama.gorunmeyen-karakter"));
        }
        if (PlainText.isLongerThan(typed, LONGEST)) {
            throw new InvalidParameterException("q", Texts.of("liste.gorev-arama.en-cok-karakter", LONGEST));
        }
        var numbers = soonest(queries(typed).stream()
                .flatMap(query -> list.page(query, Column.SON_CEVAP, true, null, MOST + 1).lines().stream()));
        var found = numbers.stream().limit(MOST).toList();
        log.viewed("gorev-arama", Map.of("q", typed), found);
        return new TasksFound(found, numbers.size() > MOST);
    }

    /** Each once, whichever query found it, those whose last day comes first. */
    static List<String> soonest(Stream<Line> lines) {
        return lines.sorted(Comparator.comparing(Line::lastDay).thenComparing(Line::number))
                .map(Line::number)
                .distinct()
                .toList();
    }

    private List<Query> queries(String typed) {
        String number = Digits.applicationNumber(typed);
        if (NUMBER.matcher(number).matches()) {
            return List.of(open(number, List.of(), null, null, null, List.of()));
        }
        var words = SearchText.searched(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        var queries = new ArrayList<Query>();
        Arrays.stream(Channel.values())
                .filter(channel -> names(channel.label(), words))
                .forEach(channel -> queries.add(open(null, List.of(), channel, null, null, List.of())));
        organization.units().stream()
                .filter(unit -> names(unit.name(), words))
                .forEach(unit -> queries.add(open(null, List.of(), null, unit.code(), null, List.of())));
        organization.topics().stream()
                .filter(topic -> names(topic.name(), words))
                .forEach(topic -> queries.add(open(null, List.of(), null, null, topic.code(), List.of())));
        queries.add(open(null, words, null, null, null, List.of()));
        if (list.maySearchPersons()) {
            queries.add(open(null, List.of(), null, null, null, words));
        }
        return queries;
    }

    /** Whether each word begins one of the name's. */
    private static boolean names(String name, List<String> words) {
        var own = SearchText.searched(name);
        return words.stream().allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static Query open(
            @Nullable String number,
            List<String> words,
            @Nullable Channel channel,
            @Nullable String unit,
            @Nullable String topic,
            List<String> name) {
        return new Query(
                number, words, channel, unit, topic, null, true, null, null, null, null, null, null, null, false, name,
                null, null);
    }
}
