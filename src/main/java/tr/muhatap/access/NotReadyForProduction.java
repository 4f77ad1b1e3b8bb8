package tr.muhatap.access;

import java.util.List;

/** The program may not start so; names everything that lacks. */
class NotReadyForProduction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReadyForProduction(List<String> faults) {
        super("Not ready for production: " + String.join("; ", faults));
    }
}
