package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for an application.
 *
 * @param unit code of the unit; null before its routing
 * @param takenOverBy the manager who took over the open step
 * @param returns how often units returned it since it was opened
 */
record Routing(@Nullable String unit, @Nullable String takenOverBy, int returns) {

    static final Routing NONE = new Routing(null, null, 0);

    Routing to(String other) {
        return new Routing(other, takenOverBy, returns);
    }

    Routing returned() {
        return new Routing(null, takenOverBy, returns + 1);
    }

    Routing takenOver(String manager) {
        return new Routing(unit, manager, returns);
    }

    Routing givenBack() {
        return new Routing(unit, null, returns);
    }

    String unitOrFail() {
        if (unit == null) {
            throw new IllegalStateException("No unit");
        }
        return unit;
    }
}
