package tr.muhatap.engine;

import java.util.Collection;
import java.util.function.Predicate;
import tr.muhatap.access.Groups;

/** Which users may call an operation of the engine; the engine's authorizations then decide what each of them sees. */
enum Callers {
    /** All staff, including those with read access only. Systems use the program's own API. */
    STAFF(group -> Groups.OFFICE.contains(group) || Groups.isUnit(group)),

    /** Users who work on tasks. */
    WORKERS(Groups::hasTasks),

    /** Users who monitor processes: their owners, auditors, administrators. */
    WATCHERS(group ->
            Groups.SUREC_SAHIBI.equals(group) || Groups.DENETCI.equals(group) || Groups.CAMUNDA_ADMIN.equals(group)),

    /** Users who operate processes. */
    OWNERS(group -> Groups.SUREC_SAHIBI.equals(group) || Groups.CAMUNDA_ADMIN.equals(group)),

    ADMINISTRATORS(Groups.CAMUNDA_ADMIN::equals);

    private final Predicate<String> group;

    Callers(Predicate<String> group) {
        this.group = group;
    }

    boolean include(Collection<String> groups) {
        return groups.stream().anyMatch(group);
    }
}
