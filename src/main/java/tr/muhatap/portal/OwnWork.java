package tr.muhatap.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Lateness;
import tr.muhatap.dosya.Workplace;
import tr.muhatap.liste.ListForm;
import tr.muhatap.liste.ListReader;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** What waits for the one who signed in: the most urgent tasks, and how many applications he may see stand how. */
@Component
class OwnWork {

    /** What fits on a screen above the pages. */
    private static final int MOST_TASKS = 6;

    /** With today seven days, as on /durum. */
    private static final int DAYS_TO_COME = 6;

    private final StaffTasks tasks;
    private final Workplace workplace;
    private final ListReader reader;
    private final ApplicationList list;
    private final CurrentUser currentUser;
    private final Clock clock;

    OwnWork(
            StaffTasks tasks,
            Workplace workplace,
            ListReader reader,
            ApplicationList list,
            CurrentUser currentUser,
            Clock clock) {
        this.tasks = tasks;
        this.workplace = workplace;
        this.reader = reader;
        this.list = list;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A task that the user may work on.
     *
     * @param own whether it is already on the user
     */
    record Waiting(Workplace.Card card, String step, boolean own) {}

    /** A number that leads to its list. */
    record Figure(String label, String number, String address) {}

    /** Whether tasks ever come to the user. */
    boolean hasTasks() {
        return currentUser.isIn(Groups.CAMUNDA_ADMIN)
                || currentUser.groups().stream().anyMatch(Groups::hasTasks);
    }

    /** The most urgent first: those on the user, and those that wait for one of the user's groups. */
    List<Waiting> tasks() {
        var open = tasks.list(everything(), 0, MOST_TASKS);
        var cards = workplace.cards(open.stream().map(StaffTasks.Task::number).toList()).stream()
                .collect(Collectors.toMap(Workplace.Card::number, Function.identity()));
        return open.stream()
                .flatMap(task -> Stream.ofNullable(cards.get(task.number()))
                        .map(card -> new Waiting(
                                card, task.step().label(), currentUser.name().equals(task.assignee()))))
                .toList();
    }

    long countOfTasks() {
        return tasks.count(everything());
    }

    /** How the open applications that the user may see stand; each is as many as its list has. */
    List<Figure> figures() {
        var today = LocalDate.now(clock);
        String first = Days.written(today);
        return List.of(
                figure("portal.own-work.acik", Map.of()),
                figure("portal.own-work.suresi-gecen", Map.of("sure", Lateness.ACIK.name())),
                figure("portal.own-work.bugun", Map.of("sonTarih1", first, "sonTarih2", first)),
                figure(
                        "portal.own-work.bir-hafta",
                        Map.of("sonTarih1", first, "sonTarih2", Days.written(today.plusDays(DAYS_TO_COME)))));
    }

    private Figure figure(String label, Map<String, String> criteria) {
        var form = ListForm.of(field -> "durum".equals(field) ? "ACIK" : criteria.get(field));
        long found = list.count(reader.read(form).query());
        var address = UriComponentsBuilder.fromPath("/basvurular");
        form.criteria().forEach(address::queryParam);
        return new Figure(
                Texts.of(label),
                found > ApplicationList.COUNTED ? Texts.of("portal.own-work.cok") : String.valueOf(found),
                address.encode().toUriString());
    }

    private static StaffTasks.Filter everything() {
        return new StaffTasks.Filter(null, null, null);
    }
}
