package tr.muhatap.dosya;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.Task;

/** The most urgent task that is the current user's own, or his groups' and nobody's yet. */
@Component
public class NextTask {

    private static final int BATCH = 100;

    /** So often others may be faster with a whole batch before nothing counts as waiting. */
    private static final int MOST_ROUNDS = 5;

    private final StaffTasks tasks;

    NextTask(StaffTasks tasks) {
        this.tasks = tasks;
    }

    /** The one that would be taken now. */
    public Optional<Task> peek() {
        return candidates(null).findFirst();
    }

    /**
     * Takes it: nobody else gets the same one, however many ask at once.
     *
     * @param left number of the application from which the user goes on; null if there is none
     */
    public Optional<Task> take(@Nullable String left) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var candidates = candidates(left).toList();
            if (candidates.isEmpty()) {
                return Optional.empty();
            }
            var taken = candidates.stream().filter(tasks::claimed).findFirst();
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** Behind the one that is left, and then from the beginning: else two that are both left come back in turn. */
    private Stream<Task> candidates(@Nullable String left) {
        var waiting = tasks.waiting(BATCH);
        int at = waiting.stream().map(Task::number).toList().indexOf(left);
        return Stream.concat(waiting.stream().skip(at + 1L), waiting.stream().limit(at + 1L))
                .filter(task -> !task.number().equals(left));
    }
}
