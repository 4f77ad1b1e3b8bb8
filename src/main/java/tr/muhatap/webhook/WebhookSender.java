package tr.muhatap.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.Lanes;
import tr.muhatap.door.Pauses;
import tr.muhatap.text.Texts;

/** Sends waiting status notices, each address on a lane of its own; after a failure they wait longer each time. */
@Component
public class WebhookSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int BATCH = 50;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;

    /** Before so many attempts nothing is given up, however long the program was down meanwhile. */
    private static final int FEWEST_ATTEMPTS = 10;

    /** Longer than sending takes and than clocks of nodes differ. */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private final WebhookStore webhooks;
    private final WebhookSecrets secrets;
    private final AllowedTargets targets;
    private final WebhookSettings settings;
    private final DoorEvents door;
    private final ObjectMapper json;
    private final Clock clock;
    private final Poster poster;
    private final Lanes<Long> lanes;

    WebhookSender(
            WebhookStore webhooks,
            WebhookSecrets secrets,
            AllowedTargets targets,
            WebhookSettings settings,
            DoorEvents door,
            ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.targets = targets;
        this.settings = settings;
        this.door = door;
        this.json = json;
        this.clock = clock;
        this.poster = new Poster(targets, settings, InetAddress::getAllByName);
        this.lanes = new Lanes<>("webhook", settings.sweep(), webhooks::due, this::sendDue);
    }

    @Override
    public void start() {
        lanes.start();
    }

    @Override
    public void stop() {
        lanes.stop();
    }

    @Override
    public boolean isRunning() {
        return lanes.isRunning();
    }

    /** Lets the threads look for waiting notices soon. */
    void look() {
        lanes.look();
    }

    private int sendDue(long id) {
        var webhook = webhooks.find(id).filter(Webhook::open).orElse(null);
        if (webhook == null) {
            return 0;
        }
        int settled = 0;
        for (var notice : webhooks.due(id, BATCH)) {
            if (!webhooks.claim(notice, clock.instant().plus(CLAIM))) {
                // Another node sends it: those behind it come after it
                break;
            }
            try {
                send(webhook, notice);
                webhooks.sent(notice.id());
                door.taken(DoorKind.BILDIRIM_ADRESI);
                settled++;
            } catch (IOException | RuntimeException failed) {
                failed(webhook, notice, failed);
                // Those behind it would meet the same, and come in their order
                break;
            }
        }
        return settled;
    }

    private void send(Webhook webhook, StatusNotice notice) throws IOException {
        var target =
                targets.target(webhook.url()).orElseThrow(() -> new IOException(Texts.of("webhook.hata.adres-yasak")));
        byte[] body = body(notice);
        var now = clock.instant();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Muhatap");
        headers.put("X-Muhatap-Id", notice.key());
        headers.put("X-Muhatap-Signature", SignedRequest.header(now, body, secrets.valid(webhook, now)));
        int status = poster.post(target, headers, body);
        if (status >= REDIRECT && status < BAD_REQUEST) {
            throw new IOException(Texts.of("webhook.hata.yonlendirme", status));
        }
        if (status < OK || status >= REDIRECT) {
            throw new IOException(Texts.of("webhook.hata.durum-kodu", status));
        }
    }

    private byte[] body(StatusNotice notice) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", notice.key());
        body.put("sequence", notice.id());
        body.put("event", "STATUS_CHANGED");
        body.put("number", notice.number());
        body.put("channel", notice.channel());
        body.put("status", notice.status());
        body.put("receivedAt", inOffice(notice.receivedAt()));
        body.put("lastDay", notice.lastDay().toString());
        body.put("changedAt", inOffice(notice.happenedAt()));
        return bytes(body);
    }

    private byte[] bytes(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inOffice(Instant at) {
        return at.atZone(OfficeClock.ISTANBUL).toOffsetDateTime().toString();
    }

    private void failed(Webhook webhook, StatusNotice notice, Exception failure) {
        String why = String.valueOf(failure.getMessage());
        LOG.debug("Status notice {} could not be sent, attempt {}: {}", notice.key(), notice.attempts() + 1, why);
        var now = clock.instant();
        if (notice.attempts() + 1 >= FEWEST_ATTEMPTS
                && notice.createdAt().plus(settings.giveUpAfter()).isBefore(now)) {
            LOG.warn("Status notice {} to address {} was given up: {}", notice.key(), webhook.id(), why);
            webhooks.giveUp(notice.id(), why);
            door.refused(DoorKind.BILDIRIM_ADRESI);
        } else {
            webhooks.failed(notice.id(), why, now.plus(Pauses.after(notice.attempts())));
        }
    }
}
