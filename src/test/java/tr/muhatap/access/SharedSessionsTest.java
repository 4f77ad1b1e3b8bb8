package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SharedSessionsTest {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    private final Database database = new Database();
    private final CachingSessionRepository<MapSession> one = node();
    private final CachingSessionRepository<MapSession> other = node();
    private long nanos;

    @Test
    void whatOneNodeWroteTheOtherReads() {
        String id = signedIn(one, "hülya");

        assertThat(who(other, id)).isEqualTo("hülya");
    }

    @Test
    void aNodeAsksTheDatabaseOnceInAWhile() {
        String id = signedIn(one, "hülya");
        database.asked.clear();

        who(one, id);
        who(one, id);
        assertThat(database.asked).as("it wrote it itself a moment ago").isEmpty();

        pass(REMEMBERED);
        who(one, id);
        who(one, id);
        assertThat(database.asked).containsExactly("find");
    }

    @Test
    void aSignOutIsFeltAtOnceWhereItWasMadeAndElsewhereWhenTheMemoryIsOld() {
        String id = signedIn(one, "hülya");
        assertThat(who(other, id)).isEqualTo("hülya");

        one.deleteById(id);

        assertThat(one.findById(id)).isNull();
        pass(REMEMBERED);
        assertThat(other.findById(id)).isNull();
    }

    @Test
    void aRequestThatEndsAfterTheSignOutBringsTheSessionNotBack() {
        String id = signedIn(one, "hülya");
        var late = found(one, id);
        late.setAttribute("token", "t");

        one.deleteById(id);
        one.save(late);

        assertThat(one.findById(id)).isNull();
    }

    @Test
    void aLongRequestMakesNothingFresh() {
        String id = signedIn(one, "hülya");
        var found = found(other, id);
        one.deleteById(id);
        pass(REMEMBERED);

        other.save(found);

        assertThat(other.findById(id)).isNull();
    }

    @Test
    void anOlderReadingNeverReplacesANewerOne() {
        String id = signedIn(one, "hülya");
        var slow = found(one, id);
        slow.setAttribute("draft", "d");
        pass(Duration.ofSeconds(1));
        var quick = found(one, id);
        quick.setAttribute("who", "ayşe");
        one.save(quick);
        assertThat(who(one, id)).isEqualTo("ayşe");

        // As Spring's own repository does, which writes what a request changed and nothing else
        slow.setAttribute("who", "ayşe");
        slow.removeAttribute("draft");
        database.asked.clear();
        one.save(slow);
        assertThat(who(one, id)).isEqualTo("ayşe");
        assertThat(database.asked).as("read again, since neither has seen all").containsExactly("save", "find");
    }

    @Test
    void whatAnotherNodeAddedIsFoundThoughTheSessionIsRemembered() {
        String id = signedIn(one, "hülya");
        who(other, id);
        var session = found(one, id);
        session.setAttribute("token", "t");
        one.save(session);

        assertThat(found(other, id).<String>getAttribute("token")).isEqualTo("t");
    }

    @Test
    void changingWhatWasSignedOutElsewhereBringsItNotBack() {
        String id = signedIn(one, "hülya");
        who(other, id);
        one.deleteById(id);

        var session = found(other, id);
        session.setAttribute("token", "t");
        other.save(session);

        assertThat(other.findById(id)).isNull();
        assertThat(database.kept).isEmpty();
    }

    @Test
    void aUseIsWrittenOnceAMinute() {
        String id = signedIn(one, "hülya");
        var begin = found(one, id).getLastAccessedTime();
        database.asked.clear();

        use(id, begin.plusSeconds(59));
        assertThat(database.asked).isEmpty();

        use(id, begin.plusSeconds(60));
        assertThat(database.asked).containsExactly("find", "save");
        assertThat(found(one, id).getLastAccessedTime()).isEqualTo(begin.plusSeconds(60));
    }

    @Test
    void whatCamundasAppsRememberStaysOnItsNode() {
        String id = signedIn(one, "hülya");
        database.asked.clear();

        var session = found(one, id);
        session.setAttribute("authenticatedUser", new Object());
        one.save(session);

        assertThat(database.asked).isEmpty();
        assertThat(found(one, id).<Object>getAttribute("authenticatedUser")).isNotNull();
        pass(REMEMBERED);
        assertThat(found(one, id).<Object>getAttribute("authenticatedUser")).isNotNull();
        assertThat(found(other, id).<Object>getAttribute("authenticatedUser")).isNull();
    }

    @Test
    void aNewIdEndsTheOldOne() {
        String id = signedIn(one, "hülya");
        var session = found(one, id);
        String newId = session.changeSessionId();
        one.save(session);

        assertThat(newId).isNotEqualTo(id);
        assertThat(one.findById(id)).isNull();
        assertThat(who(one, newId)).isEqualTo("hülya");
    }

    @Test
    void whatCannotBeReadIsNoSession() {
        String id = signedIn(one, "hülya");
        database.unreadable = true;

        assertThat(other.findById(id)).isNull();
        assertThat(database.kept).isEmpty();
    }

    private CachingSessionRepository<MapSession> node() {
        return new CachingSessionRepository<>(database, REMEMBERED, USE_INTERVAL, () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static String signedIn(CachingSessionRepository<MapSession> node, String who) {
        var session = node.createSession();
        session.setAttribute("who", who);
        node.save(session);
        return session.getId();
    }

    private static CachingSessionRepository<MapSession>.Shared found(
            CachingSessionRepository<MapSession> node, String id) {
        var session = node.findById(id);
        if (session == null) {
            throw new AssertionError("No session " + id);
        }
        return session;
    }

    private static @Nullable String who(CachingSessionRepository<MapSession> node, String id) {
        return found(node, id).getAttribute("who");
    }

    private void use(String id, Instant when) {
        var session = found(one, id);
        session.setLastAccessedTime(when);
        one.save(session);
    }

    /** Stores copies, like a database; a deleted session is not written again. */
    private static final class Database implements SessionRepository<MapSession> {

        private final Map<String, Map<String, Object>> kept = new ConcurrentHashMap<>();
        private final Map<String, Instant> used = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean unreadable;

        @Override
        public MapSession createSession() {
            var session = new MapSession();
            kept.put(session.getId(), Map.of());
            return session;
        }

        @Override
        public void save(MapSession session) {
            asked.add("save");
            String before = session.getOriginalId();
            if (kept.remove(before) != null) {
                kept.put(session.getId(), attributes(session));
                used.put(session.getId(), session.getLastAccessedTime());
            }
        }

        @Override
        public @Nullable MapSession findById(String id) {
            asked.add("find");
            var attributes = kept.get(id);
            if (attributes == null) {
                return null;
            }
            if (unreadable) {
                throw new SerializationFailedException("written by another version");
            }
            var session = new MapSession(id);
            attributes.forEach(session::setAttribute);
            session.setLastAccessedTime(used.getOrDefault(id, session.getLastAccessedTime()));
            return session;
        }

        @Override
        public void deleteById(String id) {
            kept.remove(id);
        }

        private static Map<String, Object> attributes(Session session) {
            var all = new HashMap<String, Object>();
            session.getAttributeNames().forEach(name -> all.put(name, session.getRequiredAttribute(name)));
            return all;
        }
    }
}
