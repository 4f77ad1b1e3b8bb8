package tr.muhatap.intake.cagri;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.access.LiveSessions;
import tr.muhatap.problem.TooManyRequestsException;
import tr.muhatap.text.Texts;

/**
 * Server-sent events to operators: a call of theirs began to ring, was answered or ended. An event carries nobody's data; the page
 * asks for the calls. They are read from the database, so that it does not matter which node took the event, and only while
 * somebody listens. A stream ends with the sign-in that opened it.
 */
@Service
public class CallStream implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallStream.class);
    private static final String CHANGED = "degisti";
    private static final String[] OPERATORS = {Groups.CAGRI_MERKEZI, Groups.CAMUNDA_ADMIN};
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Looks between two checks of the sign-ins, and between two signs of life for the proxies on the way. */
    private static final int LOOKS_PER_CHECK = 3;

    private static final int LOOKS_PER_SIGN = 15;
    private static final int MOST_OF_ONE = 6;
    private static final int MOST = 300;
    private static final Duration WITHOUT_SESSION = Duration.ofMinutes(5);
    private static final int SOON = 30;

    private final CallStore calls;
    private final CallSettings settings;
    private final LiveSessions sessions;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScheduledExecutorService thread;
    private int looks;

    CallStream(CallStore calls, CallSettings settings, LiveSessions sessions, CurrentUser currentUser, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.sessions = sessions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** An open stream; what it was last sent for stands in {@code seen}. */
    private static final class Listener {

        private final SseEmitter emitter;
        private final String user;
        private final @Nullable String session;
        private final long end;
        private @Nullable String seen;

        Listener(SseEmitter emitter, String user, @Nullable String session, Duration longest) {
            this.emitter = emitter;
            this.user = user;
            this.session = session;
            this.end = System.nanoTime() + longest.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - end > 0;
        }
    }

    /**
     * Opens a stream for the current user, whose first event comes at once.
     *
     * @param session id of the session that was signed in to; null for whoever brings a password with each request
     * @throws AccessDeniedException for whoever takes no calls
     * @throws TooManyRequestsException if the user, or all together, have too many
     */
    public SseEmitter open(@Nullable String session) {
        if (!currentUser.isIn(OPERATORS)) {
            throw new AccessDeniedException(Texts.of("intake.cagri.yetki"));
        }
        String user = currentUser.name();
        long ofUser = listeners.stream().filter(one -> one.user.equals(user)).count();
        if (ofUser >= MOST_OF_ONE || listeners.size() >= MOST) {
            throw new TooManyRequestsException(Duration.ofSeconds(SOON));
        }
        // Without a limit of its own: the looks end it
        var emitter = new SseEmitter(0L);
        var listener = new Listener(emitter, user, session, session == null ? WITHOUT_SESSION : sessions.longest());
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onError(gone -> listeners.remove(listener));
        listeners.add(listener);
        return emitter;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var worker = new Thread(work, "call-stream");
            worker.setDaemon(true);
            return worker;
        });
        started.scheduleWithFixedDelay(this::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Before the web server waits for its last requests, of which these would be some. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
        }
        listeners.forEach(CallStream::end);
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void lookSafely() {
        try {
            if (!listeners.isEmpty()) {
                look();
            }
        } catch (RuntimeException failed) {
            // The next look tries again
            LOG.debug("Calls could not be looked through: {}", failed.toString());
        }
    }

    private void look() {
        looks++;
        if (looks % LOOKS_PER_CHECK == 0) {
            endThoseSignedOut();
        }
        var current = calls.current(clock.instant().minus(settings.shown()));
        for (var listener : listeners) {
            String now = current.stream()
                    .filter(call -> call.operator() == null || call.operator().equals(listener.user))
                    .map(call -> call.id() + " " + call.stage())
                    .collect(Collectors.joining(","));
            if (!now.equals(listener.seen)) {
                listener.seen = now;
                send(listener, SseEmitter.event().name(CHANGED).data(""));
            } else if (looks % LOOKS_PER_SIGN == 0) {
                send(listener, SseEmitter.event().comment(""));
            }
        }
    }

    private void endThoseSignedOut() {
        Set<String> live = sessions.among(listeners.stream()
                .flatMap(listener -> Stream.ofNullable(listener.session))
                .collect(Collectors.toSet()));
        for (var listener : listeners) {
            boolean signedIn = listener.session == null || live.contains(listener.session);
            if (!signedIn || listener.isOver() || !sessions.isIn(listener.user, OPERATORS)) {
                listeners.remove(listener);
                end(listener);
            }
        }
    }

    private void send(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
            end(listener);
        }
    }

    private static void end(Listener listener) {
        try {
            listener.emitter.complete();
        } catch (IllegalStateException gone) {
            LOG.trace("A stream had ended already");
        }
    }
}
