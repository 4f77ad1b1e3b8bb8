package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to an application, in order. */
public interface History {

    List<Entry> of(String number);

    /**
     * @param actor user name of who did it
     * @param actorName first and last name as they were then; null for the program and for citizens
     * @param action name of the event, e.g. {@code SevkEdildi}
     * @param detail the event's own facts; dates ISO
     */
    record Entry(Instant at, String actor, @Nullable String actorName, String action, Map<String, Object> detail) {

        /** SQL: the name of the user {@code :actor}, read in the statement that writes it down. */
        public static final String NAME_OF_ACTOR = "(select substring(nullif(trim(concat(first_, ' ', last_)), '') "
                + "from 1 for 200) from act_id_user where id_ = :actor)";

        /** {@code Ayşe Işık (halkla)}, or the user name alone. */
        public String who() {
            return who(actor, actorName);
        }

        public static String who(String actor, @Nullable String actorName) {
            return actorName == null ? actor : actorName + " (" + actor + ")";
        }
    }
}
