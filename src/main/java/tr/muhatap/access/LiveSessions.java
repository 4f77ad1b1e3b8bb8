package tr.muhatap.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Whether somebody is still signed in; for answers that outlast their request. */
@Component
public class LiveSessions {

    private final SessionRepository<? extends Session> sessions;
    private final Accounts accounts;
    private final AccessSettings settings;

    LiveSessions(SessionRepository<? extends Session> sessions, Accounts accounts, AccessSettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Of these sessions, those that have neither ended nor expired; to ask does not count as use. */
    public Set<String> among(Collection<String> ids) {
        return ids.stream().filter(this::isLive).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isLive(String id) {
        var session = sessions.findById(id);
        return session != null && !session.isExpired();
    }

    /** Whether an account still exists and is in one of these groups. */
    public boolean isIn(String user, String... anyOfGroups) {
        return accounts.find(user)
                .filter(account -> Arrays.stream(anyOfGroups).anyMatch(account.groups()::contains))
                .isPresent();
    }

    /** How long a sign-in is valid at most, however much it is used. */
    public Duration longest() {
        return settings.sessionAbsolute();
    }
}
