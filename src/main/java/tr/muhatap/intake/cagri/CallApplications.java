package tr.muhatap.intake.cagri;

import java.util.List;
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
        calls.close(callId(reference));
    }

    /** Links a call whose first event came after its application. */
    void look(String callId) {
        register.findByExternalReference(PHONE, callId).ifPresent(basvuru -> calls.attach(callId, basvuru.number()));
        if (register.findByExternalReference(PHONE, trace(PHONE.name(), callId)).isPresent()) {
            calls.close(callId);
        }
    }

    /** Calls of an application; another system's call of the same id that became another one is not its. */
    List<CallStore.Row> of(String reference, String number) {
        var all = calls.withId(callId(reference));
        var own = all.stream().filter(call -> number.equals(call.number())).toList();
        return own.isEmpty() ? all : own;
    }

    /** Id of the call to which an application's external number refers: whole, or else without the suffix. */
    private String callId(String given) {
        String reference = given.strip();
        return calls.has(reference) ? reference : FURTHER.matcher(reference).replaceFirst("");
    }
}
