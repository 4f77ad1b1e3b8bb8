package tr.muhatap.liste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tr.muhatap.dosya.ApplicationList.Line;

class TaskSearchTest {

    @Test
    void theMostUrgentComesFirstWhicheverQueryFoundIt() {
        assertThat(TaskSearchController.soonest(Stream.of(
                        line("2026-000003", "2026-06-03"),
                        line("2026-000005", "2026-06-05"),
                        line("2026-000002", "2026-06-02"),
                        line("2026-000005", "2026-06-05"),
                        line("2026-000001", "2026-06-03"))))
                .containsExactly("2026-000002", "2026-000001", "2026-000003", "2026-000005");
    }

    private static Line line(String number, String lastDay) {
        return new Line(
                number,
                "",
                "",
                "",
                "",
                null,
                "",
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                LocalDate.parse(lastDay),
                null,
                false,
                0,
                null,
                null);
    }
}
