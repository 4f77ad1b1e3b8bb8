package tr.muhatap.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tr.muhatap.basvuru.BasvuruEvent;

class EventLogTest {

    private static final BasvuruEvent EVENT =
            new BasvuruEvent.IkinciSureDoldu("2026-000123", Instant.parse("2026-05-18T07:15:00Z"), "sistem");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(EventLog.class);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        MDC.clear();
    }

    @Test
    void theNumberStandsOnTheLineOnce() {
        new EventLog().write(EVENT);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getKeyValuePairs()).singleElement().hasToString("basvuruNo=\"2026-000123\""));
    }

    @Test
    void whereItStandsAlreadyItIsNotSaidAgain() {
        MDC.put("basvuruNo", "2026-000123");

        new EventLog().write(EVENT);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getKeyValuePairs()).isNullOrEmpty();
            assertThat(line.getMDCPropertyMap()).containsEntry("basvuruNo", "2026-000123");
        });
    }
}
