package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happened to an application, in order. */
public interface History {

    List<Entry> of(String number);

    /**
     * @param action name of the event, e.g. {@code SevkEdildi}
     * @param detail the event's own facts; dates ISO
     */
    record Entry(Instant at, String actor, String action, Map<String, Object> detail) {}
}
