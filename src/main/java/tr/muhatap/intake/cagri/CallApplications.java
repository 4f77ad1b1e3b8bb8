package tr.muhatap.intake.cagri;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.channel.Channel;
import tr.muhatap.takip.TrackingCodes;

/** Links calls and applications, whichever comes first: each is stored before the other is searched. */
@Component
public class CallApplications {

    private static final int LENGTH_OF_A_TRACE = 32;
    /** Suffix of a call's id for its second and further applications. */
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

    /** Keyed hash of an external number, which identifies nobody but recognises duplicates. */
    public String trace(String channel, String reference) {
        return codes.opaque("ihbar:" + channel + ":" + reference.strip()).substring(0, LENGTH_OF_A_TRACE);
    }

    /** A call became an application; ignored if no call has this id. */
    public void registered(String reference, String number) {
        calls.attach(reference.strip(), number);
    }

    /** The informer stays hidden: number and recording are deleted, and the call is not linked. */
    public void hidden(String reference) {
        calls.close(ids(reference.strip()));
    }

    /** Links a call whose first event came after its application. */
    void look(String callId) {
        register.findByExternalReference(PHONE, callId).ifPresent(basvuru -> calls.attach(callId, basvuru.number()));
        if (register.findByExternalReference(PHONE, trace(PHONE.name(), callId)).isPresent()) {
            calls.close(Set.of(callId));
        }
    }

    /** Call ids that an application's external number may refer to. */
    static Set<String> ids(String reference) {
        String first = FURTHER.matcher(reference).replaceFirst("");
        return first.equals(reference) ? Set.of(reference) : Set.of(reference, first);
    }
}
