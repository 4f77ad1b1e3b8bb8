package tr.muhatap.notification;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tr.muhatap.text.Texts;

/**
 * Sends short messages by NetGSM. A message sent twice is recognised by NetGSM itself, which drops the same words to the same
 * number within an hour.
 */
final class NetgsmSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(NetgsmSender.class);
    private static final String TAKEN = "00";
    private static final String HOME = "+90";

    /** Six parts with Turkish characters, the longest that NetGSM takes. */
    private static final int LONGEST = 894;

    private static final int LONGEST_ID = 80;

    /** What each code says, and what is to be done next; any other one is tried again. */
    private static final Map<String, DeliveryFailure> CODES = Map.of(
            "20", DeliveryFailure.REFUSED,
            "30", DeliveryFailure.AWAY,
            "40", DeliveryFailure.AWAY,
            "50", DeliveryFailure.AWAY,
            "51", DeliveryFailure.AWAY,
            "70", DeliveryFailure.LATER,
            "80", DeliveryFailure.LATER,
            "85", DeliveryFailure.LATER,
            "100", DeliveryFailure.AWAY,
            "101", DeliveryFailure.AWAY);

    private final NetgsmClient client;
    private final NetgsmSettings settings;
    private final SmsJobs jobs;

    NetgsmSender(NetgsmClient client, NetgsmSettings settings, SmsJobs jobs) {
        this.client = client;
        this.settings = settings;
        this.jobs = jobs;
    }

    @Override
    public void send(String key, String phone, String text) {
        var message = Map.of("msg", ShortText.of(SmsText.of(text), LONGEST, ""), "no", number(phone));
        var answer = client.call(
                "/sms/rest/v2/send",
                Map.of(
                        "msgheader",
                        settings.header(),
                        "encoding",
                        "TR",
                        // Informational: no commercial message, for which the recipient's consent would be asked
                        "iysfilter",
                        "0",
                        "messages",
                        List.of(message)));
        String code = answer.path("code").asText();
        if (code.isEmpty()) {
            throw NetgsmClient.unreadable();
        }
        if (!code.equals(TAKEN)) {
            throw refusal(code);
        }
        String job = answer.path("jobid").asText();
        if (job.isEmpty() || job.length() > LONGEST_ID) {
            return;
        }
        try {
            jobs.keep(key, job, settings.reports());
        } catch (DataAccessException lost) {
            // It is on its way: to send it again would be worse than to know nothing of its arrival
            LOG.warn("No report will be asked for on message {}: {}", key, lost.toString());
        }
    }

    private static SmsNotTaken refusal(String code) {
        var how = CODES.get(code);
        return how == null
                ? new SmsNotTaken(DeliveryFailure.LATER, Texts.of("notification.netgsm.baska", shortened(code)))
                : new SmsNotTaken(how, Texts.of("notification.netgsm.kod-" + code));
    }

    private static String shortened(String code) {
        return code.codePointCount(0, code.length()) > LONGEST_ID ? "?" : code;
    }

    /** Ten digits at home, 00 and the country's code abroad. */
    static String number(String phone) {
        if (phone.startsWith(HOME)) {
            return phone.substring(HOME.length());
        }
        return phone.startsWith("+") ? "00" + phone.substring(1) : phone;
    }
}
