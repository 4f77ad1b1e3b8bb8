package tr.muhatap.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.postgres.Postgres;

/** The counts of the doors on PostgreSQL, from two nodes. */
class DoorTablesIT {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");

    @Test
    void countsOfTwoNodesAreAdded() throws Exception {
        var jdbc = JdbcClient.create(Postgres.dataSource(Postgres.newDatabase()));
        jdbc.sql(Files.readString(Path.of("src/main/resources/db/migration/V380__kapi_sayimi.sql")))
                .update();
        var one = new DoorEvents(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
        var other = new DoorEvents(jdbc, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));

        one.refused(DoorKind.API);
        one.refused(DoorKind.API);
        one.flush();
        assertThat(one.lastTaken(DoorKind.API)).isNull();
        other.taken(DoorKind.API);
        other.refused(DoorKind.API);
        other.flush();
        one.refused(DoorKind.API);
        one.flush();

        assertThat(one.refused(DoorKind.API, NOW.minus(Duration.ofHours(2)))).isEqualTo(4);
        assertThat(one.refused(DoorKind.API, NOW)).isZero();
        assertThat(one.refused(DoorKind.SMS, NOW.minus(Duration.ofHours(2)))).isZero();
        assertThat(one.lastTaken(DoorKind.API)).isEqualTo(NOW.plusSeconds(60));
    }
}
