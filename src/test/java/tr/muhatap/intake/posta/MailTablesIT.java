package tr.muhatap.intake.posta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tr.muhatap.channel.Channel;
import tr.muhatap.form.FormCipher;
import tr.muhatap.postgres.Postgres;
import tr.muhatap.problem.RuleViolationException;

/** The mailboxes' tables on PostgreSQL. */
class MailTablesIT {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");
    private static final String BOX = "genel";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final JdbcClient jdbc = JdbcClient.create(Postgres.dataSource(Postgres.newDatabase()));
    private final FormCipher cipher = mock(FormCipher.class);
    private final MailStore mails = new MailStore(jdbc, cipher, clock);
    private final MailboxPositions positions = new MailboxPositions(jdbc, clock);

    @BeforeEach
    void makeTables() throws Exception {
        when(cipher.encrypt(any(), anyString())).thenAnswer(call -> call.getArgument(0));
        when(cipher.decrypt(any(), anyString())).thenAnswer(call -> Optional.of(call.getArgument(0)));
        for (var file : List.of("V230__gelen_posta.sql", "V231__gelen_posta_gonderen.sql")) {
            jdbc.sql(Files.readString(Path.of("src/main/resources/db/migration", file)))
                    .update();
        }
    }

    @Test
    void aMailIsStoredOnceAndDealtWithOnce() {
        assertThat(mails.add(mail(1, "Subject: Bir\r\n\r\nmetin"), List.of(BOX)))
                .isTrue();
        assertThat(mails.add(mail(2, "Received: x\r\nSubject: Bir\r\n\r\nmetin"), List.of(BOX, "diger")))
                .isFalse();

        var due = mails.due(List.of(BOX), 10);
        assertThat(due).singleElement().satisfies(mail -> {
            assertThat(mails.claim(mail)).isTrue();
            assertThat(mails.claim(mail)).isFalse();
            assertThat(mails.raw(mail.id())).isPresent();
            assertThat(mails.isInAnotherMailbox(mail)).isFalse();
        });
        long id = due.get(0).id();
        mails.describe(id, due.get(0).fingerprint(), "{}".getBytes(StandardCharsets.UTF_8), "kim", "ne");
        mails.settle(id, Verdict.waits(Waiting.YALNIZ_HTML));
        mails.settle(id, Verdict.of(MailState.KAYDEDILDI, "2026-000001"));
        assertThatThrownBy(() -> mails.settle(id, Verdict.of(MailState.EKLENDI, "2026-000002")))
                .isInstanceOf(RuleViolationException.class);

        assertThat(mails.list(List.of(MailState.KAYDEDILDI), true, 0, 5))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo("2026-000001");
                    assertThat(row.why()).isNull();
                    assertThat(row.head()).isNotNull();
                });
        assertThat(mails.registered("kim", NOW.minusSeconds(1))).isEqualTo(1);
        assertThat(mails.isRepeated("kim", "ne", NOW.minusSeconds(1))).isTrue();
        assertThat(mails.forget(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(mails.raw(id)).isEmpty();
        assertThat(mails.find(id)).isPresent();
    }

    @Test
    void aMailboxIsReadByOneNodeAtATimeAndGoesOnWhereItStopped() {
        var most = Duration.ofMinutes(5);
        assertThat(positions.claim(BOX, most, Duration.ofDays(1))).isTrue();
        assertThat(positions.claim(BOX, most, Duration.ofDays(1))).isFalse();
        assertThat(positions.of(BOX)).isEqualTo(new MailboxPositions.Position(null, 0, NOW.minus(Duration.ofDays(1))));

        positions.advance(BOX, 7, 41);
        assertThat(positions.of(BOX).lastUid(7)).isEqualTo(41);
        assertThat(positions.of(BOX).lastUid(8)).as("numbered again").isZero();
        assertThat(positions.stuck(BOX, 42)).isEqualTo(NOW);
        positions.release(BOX, "no such user ayse@ornek.example " + "x".repeat(500));
        assertThat(positions.claim(BOX, most, Duration.ofDays(1))).isTrue();

        var counts = new MailCounts(settings(), jdbc);
        assertThat(counts.boxes()).singleElement().satisfies(box -> {
            assertThat(box.lookedAt()).isNull();
            assertThat(box.failure()).hasSize(200).doesNotContain("ayse@");
        });
        assertThat(counts.longestUnread()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(counts.waiting()).isZero();
        assertThat(counts.lastMail()).isNull();
        positions.release(BOX, null);
        assertThat(counts.longestUnread()).isEqualTo(NOW);
    }

    @Test
    void whatIsSetWronglyIsRefused() {
        assertThatThrownBy(() -> box("posta.example", MailboxSettings.Tls.NONE, Channel.DIJITAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box("posta.example", MailboxSettings.Tls.SSL, Channel.CIMER))
                .isInstanceOf(IllegalArgumentException.class);
        var box = box("posta.example", MailboxSettings.Tls.SSL, Channel.DIJITAL);
        assertThat(box.portToUse()).isEqualTo(993);
        assertThat(box.toString()).doesNotContain("gizli");
    }

    private static MailboxSettings settings() {
        var second = Duration.ofSeconds(1);
        return new MailboxSettings(
                Map.of(BOX, box("localhost", MailboxSettings.Tls.NONE, Channel.DIJITAL)),
                second,
                second,
                second,
                second,
                DataSize.ofMegabytes(1),
                Duration.ofDays(1),
                Duration.ofDays(90));
    }

    private static MailboxSettings.Box box(String host, MailboxSettings.Tls tls, Channel channel) {
        return new MailboxSettings.Box(host, 0, "kutu", "gizli", tls, "INBOX", channel);
    }

    private static MailStore.Raw mail(long uid, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return new MailStore.Raw(BOX, 1, uid, NOW, bytes.length, true, bytes);
    }
}
