package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tr.muhatap.CutDatabase;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * A node fails while sending, at each step in turn: the next one sends the rest, and the history has each message once.
 */
class SendingFaultsTest {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");

    /** The claim of a failed node outlasts sending. */
    private static final Duration CLAIM = Duration.ofMinutes(16);

    private final DataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(database);

    /** Keys of what the mail server took, in order. */
    private final List<String> taken = new ArrayList<>();

    private final Undelivered undelivered = mock(Undelivered.class);

    /** Thrown for whatever is to be sent; null if all is taken. */
    private @Nullable RuntimeException refusal;

    private Instant now = NOW;

    @BeforeEach
    void makeTables() throws Exception {
        for (var file : List.of("V004__mesaj", "V008__ozet", "V145__teslim", "V146__room_for_words")) {
            String migration = Files.readString(Path.of("src/main/resources/db/migration", file + ".sql"))
                    .replaceAll("--[^\n]*", "");
            Arrays.stream(migration.split(";"))
                    .filter(statement -> statement.contains("table mesaj"))
                    .forEach(statement -> jdbc.sql(statement).update());
        }
        // Stands for the history, written in the transaction that settles the message
        jdbc.sql("create table told (number varchar(20))").update();
    }

    @Test
    void eachMessageIsSentAndToldOfOnceWhereverANodeDies() {
        int cut = 1;
        boolean wasCut;
        do {
            String key = "2026-%06d:cevap".formatted(cut);
            messages(database)
                    .add(
                            key,
                            key.substring(0, 11),
                            Purpose.CEVAP,
                            new Destination(Medium.E_POSTA, "ayse@ornek.example"),
                            "Cevap",
                            "Çukur kapatıldı.",
                            Message.State.BEKLIYOR);
            taken.clear();

            var dying = new CutDatabase(database, cut);
            dies(() -> node(dying).sendDue());
            wasCut = dying.wasCut();
            boolean tookIt = taken.contains(key);
            boolean knowsIt = state(key).equals("GONDERILDI");
            now = now.plus(CLAIM);
            node(database).sendDue();

            assertThat(state(key)).as("cut at step %d", cut).isEqualTo("GONDERILDI");
            assertThat(told(key)).as("told, cut at step %d", cut).isOne();
            // Only between the server's OK and our commit it is sent again: the same key identifies both
            assertThat(taken).as("sent, cut at step %d", cut).containsOnly(key).hasSize(tookIt && !knowsIt ? 2 : 1);
            cut++;
        } while (wasCut);
        assertThat(cut).as("steps of one message").isGreaterThan(5);
    }

    /**
     * The node failed after the server's OK: the message waits for its claim to expire, and nobody sends it meanwhile.
     */
    @Test
    void whatAnotherNodeHasClaimedIsLeftToItForAWhile() {
        messages(database)
                .add(
                        "2026-000001:cevap",
                        "2026-000001",
                        Purpose.CEVAP,
                        new Destination(Medium.E_POSTA, "ayse@ornek.example"),
                        "Cevap",
                        "Çukur kapatıldı.",
                        Message.State.BEKLIYOR);
        var due = messages(database).due(Medium.E_POSTA, 10);
        assertThat(messages(database).claim(due.get(0), now.plus(Duration.ofMinutes(15))))
                .isTrue();
        assertThat(messages(database).claim(due.get(0), now.plus(Duration.ofMinutes(15))))
                .isFalse();

        assertThat(node(database).sendDue()).isZero();
        assertThat(taken).isEmpty();
        now = now.plus(CLAIM);
        assertThat(node(database).sendDue()).isOne();
        assertThat(taken).containsExactly("2026-000001:cevap");
    }

    /** The provider drops the same words to the same number within an hour alone. */
    @Test
    void aShortMessageOfUnknownFateIsRepeatedWithinTheHourAndThenGoesTheNextWay() {
        messages(database)
                .add(
                        "2026-000001:cevap",
                        "2026-000001",
                        Purpose.CEVAP,
                        new Destination(Medium.SMS, "+905321112233"),
                        "Cevap",
                        "Çukur kapatıldı.",
                        Message.State.BEKLIYOR);
        refusal = new SmsNotTaken(DeliveryFailure.UNSURE, "?");
        for (int attempt = 0; attempt < 20; attempt++) {
            node(database).sendDue();
            assertThat(dueAt()).isAfter(now).isBefore(now.plus(Duration.ofMinutes(30)));
            now = dueAt();
        }
        verify(undelivered, never()).tryNextWay(any(), anyString());

        now = NOW.plus(Duration.ofDays(4));
        node(database).sendDue();
        verify(undelivered).tryNextWay(any(), anyString());
    }

    private Instant dueAt() {
        return jdbc.sql("select due_at from mesaj")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Dispatcher node(DataSource seen) {
        var itsOwn = JdbcClient.create(seen);
        var carrier = mock(Carrier.class);
        doAnswer(call -> {
                    if (refusal != null) {
                        throw refusal;
                    }
                    return taken.add(call.<Message>getArgument(0).key());
                })
                .when(carrier)
                .carry(any());
        var register = mock(BasvuruRegister.class);
        doAnswer(call -> itsOwn.sql("insert into told values (?)")
                        .param(call.<String>getArgument(0))
                        .update())
                .when(register)
                .messageSent(anyString(), anyString(), anyString(), anyString());
        return new Dispatcher(
                messages(seen),
                carrier,
                undelivered,
                register,
                new TransactionTemplate(new DataSourceTransactionManager(seen)),
                event -> {},
                new NotificationSettings(
                        "muhatap@belediye.example",
                        "target/sms",
                        "http://localhost",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofDays(3),
                        DataSize.ofMegabytes(1),
                        402),
                clock());
    }

    private Messages messages(DataSource seen) {
        return new Messages(
                JdbcClient.create(seen), mock(BasvuruRegister.class), new CurrentUser(), event -> {}, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static void dies(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException cut) {
            assertThat(cut).rootCause().hasMessageContaining("cut at step");
        }
    }

    private String state(String key) {
        return jdbc.sql("select status from mesaj where message_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private long told(String key) {
        return jdbc.sql("select count(*) from told where number = ?")
                .param(key.substring(0, 11))
                .query(Long.class)
                .single();
    }
}
