package tr.muhatap.organization;

import org.jspecify.annotations.Nullable;

/**
 * A unit as the office keeps it.
 *
 * @param closed no application is routed to it any more
 * @param successor code of the unit that took over its work when it was closed
 */
public record UnitEntry(
        String code, String name, boolean closed, @Nullable String successor) {

    Unit unit() {
        return new Unit(code, name);
    }
}
