package tr.muhatap.basvuru;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.channel.Channel;
import tr.muhatap.text.Texts;

/**
 * The staff's open tasks, where the engine is known. All of it is the signed-in user's own doing: the engine says what he sees
 * and what he may work on.
 *
 * <p>What changes something takes one task as it would be taken alone, and throws {@link
 * org.springframework.security.access.AccessDeniedException} where it is not the user's, {@link
 * tr.muhatap.problem.NotFoundException} where it is no longer open, and the record's own refusals.
 */
public interface StaffTasks {

    /** What a task asks for. */
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

        /** The word people read. */
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
     * What a task is completed with.
     *
     * @param value code of the decision; null for routing, which is decided by its unit
     * @param unit for routing, and for an intervention that routes
     * @param topic for a review that sets it
     */
    record Decision(
            @Nullable String value,
            @Nullable String unit,
            @Nullable String topic) {}

    /** Somebody who works here. */
    record Colleague(String id, String name) {}

    /**
     * Which tasks.
     *
     * @param numbers null: of all applications
     */
    record Filter(
            @Nullable TaskKind step,
            @Nullable Channel channel,
            @Nullable Collection<String> numbers) {}

    /** Some of the tasks that the user may work on, the earliest last day first. */
    List<Task> list(Filter filter, int first, int size);

    long count(Filter filter);

    /** An open task that the user sees. */
    Optional<Task> find(String id);

    /** Whether the user may take an open task and complete it; some see more tasks than that. */
    boolean mayWorkOn(String id);

    /** The user and those who are in a group with him, by name. */
    List<Colleague> colleagues();

    /** What the element of a model asks of the staff; empty where it is none of their steps. */
    Optional<TaskKind> step(String element);

    /** Takes a task that nobody has, and completes it. */
    void complete(Task task, Decision decision);

    /**
     * The same with the open task at an element.
     *
     * @return false where none is open there
     */
    boolean complete(String number, String element, Decision decision);

    /** Id of the element at which an application waits for the staff; empty where it does not. */
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

    /** Puts a task on somebody who may work on it, also where it is on somebody else. */
    void assign(Task task, String user);
}
