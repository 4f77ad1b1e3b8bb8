package tr.muhatap.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.access.SecurityLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Addresses of other systems that are notified of status changes, as those who own the process keep them. */
@Service
public class Webhooks {

    /** Fields of a new address. */
    public static final String NAME = "name";

    public static final String URL = "url";

    private static final int MOST = 20;
    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 500;

    private final WebhookStore webhooks;
    private final WebhookSecrets secrets;
    private final AllowedTargets targets;
    private final StatusNotices notices;
    private final WebhookSender sender;
    private final WebhookSettings settings;
    private final SecurityLog log;
    private final CurrentUser currentUser;
    private final Clock clock;

    Webhooks(
            WebhookStore webhooks,
            WebhookSecrets secrets,
            AllowedTargets targets,
            StatusNotices notices,
            WebhookSender sender,
            WebhookSettings settings,
            SecurityLog log,
            CurrentUser currentUser,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.targets = targets;
        this.notices = notices;
        this.sender = sender;
        this.settings = settings;
        this.log = log;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * An address as it is shown.
     *
     * @param formerUntil until when its former secret signs as well; null if it has none
     */
    public record View(
            long id,
            String name,
            String url,
            boolean open,
            @Nullable Instant formerUntil,
            long waiting,
            long failed) {}

    /** Hosts to which requests may go, as the settings name them. */
    public List<String> hosts() {
        return settings.hosts();
    }

    public List<View> all() {
        require();
        var now = clock.instant();
        return webhooks.all().stream()
                .map(webhook -> {
                    var until = webhook.formerUntil();
                    return new View(
                            webhook.id(),
                            webhook.name(),
                            webhook.url(),
                            webhook.open(),
                            until != null && now.isBefore(until) ? until : null,
                            webhooks.count(webhook.id(), StatusNotice.State.BEKLIYOR),
                            webhooks.count(webhook.id(), StatusNotice.State.BASARISIZ));
                })
                .toList();
    }

    /** What last went to an address, the newest first. */
    public List<StatusNotice> log(long id) {
        require();
        return webhooks.newest(get(id).id(), MOST_SHOWN);
    }

    /** The secret with which the receiver checks signatures; each look is logged. */
    public String secret(long id) {
        require();
        String secret = secrets.current(get(id));
        log.write(SecurityLog.Action.BILDIRIM_ANAHTARI_GORULDU, currentUser.name(), subject(id), null);
        return secret;
    }

    /** @throws tr.muhatap.problem.InvalidInputException naming every faulty field */
    public void add(@Nullable String name, @Nullable String url) {
        require();
        var check = new Check();
        String named = check.line(NAME, name, LONGEST_NAME);
        String address = check.line(URL, url, LONGEST_URL);
        check.require(address == null || targets.target(address).isPresent(), URL, Texts.of("webhook.adres-yasak"));
        check.require(webhooks.all().size() < MOST, NAME, Texts.of("webhook.cok", MOST));
        check.done();
        webhooks.add(Check.given(named), Check.given(address), currentUser.name());
        notices.changed();
    }

    /** A closed address gets nothing; what waits goes out once it is open again. */
    public void open(long id, boolean open) {
        require();
        settled(webhooks.open(get(id), open));
        notices.changed();
    }

    public void remove(long id) {
        require();
        settled(webhooks.remove(get(id)));
        notices.changed();
    }

    /** Makes a new secret; for a while both sign. Nothing happens where somebody was faster. */
    public void rotate(long id) {
        require();
        webhooks.rotate(get(id), clock.instant().plus(settings.oldSecret()));
    }

    /** The former secret signs no more. */
    public void endFormer(long id) {
        require();
        settled(webhooks.endFormer(get(id)));
    }

    /** Sends a notice of an address once more, under its key; nothing changes while it is being sent. */
    public void again(long id, long notice) {
        require();
        if (webhooks.again(id, notice)) {
            log.write(SecurityLog.Action.BILDIRIM_YENIDEN, currentUser.name(), subject(id), null);
        } else {
            settled(webhooks.has(id, notice));
        }
        sender.look();
    }

    @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT6H")
    void forgetOld() {
        webhooks.forget(clock.instant().minus(settings.kept()));
    }

    private static String subject(long id) {
        return "bildirim-adresi-" + id;
    }

    private Webhook get(long id) {
        return webhooks.find(id).orElseThrow(Webhooks::unknown);
    }

    private static void settled(boolean done) {
        if (!done) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException(Texts.of("webhook.yok"));
    }

    private void require() {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("webhook.yetki"));
        }
    }
}
