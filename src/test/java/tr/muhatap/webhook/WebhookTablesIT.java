package tr.muhatap.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.postgres.Postgres;

/** The outbox of status notices on PostgreSQL. */
class WebhookTablesIT {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 1);

    private final JdbcClient jdbc = JdbcClient.create(Postgres.dataSource(Postgres.newDatabase()));
    private final WebhookStore store = new WebhookStore(jdbc, mock(OfficeLog.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void makeTables() throws Exception {
        jdbc.sql(Files.readString(Path.of("src/main/resources/db/migration/V381__bildirim_adresi.sql")))
                .update();
        store.add("EBYS", "https://ebys.example/", "surec");
        store.add("Uygulama", "https://app.example/", "surec");
    }

    private static Basvuru at(Status status, LocalDate lastDay) {
        var basvuru = mock(Basvuru.class);
        when(basvuru.number()).thenReturn("2026-000001");
        when(basvuru.channel()).thenReturn(Channel.ALO_153);
        when(basvuru.status()).thenReturn(status);
        when(basvuru.receivedAt()).thenReturn(NOW);
        when(basvuru.deadline()).thenReturn(new Deadline(10, DayUnit.GUN, lastDay, NOW, ""));
        return basvuru;
    }

    @Test
    void eachOpenAddressGetsEachStatusAndEachLastDayOnce() {
        var first = store.all().get(0);
        var second = store.all().get(1);
        store.open(second, false);

        store.write(at(Status.KAYITLI, LAST_DAY), NOW);
        store.write(at(Status.KAYITLI, LAST_DAY), NOW);
        store.open(second, true);
        store.write(at(Status.BIRIMDE, LAST_DAY), NOW);
        store.write(at(Status.BIRIMDE, LAST_DAY.plusDays(1)), NOW);
        store.write(at(Status.KAYITLI, LAST_DAY.plusDays(1)), NOW);

        assertThat(store.newest(first.id(), 10))
                .extracting(StatusNotice::status)
                .containsExactly("KAYITLI", "BIRIMDE", "BIRIMDE", "KAYITLI");
        assertThat(store.newest(second.id(), 10)).hasSize(3);
        assertThat(store.due()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(store.count(StatusNotice.State.BEKLIYOR)).isEqualTo(7);
        assertThat(store.oldestWaiting()).isEqualTo(NOW);
    }

    @Test
    void aNoticeIsClaimedOnceAndGivenUpOrSentAgain() {
        var webhook = store.all().get(0);
        store.write(at(Status.KAYITLI, LAST_DAY), NOW);
        var notice = store.due(webhook.id(), 10).get(0);

        assertThat(store.claim(notice, NOW.plusSeconds(60))).isTrue();
        assertThat(store.claim(notice, NOW.plusSeconds(60))).isFalse();
        assertThat(store.due(webhook.id(), 10)).isEmpty();
        store.failed(notice.id(), "x".repeat(900), NOW);
        assertThat(store.due(webhook.id(), 10)).hasSize(1);
        store.giveUp(notice.id(), "neden");
        store.failed(notice.id(), "zu spät", NOW);
        assertThat(store.newest(webhook.id(), 1).get(0).state()).isEqualTo(StatusNotice.State.BASARISIZ);

        assertThat(store.again(webhook.id() + 1, notice.id())).isFalse();
        assertThat(store.again(webhook.id(), notice.id())).isTrue();
        var again = store.due(webhook.id(), 10).get(0);
        assertThat(store.claim(again, NOW.plusSeconds(60))).isTrue();
        assertThat(store.again(webhook.id(), notice.id())).as("being sent").isFalse();
        store.failed(notice.id(), "neden", NOW.plusSeconds(60));
        assertThat(store.again(webhook.id(), notice.id())).as("waits").isTrue();
        store.sent(notice.id());
        store.forget(NOW.plusSeconds(1));
        assertThat(store.newest(webhook.id(), 1)).isEmpty();
        assertThat(store.remove(webhook)).isTrue();
        assertThat(store.remove(webhook)).isFalse();
    }

    @Test
    void ofAnApplicationNothingOvertakesANoticeThatWaits() {
        var webhook = store.all().get(0);
        store.write(at(Status.KAYITLI, LAST_DAY), NOW);
        store.write(at(Status.BIRIMDE, LAST_DAY), NOW);
        assertThat(store.due(webhook.id(), 10)).extracting(StatusNotice::status).containsExactly("KAYITLI", "BIRIMDE");
        var first = store.due(webhook.id(), 10).get(0);
        store.claim(first, NOW.plusSeconds(900));
        store.failed(first.id(), "neden", NOW.plusSeconds(60));
        var other = at(Status.KAYITLI, LAST_DAY);
        when(other.number()).thenReturn("2026-000002");
        store.write(other, NOW);

        assertThat(store.due(webhook.id(), 10)).extracting(StatusNotice::number).containsExactly("2026-000002");
        store.giveUp(first.id(), "neden");
        assertThat(store.due(webhook.id(), 10)).extracting(StatusNotice::status).containsExactly("BIRIMDE", "KAYITLI");
    }

    @Test
    void aSecretIsRotatedOnceByWhoeverSawIt() {
        var seen = store.all().get(0);

        assertThat(store.rotate(seen, NOW.plusSeconds(60))).isTrue();
        assertThat(store.rotate(seen, NOW.plusSeconds(60))).isFalse();
        assertThat(store.find(seen.id()).orElseThrow().formerSecretId()).isEqualTo(seen.secretId());
        assertThat(store.anyOpen()).isTrue();
    }
}
