package tr.muhatap.basvuru;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.channel.Channel;
import tr.muhatap.text.Texts;

/**
 * Open user tasks of the staff, implemented on the engine. All operations are executed as the signed-in user: the
 * engine decides which tasks are visible and may be worked on.
 *
 * <p>Every change handles one task exactly as a single one, and throws {@link
 * org.springframework.security.access.AccessDeniedException} if it is not the user's, {@link
 * tr.muhatap.problem.NotFoundException} if it is no longer open, and the record's own refusals.
 */
public interface StaffTasks {

    /** Kind of a task. */
    enum TaskKind {
        INCELEME(Texts.of("basvuru.staff-tasks.on-inceleme")),
        SEVK(Texts.of("basvuru.staff-tasks.birime-sevk")),
        CEVAP(Texts.of("basvuru.staff-tasks.cevap-hazirlama")),
        ONAY(Texts.of("basvuru.staff-tasks.cevap-onayi")),
        MUDAHALE(Texts.of("basvuru.staff-tasks.mudahale"));

        private final String label;

        TaskKind(String label) {
            this.label = label;
        }

        /** Label shown to users. */
        public String label() {
            return label;
        }
    }

    /** An open task of an application. */
    record Task(
            String id,
            String number,
            TaskKind step,
            @Nullable String assignee) {}

    /**
     * Decision that completes a task.
     *
     * @param value code of the decision; null for routing, which is decided by its unit
     * @param unit for routing, and for an intervention that reroutes
     * @param topic for a review that sets it
     */
    record Decision(
            @Nullable String value,
            @Nullable String unit,
            @Nullable String topic) {}

    /** A member of staff. */
    record Colleague(String id, String name) {}

    /**
     * Filter of a list of tasks.
     *
     * @param numbers null: of all applications
     */
    record Filter(
            @Nullable TaskKind step,
            @Nullable Channel channel,
            @Nullable Collection<String> numbers) {}

    /** A page of the tasks that the user may work on, earliest last day first. */
    List<Task> list(Filter filter, int first, int size);

    long count(Filter filter);

    /**
     * What the user has and what his groups have and nobody took, the earliest last day first.
     *
     * @param most so many of each
     */
    List<Task> waiting(int most);

    /** Takes a task for the user; false if somebody was faster, or it is no longer open. */
    boolean claimed(Task task);

    /** An open task visible to the user. */
    Optional<Task> find(String id);

    /** Whether the user may claim and complete an open task; some users see more tasks than that. */
    boolean mayWorkOn(String id);

    /** The user and the members of their groups, by name. */
    List<Colleague> colleagues();

    /** The kind of task at an element of a model; empty if it is no user task. */
    Optional<TaskKind> step(String element);

    /** Claims an unassigned task and completes it. */
    void complete(Task task, Decision decision);

    /**
     * As {@link #complete(Task, Decision)}, for the open task at an element.
     *
     * @return false if none is open there
     */
    boolean complete(String number, String element, Decision decision);

    /** Id of the user task at which an application waits; empty if it waits at none. */
    Optional<String> element(Status status);

    default void route(Task task, String unit) {
        complete(task, new Decision(null, unit, null));
    }

    default void approve(Task task) {
        complete(task, new Decision(Approval.ONAY.name(), null, null));
    }

    default void urge(Task task) {
        complete(task, new Decision(Intervention.UYAR.name(), null, null));
    }

    /** Assigns or reassigns a task to a user who may work on it. */
    void assign(Task task, String user);
}
