package tr.muhatap.access;

import java.util.List;

/** Thrown when production prerequisites are not met; lists everything that is missing. */
class ProductionSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProductionSettingsException(List<String> faults) {
        super("Not ready for production: " + String.join("; ", faults));
    }
}
