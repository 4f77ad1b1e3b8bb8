package tr.muhatap.intake.cagri;

import java.util.Map;
import org.springframework.stereotype.Service;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Processes events of telephone systems. */
@Service
public class CallEvents {

    private final CallStore calls;
    private final CallApplications applications;

    CallEvents(CallStore calls, CallApplications applications) {
        this.calls = calls;
        this.applications = applications;
    }

    /**
     * Stores an event; idempotent. Calls within the office are ignored.
     *
     * @param system its name, e.g. {@code verimor}
     * @param fields by the names of the system, nested ones as {@code outer.inner}
     * @throws NotFoundException if there is no such system
     * @throws InvalidInputException if the event names no call
     */
    public void take(String system, Map<String, String> fields) {
        var known = system(system);
        if (TelephoneSystem.isInternal(fields)) {
            return;
        }
        var event = known.read(fields)
                .orElseThrow(() -> new InvalidInputException("callId", Texts.of("intake.cagri.numara-yok")));
        if (calls.keep(known, event)) {
            applications.look(event.callId());
        }
    }

    static TelephoneSystem system(String name) {
        return TelephoneSystem.find(name).orElseThrow(() -> new NotFoundException(Texts.of("intake.cagri.sistem-yok")));
    }
}
