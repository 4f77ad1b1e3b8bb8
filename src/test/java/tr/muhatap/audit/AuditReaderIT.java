package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import tr.muhatap.basvuru.BasvuruEventType;

/** Auditors' lists of rare events do not read the whole history. */
class AuditReaderIT {

    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource
    void rareEventsAndOnePersonsLooksAreFoundByAnIndex(HistoryDatabase kind) {
        var database = kind.opened();
        var at = Instant.parse("2026-06-01T09:00:00Z").atOffset(ZoneOffset.UTC);
        var events = new ArrayList<Object[]>();
        var looks = new ArrayList<Object[]>();
        for (int row = 0; row < ROWS; row++) {
            events.add(new Object[] {at, row % 5_000 == 7 ? "YenidenAcildi" : row % 2 == 0 ? "Alindi" : "Kapandi"});
            looks.add(new Object[] {at, row % 5_000 == 7 ? "denetci" : "k" + row % 7});
        }
        var batches = new JdbcTemplate(database.database());
        batches.batchUpdate(
                "insert into olay (number, at, actor, action, detail) values ('2026-000001', ?, 'masa', ?, '{}')",
                events);
        batches.batchUpdate(
                "insert into kisisel_veri_goruntuleme (number, at, actor, place) values ('2026-000001', ?, ?, 'dosya')",
                looks);
        batches.execute("analyze");
        var reader = new AuditReader(
                database.jdbc(), Jackson2ObjectMapperBuilder.json().build());

        assertThat(reader.events(
                        List.of(BasvuruEventType.YENIDEN_ACILDI),
                        null,
                        new AuditReader.Query(null, null, null, null, 51)))
                .hasSize(4);
        assertThat(reader.looks(null, new AuditReader.Query(null, null, "denetci", null, 51)))
                .hasSize(4);
        assertThat(plan(
                        batches,
                        "select * from olay where action in ('YenidenAcildi', 'SureUzatildi') "
                                + "order by id desc limit 51"))
                .contains("olay_action");
        assertThat(plan(
                        batches,
                        "select * from kisisel_veri_goruntuleme where actor = 'denetci' "
                                + "order by id desc limit 51"))
                .contains("kisisel_veri_goruntuleme_actor");
    }

    private static String plan(JdbcTemplate database, String statement) {
        return String.join("\n", database.queryForList("explain " + statement, String.class))
                .toLowerCase(Locale.ROOT);
    }
}
