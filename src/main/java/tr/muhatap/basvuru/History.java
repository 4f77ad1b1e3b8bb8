package tr.muhatap.basvuru;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.text.Texts;

/** The history of an application. */
public interface History {

    List<Entry> of(String number);

    /**
     * What happened of some kinds to some applications, in order.
     *
     * @param from first instant
     * @param until from this instant on nothing
     */
    List<Change> changes(Collection<String> numbers, Collection<BasvuruEventType> types, Instant from, Instant until);

    /** When something of these kinds last happened to each of some applications. */
    Map<String, Instant> lastChanges(Collection<String> numbers, Collection<BasvuruEventType> types);

    /** When each person last did something about some applications. */
    List<Act> lastActs(Collection<String> numbers);

    /** The last that somebody did about an application. */
    record Act(String number, String actor, Instant at) {}

    /**
     * An entry with its place in the whole history.
     *
     * @param id unique, grows
     */
    record Change(long id, String number, Entry entry) {}

    /**
     * @param actor user name of who did it
     * @param actorName first and last name at that time; null for the program and for citizens
     * @param action id of the event's type, e.g. {@code SevkEdildi}
     * @param detail the event's own facts as they were stored; dates ISO
     * @param event the event; null if a later version of the program wrote it
     */
    record Entry(
            Instant at,
            String actor,
            @Nullable String actorName,
            String action,
            Map<String, Object> detail,
            @JsonIgnore @Nullable BasvuruEvent event) {

        /** Empty if a later version of the program wrote it. */
        public Optional<BasvuruEventType> type() {
            return Optional.ofNullable(event).map(BasvuruEvent::type);
        }

        /** {@code Ayşe Işık (halkla)}, the user name alone, "başvuru sahibi", or a third-party application. */
        public String who() {
            return who(actor, actorName);
        }

        public static String who(String actor, @Nullable String actorName) {
            if (actorName != null) {
                return actorName + " (" + actor + ")";
            }
            return switch (actor) {
                case CurrentUser.CITIZEN -> Texts.of("basvuru.history.basvuru-sahibi");
                case CurrentUser.LINK -> Texts.of("basvuru.history.baglantiyla-cevaplayan");
                default ->
                    actor.startsWith(PublishedRequests.DELIVERERS)
                            ? Texts.of(
                                    "basvuru.history.uygulama", actor.substring(PublishedRequests.DELIVERERS.length()))
                            : actor;
            };
        }
    }
}
