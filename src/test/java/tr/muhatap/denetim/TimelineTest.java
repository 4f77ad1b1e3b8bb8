package tr.muhatap.denetim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tr.muhatap.audit.AuditReader;

/** A truncated history says so. */
class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

    private static List<AuditReader.Look> looks(int count) {
        return IntStream.range(0, count)
                .mapToObj(each ->
                        new AuditReader.Look(count - each, "2026-000001", NOW.minusSeconds(each), "fen", "dosya"))
                .toList();
    }

    @Test
    void looksThatAreLeftOutAreSaidBeforeThoseThatAreShown() {
        var lines = Timeline.looks(looks(4), 3).toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).what()).contains("en yeni 3 görüntüleme");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.at()).isAfterOrEqualTo(lines.get(0).at()));
    }

    @Test
    void whatIsWholeSaysNothing() {
        assertThat(Timeline.looks(looks(3), 3))
                .hasSize(3)
                .noneMatch(line -> line.what().contains("en yeni"));
        assertThat(Timeline.looks(looks(0), 3)).isEmpty();
    }
}
