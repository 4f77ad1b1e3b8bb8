package tr.muhatap.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions shared by all nodes, with a short-lived local cache to save queries. Only cached sessions that exist are
 * served from memory, unknown ones are looked up, and changes are written to the database at the end of the request. A
 * sign-out therefore takes effect at once on its own node, and elsewhere when the cache entry has expired.
 *
 * @param <S> the session type of the underlying repository
 */
final class CachingSessionRepository<S extends Session>
        implements SessionRepository<CachingSessionRepository<S>.Shared> {

    /**
     * Attribute of Camunda's apps, which rewrite it with each request and recreate it from our sign-in; it stays on its
     * node.
     */
    private static final String OF_THE_NODE = "authenticatedUser";

    private static final int MOST_REMEMBERED = 2_000;

    private final SessionRepository<S> database;
    private final long rememberedNanos;
    private final LongSupplier nanoTime;

    /** Minimum time between two updates of the last access. */
    private final Duration useInterval;

    /**
     * No expiry: stale entries are read again but keep their node-local attributes, and ended ids remain marked as
     * ended.
     */
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** @param session null if it ended here; ids are never reused */
    private record Remembered(@Nullable MapSession session, Map<String, Object> ofTheNode, long sinceNanos) {}

    /**
     * @param remembered how long a cached session is used
     * @param nanoTime time source
     */
    CachingSessionRepository(
            SessionRepository<S> database, Duration remembered, Duration useInterval, LongSupplier nanoTime) {
        this.database = database;
        this.rememberedNanos = remembered.toNanos();
        this.useInterval = useInterval;
        this.nanoTime = nanoTime;
    }

    @Override
    public Shared createSession() {
        return new Shared(database.createSession(), new ConcurrentHashMap<>());
    }

    @Override
    public void save(Shared session) {
        session.save();
    }

    @Override
    public @Nullable Shared findById(String id) {
        var known = remembered.getIfPresent(id);
        if (known != null && known.session() == null) {
            return null;
        }
        if (known != null && known.session() != null && nanoTime.getAsLong() - known.sinceNanos() < rememberedNanos) {
            return new Shared(known.session(), known.ofTheNode());
        }
        S found = readable(id);
        if (found == null) {
            end(id);
            return null;
        }
        var shared = new Shared(found, known == null ? new ConcurrentHashMap<>() : known.ofTheNode());
        shared.remember();
        return shared;
    }

    @Override
    public void deleteById(String id) {
        end(id);
        database.deleteById(id);
    }

    /** Treats a session that this version cannot deserialize as missing. */
    private @Nullable S readable(String id) {
        try {
            S found = database.findById(id);
            if (found != null) {
                found.getAttributeNames().forEach(found::getAttribute);
            }
            return found;
        } catch (ConversionException | SerializationFailedException unreadable) {
            database.deleteById(id);
            return null;
        }
    }

    private void end(String id) {
        remembered.put(id, new Remembered(null, Map.of(), nanoTime.getAsLong()));
    }

    /** A session as seen by one request. */
    final class Shared implements Session {

        private final Map<String, Object> ofTheNode;
        private Session shown;

        /** Read time; a long request must not make data read at its beginning look fresh. */
        private long readNanos = nanoTime.getAsLong();

        /** Null while the cached copy was sufficient, and if the session has ended meanwhile. */
        private @Nullable S stored;

        private boolean read;

        Shared(S stored, Map<String, Object> ofTheNode) {
            this.shown = stored;
            this.stored = stored;
            this.read = true;
            this.ofTheNode = ofTheNode;
        }

        Shared(MapSession remembered, Map<String, Object> ofTheNode) {
            this.shown = remembered;
            this.ofTheNode = ofTheNode;
        }

        private void read() {
            if (!read) {
                read = true;
                readNanos = nanoTime.getAsLong();
                stored = readable(getId());
                shown = stored != null ? stored : new MapSession(getId());
            }
        }

        private void save() {
            if (stored != null) {
                database.save(stored);
                remember();
            } else if (read) {
                end(getId());
            }
        }

        private void remember() {
            remembered.asMap().compute(getId(), (id, known) -> remembered(known));
        }

        /** What another request read later lacks what this one wrote, and the other way round: both are read again. */
        private Remembered remembered(@Nullable Remembered known) {
            if (known == null) {
                return new Remembered(new MapSession(shown), ofTheNode, readNanos);
            }
            if (known.session() == null) {
                return known;
            }
            return known.sinceNanos() > readNanos
                    ? new Remembered(known.session(), ofTheNode, nanoTime.getAsLong() - rememberedNanos)
                    : new Remembered(new MapSession(shown), ofTheNode, readNanos);
        }

        @Override
        public String getId() {
            return shown.getId();
        }

        @Override
        public String changeSessionId() {
            read();
            end(getId());
            return shown.changeSessionId();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getAttribute(String name) {
            if (name.equals(OF_THE_NODE)) {
                return (T) ofTheNode.get(name);
            }
            T value = shown.getAttribute(name);
            if (value == null && !read) {
                read();
                value = shown.getAttribute(name);
            }
            return value;
        }

        @Override
        public Set<String> getAttributeNames() {
            read();
            return shown.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            if (!name.equals(OF_THE_NODE)) {
                read();
                shown.setAttribute(name, value);
            } else if (value != null) {
                ofTheNode.put(name, value);
            } else {
                ofTheNode.remove(name);
            }
        }

        @Override
        public void removeAttribute(String name) {
            setAttribute(name, null);
        }

        @Override
        public Instant getCreationTime() {
            return shown.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (!time.isBefore(getLastAccessedTime().plus(useInterval))) {
                read();
                shown.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return shown.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            read();
            shown.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return shown.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return shown.isExpired();
        }
    }
}
