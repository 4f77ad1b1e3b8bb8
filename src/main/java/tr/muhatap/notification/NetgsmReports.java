package tr.muhatap.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.Lanes;
import tr.muhatap.text.Texts;

/** Asks NetGSM what became of short messages; one that did not arrive goes by the next way that the applicant left. */
class NetgsmReports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NetgsmReports.class);
    private static final int BATCH = 50;
    private static final int WAITING = 0;
    private static final int NONE = -1;

    /** Delivered, or dropped since the same words had been sent to the same number before. */
    private static final Set<Integer> ARRIVED = Set.of(1, 13);

    private static final Set<Integer> NOT_ARRIVED = Set.of(2, 3, 4, 11, 12, 14, 15, 16, 17);

    private final NetgsmClient client;
    private final NetgsmSettings settings;
    private final SmsJobs jobs;
    private final Messages messages;
    private final Undelivered undelivered;
    private final DoorEvents door;
    private final Clock clock;
    private final Lanes<DoorKind> lanes;

    NetgsmReports(
            NetgsmClient client,
            NetgsmSettings settings,
            SmsJobs jobs,
            Messages messages,
            Undelivered undelivered,
            DoorEvents door,
            Clock clock) {
        this.client = client;
        this.settings = settings;
        this.jobs = jobs;
        this.messages = messages;
        this.undelivered = undelivered;
        this.door = door;
        this.clock = clock;
        this.lanes = new Lanes<>("sms-reports", settings.reports(), () -> List.of(DoorKind.SMS), kind -> ask());
    }

    @Override
    public void start() {
        if (!settings.user().isEmpty()) {
            lanes.start();
        }
    }

    @Override
    public void stop() {
        lanes.stop();
    }

    @Override
    public boolean isRunning() {
        return lanes.isRunning();
    }

    /** Asks about what is due; answers how many messages were settled. */
    int ask() {
        var due = jobs.claim(BATCH, settings.reports());
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, Integer> states;
        try {
            var ids = due.stream().map(SmsJobs.Job::id).toList();
            states = states(
                    client.call("/sms/rest/v2/report", Map.of("jobids", ids, "pagenumber", 0, "pagesize", BATCH)));
        } catch (SmsNotTaken away) {
            LOG.debug("No delivery reports: {}", away.getMessage());
            return 0;
        }
        int settled = 0;
        for (var job : due) {
            settled += settle(job, states.getOrDefault(job.id(), NONE)) ? 1 : 0;
        }
        return settled;
    }

    private boolean settle(SmsJobs.Job job, int state) {
        boolean tooOld = job.sentAt().plus(settings.reportsFor()).isBefore(clock.instant());
        boolean known = ARRIVED.contains(state) || NOT_ARRIVED.contains(state) && notArrived(job.key(), state);
        if (!known && !tooOld) {
            return false;
        }
        jobs.settle(job.key());
        return true;
    }

    /** False if the message is not marked as sent yet, so that the report is to be read again. */
    private boolean notArrived(String key, int state) {
        var message =
                messages.find(key).filter(found -> found.medium() == Medium.SMS).orElse(null);
        if (message == null) {
            return true;
        }
        if (message.status() == Message.State.GONDERILDI) {
            door.refused(DoorKind.SMS);
            undelivered.tryNextWay(message, Texts.of("notification.netgsm.rapor-" + state));
        }
        return message.status() != Message.State.BEKLIYOR;
    }

    private static Map<String, Integer> states(JsonNode answer) {
        var states = new HashMap<String, Integer>();
        answer.path("jobs")
                .forEach(job -> states.put(
                        job.path("jobid").asText(), job.path("status").asInt(WAITING)));
        return states;
    }
}
