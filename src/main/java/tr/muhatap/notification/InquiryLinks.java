package tr.muhatap.notification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tr.muhatap.takip.TrackingCodes;

/**
 * Addresses at which questions are answered without an account. Stored messages hold a placeholder with the link's seed; whoever
 * reads them learns no address.
 */
@Component
public class InquiryLinks {

    /** The page at which questions are answered. */
    public static final String PAGE = "/takip/soru";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\(soru ([0-9a-f]{32})\\)");

    private final TrackingCodes codes;
    private final NotificationSettings settings;

    InquiryLinks(TrackingCodes codes, NotificationSettings settings) {
        this.codes = codes;
        this.settings = settings;
    }

    static String placeholder(String seed) {
        return "(soru " + seed + ")";
    }

    /** The address of a link, by its seed. */
    public String address(String seed) {
        return settings.baseUrl() + PAGE + "?k=" + codes.linkToken(seed);
    }

    String filled(String body) {
        return PLACEHOLDER.matcher(body).replaceAll(found -> Matcher.quoteReplacement(address(found.group(1))));
    }
}
