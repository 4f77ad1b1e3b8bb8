package tr.muhatap.intake.cagri;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.channel.Channel;
import tr.muhatap.takip.TrackingCodes;

/**
 * What became of calls. Call and application find each other whichever of them comes first: each is stored before the
 * other is looked for.
 */
@Component
public class CallApplications {

    private static final int LENGTH_OF_A_TRACE = 32;
    /** What a call's second and further applications have behind its id. */
    private static final Pattern FURTHER = Pattern.compile("-[0-9]{1,2}$");

    private static final Channel PHONE = Channel.ofCalls();

    private final CallStore calls;
    private final BasvuruRegister register;
    private final TrackingCodes codes;

    CallApplications(CallStore calls, BasvuruRegister register, TrackingCodes codes) {
        this.calls = calls;
        this.register = register;
        this.codes = codes;
    }

    /** An outside number as a keyed hash, which leads to nobody and still recognises a repetition. */
    public String trace(String channel, String reference) {
        return codes.opaque("ihbar:" + channel + ":" + reference.strip()).substring(0, LENGTH_OF_A_TRACE);
    }

    /** A call became an application; nothing happens where no call has this id. */
    public void registered(String reference, String number) {
        calls.attach(reference.strip(), number);
    }

    /** Whoever called stays hidden: neither number nor recording is kept, and nothing says what became of the call. */
    public void hidden(String reference) {
        calls.close(ids(reference.strip()));
    }

    /** For a call whose first event came after its application. */
    void look(String callId) {
        register.findByExternalReference(PHONE, callId).ifPresent(basvuru -> calls.attach(callId, basvuru.number()));
        if (register.findByExternalReference(PHONE, trace(PHONE.name(), callId)).isPresent()) {
            calls.close(Set.of(callId));
        }
    }

    /** Calls that an application's outside number may mean. */
    static Set<String> ids(String reference) {
        String first = FURTHER.matcher(reference).replaceFirst("");
        return first.equals(reference) ? Set.of(reference) : Set.of(reference, first);
    }
}
