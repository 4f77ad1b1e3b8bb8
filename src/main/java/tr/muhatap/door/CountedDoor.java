package tr.muhatap.door;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Doors behind which nothing waits: what comes is registered at once, or refused. */
@Configuration(proxyBeanMethods = false)
class CountedDoor {

    @Bean
    Door webForm(DoorEvents events) {
        return since -> counted(DoorKind.WEB_FORMU, events, since);
    }

    @Bean
    Door api(DoorEvents events) {
        return since -> counted(DoorKind.API, events, since);
    }

    @Bean
    Door open311(DoorEvents events) {
        return since -> counted(DoorKind.OPEN311, events, since);
    }

    private static DoorState counted(DoorKind kind, DoorEvents events, Instant since) {
        return new DoorState(kind, events.lastTaken(kind), 0, null, events.refused(kind, since));
    }
}
