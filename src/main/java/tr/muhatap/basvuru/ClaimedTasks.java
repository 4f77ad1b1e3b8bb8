package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.StaffTasks.Task;

/**
 * Open tasks that somebody has taken, where the engine is known: what the office sees of each other's work, and what the
 * program does about it. Whoever calls what changes something has asked before who may.
 */
public interface ClaimedTasks {

    /** @param since of the last claim or change of the task */
    record Claimed(Task task, Instant since) {}

    /**
     * How much somebody has.
     *
     * @param user null: taken by nobody
     * @param group name of the group whose tasks these are
     */
    record Load(@Nullable String user, String group, long tasks) {}

    /** Tasks of groups that some people have taken, the longest untouched first; groups null: of all. */
    List<Claimed> of(Collection<String> users, @Nullable Collection<String> groups, int most);

    /**
     * Taken before an instant and not touched in the engine since, by id.
     *
     * @param after id of the last one that was read before; empty: from the beginning
     */
    List<Claimed> untouchedSince(Instant before, String after, int most);

    /**
     * Taken by people who are gone, kept out, or no longer in a group that has the task, by id.
     *
     * @param after id of the last one that was read before; empty: from the beginning
     */
    List<Claimed> ofGone(String after, int most);

    /** Open tasks by group and by who has them. */
    List<Load> load();

    /** Whether somebody may work on a task. */
    boolean mayWorkOn(String task, String user);

    /** Takes a task from somebody; false if another has it by now. */
    boolean move(Task task, @Nullable String to);

    /** The groups of somebody that have tasks; none of somebody who is not here or is kept out. */
    List<String> groupsOf(String user);
}
