package tr.muhatap.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tr.muhatap.basvuru.BasvuruEvent;

/** Logs each event after the commit: number and event name only. */
@Component
@Profile("production")
class EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    @TransactionalEventListener(fallbackExecution = true)
    void write(BasvuruEvent event) {
        var line = LOG.atInfo();
        // A duplicate key would drop the whole line
        if (MDC.get(NumberInLog.KEY) == null) {
            line = line.addKeyValue(NumberInLog.KEY, event.number());
        }
        line.log(event.type().id());
    }
}
