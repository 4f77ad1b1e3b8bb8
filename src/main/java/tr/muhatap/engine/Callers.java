package tr.muhatap.engine;

import java.util.Collection;
import java.util.function.Predicate;
import tr.muhatap.access.Groups;

/** Who may call an operation of the engine; the engine's own grants then decide what each of them sees. */
enum Callers {
    /** Everybody who works here, also those who only look. Systems have the program's own API. */
    STAFF(group -> Groups.OFFICE.contains(group) || Groups.isUnit(group)),

    /** Those who work on tasks. */
    WORKERS(Groups::hasTasks),

    /** Those who watch processes: their owners, auditors, administrators. */
    WATCHERS(group ->
            Groups.SUREC_SAHIBI.equals(group) || Groups.DENETCI.equals(group) || Groups.CAMUNDA_ADMIN.equals(group)),

    /** Those who keep processes running. */
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
