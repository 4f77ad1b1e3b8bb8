package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long sealing and verifying take on PostgreSQL; {@code -Dmuhatap.bench.entries=200000}. No test of the gate. */
class LogBench {

    private static final int ENTRIES = Integer.getInteger("muhatap.bench.entries", 20_000);
    private static final int GROWTH = ENTRIES / 40;

    @TempDir
    Path anchors;

    @Test
    void sealAndVerify() {
        var database = HistoryDatabase.POSTGRESQL.opened();
        var key =
                Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());
        var at = Instant.parse("2026-06-01T09:00:00Z");
        fill(database, ENTRIES, at);
        long started = System.nanoTime();
        database.node().seal();
        database.sign(key, anchors, at.plusSeconds(60));
        print("sealed " + ENTRIES, started);

        started = System.nanoTime();
        var whole = LogReader.verify(database.database(), List.of(), Map.of());
        print("verified " + whole.checked(), started);
        assertThat(whole.broken()).isEmpty();

        fill(database, GROWTH, at.plusSeconds(120));
        database.node().seal();
        database.sign(key, anchors, at.plusSeconds(180));
        started = System.nanoTime();
        var growth = LogReader.verify(database.database(), List.of(), Map.of(), whole.verified());
        print("verified the growth of " + growth.checked() + " behind " + growth.since(), started);
        assertThat(growth.broken()).isEmpty();
        assertThat(growth.since()).isPositive();
    }

    /** Half events of applications with a dozen each, half looks. */
    private static void fill(HistoryDatabase.Opened database, int entries, Instant at) {
        var batches = new JdbcTemplate(database.database());
        var rows = new ArrayList<Object[]>();
        for (int row = 0; row < entries / 2; row++) {
            rows.add(new Object[] {"2026-%06d".formatted(row / 12), at.atOffset(ZoneOffset.UTC)});
        }
        batches.batchUpdate(
                "insert into olay (number, at, actor, actor_name, action, detail) values (?, ?, 'masa', 'Ayşe Işık', "
                        + "'SevkEdildi', '{\"unit\":\"fen-isleri\",\"reason\":\"Yolda çukur var, asfalt bozuk.\"}')",
                rows);
        batches.batchUpdate(
                "insert into kisisel_veri_goruntuleme (number, at, actor, place) values (?, ?, 'masa', 'dosya')", rows);
        batches.execute("analyze");
    }

    private static void print(String what, long started) {
        System.out.println(what + ": " + (System.nanoTime() - started) / 1_000_000 + " ms");
    }
}
