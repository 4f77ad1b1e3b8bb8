package tr.muhatap.intake.posta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.channel.Channel;

/** A real mailbox on a real IMAP server: what comes is stored once, whatever the server does, and what it says follows. */
@HttpTest
class MailboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    private GreenMail outgoing;

    @Autowired
    private MailboxPositions positions;

    @Autowired
    private MailStore mails;

    @Autowired
    private MailSorter sorter;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String box;
    private GreenMailUser user;

    @BeforeAll
    static void startServer() {
        SERVER.start();
    }

    @AfterAll
    static void stopServer() {
        SERVER.stop();
    }

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        box = Office.unique();
        user = SERVER.setUser(box + "@belediye.example", box, "sifre-" + box);
    }

    @Test
    void anAnswerThatComesBackLaterGoesByTheNextWay() throws Exception {
        var number = approved("\"phone\":\"0532 111 22 33\",\"email\":\"%s@ornek.example\"".formatted(box));
        arrives(Mails.bounce(messageIdOfAnswer(), "failed", "5.1.1"));

        assertThat(look().stored()).isEqualTo(1);
        sorter.sortDue();

        assertThat(states()).containsExactly(MailState.GERI_DONEN.name());
        assertThat(answer(number)).containsEntry("medium", "SMS");
        assertThat(history(number)).contains("MesajIletilemedi");
    }

    @Test
    void whatStandsInTheListOfDeliveriesWhereNoWayIsLeft() throws Exception {
        var number = approved("\"email\":\"%s@ornek.example\"".formatted(box));
        arrives(Mails.bounce(messageIdOfAnswer(), "failed", "5.1.1"));

        look();
        sorter.sortDue();

        assertThat(answer(number)).containsEntry("status", "ILETILEMEDI");
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>E-posta · Cevap: " + number + "</h2>");
    }

    @Test
    void aReportThatNamesNoMailOfOursOrOnlyADelayChangesNothing() throws Exception {
        var number = approved("\"phone\":\"0532 111 22 33\",\"email\":\"%s@ornek.example\"".formatted(box));
        var id = messageIdOfAnswer();
        // The last digit of the hash, which is all that a stranger cannot know
        int last = id.indexOf('@') - 1;
        var guessed = id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0') + id.substring(last + 1);
        arrives(Mails.bounce(guessed, "failed", "5.1.1"));
        arrives(Mails.bounce(id, "delayed", "4.4.1"));
        arrives(Mails.bounce("<baska@ornek.example>", "failed", "5.1.1"));

        assertThat(look().stored()).isEqualTo(3);
        sorter.sortDue();

        assertThat(states()).containsOnly(MailState.OTOMATIK.name());
        assertThat(answer(number)).containsEntry("medium", "E_POSTA").containsEntry("status", "GONDERILDI");
    }

    @Test
    void theSameMailTwiceIsOneAlsoWhereTheServerNumbersAnew() throws Exception {
        var mail = Mails.bounce("<baska@ornek.example>", "failed", "5.1.1");
        arrives(mail);
        arrives("Received: from elsewhere by here; Mon, 18 May 2026 10:16:00 +0300\r\n" + mail);
        assertThat(look().stored()).isEqualTo(1);
        assertThat(look().stored()).isZero();

        // As after a restoration: the same mails, other numbers
        transaction.executeWithoutResult(tx -> positions.advance(box, 1, 0));

        assertThat(look().stored()).isZero();
        arrives(Mails.bounce("<baska@ornek.example>", "failed", "5.1.1"));
        assertThat(look().stored()).isEqualTo(1);
    }

    @Test
    void nothingIsMarkedBeforeItIsStoredAndWhatIsOlderIsLeft() throws Exception {
        var inbox = SERVER.getManagers().getImapHostManager().getInbox(user);
        inbox.appendMessage(
                mime("Subject: Eski\r\n\r\nGeçen yıl"),
                new Flags(),
                Date.from(clock.instant().minus(Duration.ofDays(40))));
        arrives("Subject: Yeni\r\n\r\nBugün");

        assertThat(look().stored()).isEqualTo(1);

        assertThat(inbox.getMessages())
                .extracting(each -> each.getFlags().contains(Flags.Flag.SEEN))
                .containsOnly(true);
        assertThat(mails.raw(id()))
                .hasValueSatisfying(raw ->
                        assertThat(new String(raw, StandardCharsets.UTF_8)).contains("Bugün"));
        assertThat(jdbc.sql("select raw from gelen_posta where mailbox = ?")
                        .param(box)
                        .query(byte[].class)
                        .single())
                .as("encrypted")
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("Subject", "Yeni");
    }

    @Test
    void ofAMailThatIsTooLargeTheBeginningIsStored() throws Exception {
        arrives("Subject: B\u00fcy\u00fck\r\n\r\n" + "x".repeat(600_000));

        assertThat(reader(SERVER.getImap().getPort(), DataSize.ofKilobytes(300)).stored())
                .isEqualTo(1);

        assertThat(mails.due(1_000))
                .filteredOn(mail -> mail.mailbox().equals(box))
                .singleElement()
                .satisfies(mail -> assertThat(mail.whole()).isFalse());
        assertThat(mails.raw(id()))
                .hasValueSatisfying(raw -> assertThat(raw.length).isBetween(100_000, 300_000));
    }

    @ParameterizedTest
    @EnumSource(value = IllProxy.Illness.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aServerThatIsIllCostsTimeOnly(IllProxy.Illness illness) throws Exception {
        arrives("Subject: Bir\r\n\r\n" + "a".repeat(3_000));
        arrives("Subject: \u0130ki\r\n\r\n" + "b".repeat(3_000));
        try (var proxy = new IllProxy(SERVER.getImap().getPort(), illness, 5_000)) {
            var ill = reader(proxy.port(), DataSize.ofMegabytes(30));
            assertThat(ill.failed()).isTrue();
            assertThat(ill.stored()).isZero();

            proxy.becomes(IllProxy.Illness.NONE);
            assertThat(reader(proxy.port(), DataSize.ofMegabytes(30)).failed()).isFalse();
        }
        assertThat(states()).hasSize(2);
    }

    @Test
    void aServerThatIsNotThereAndAWrongPassword() {
        assertThat(reader(1, DataSize.ofMegabytes(30)).failed()).isTrue();
        user.setPassword("baska");
        assertThat(look().failed()).isTrue();
        assertThat(jdbc.sql("select failure from posta_kutusu where ad = ?")
                        .param(box)
                        .query(String.class)
                        .single())
                .doesNotContain("sifre-" + box, box + "@");
    }

    private MailboxReader.Look look() {
        return reader(SERVER.getImap().getPort(), DataSize.ofMegabytes(30));
    }

    private MailboxReader.Look reader(int imap, DataSize largest) {
        var own = new MailboxSettings.Box(
                "127.0.0.1", imap, box, "sifre-" + box, MailboxSettings.Tls.NONE, "INBOX", Channel.DIJITAL);
        var boxes = new LinkedHashMap<String, MailboxSettings.Box>();
        boxes.put(box, own);
        var second = Duration.ofSeconds(1);
        var settings = new MailboxSettings(
                boxes,
                second,
                second,
                second,
                Duration.ofSeconds(10),
                largest,
                Duration.ofDays(1),
                Duration.ofDays(90));
        return new MailboxReader(positions, mails, settings, transaction, clock).look(box, own);
    }

    private void arrives(String mail) throws Exception {
        user.deliver(mime(mail));
    }

    private static MimeMessage mime(String mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private java.util.List<String> states() {
        return jdbc.sql("select state from gelen_posta where mailbox = ? order by id")
                .param(box)
                .query(String.class)
                .list();
    }

    private long id() {
        return jdbc.sql("select id from gelen_posta where mailbox = ?")
                .param(box)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> answer(String number) {
        return jdbc.sql("select medium, status from mesaj where message_key = ?")
                .param(number + ":cevap")
                .query()
                .singleRow();
    }

    private String approved(String contact) {
        return office.approved("DIJITAL", Office.application("DIJITAL", contact));
    }

    private String history(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                .response()
                .body();
    }

    private String messageIdOfAnswer() throws Exception {
        var address = box + "@ornek.example";
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(address).length == 2);
        for (var mail : Arrays.asList(outgoing.getReceivedMessagesForDomain(address))) {
            if (mail.getSubject().startsWith("Cevap")) {
                return mail.getMessageID();
            }
        }
        throw new AssertionError("No answer went to " + address);
    }
}
