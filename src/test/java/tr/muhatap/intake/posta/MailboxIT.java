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
import java.util.Map;
import java.util.Objects;
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
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.notification.ConfirmedContacts;
import tr.muhatap.takip.TrackingCodes;

/** A mailbox on a real IMAP server: each mail is stored once, whatever the server does, and is processed. */
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
    private ConfirmedContacts contacts;

    @Autowired
    private MailSorter sorter;

    @Autowired
    private Intake intake;

    @Autowired
    private TrackingCodes codes;

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
        sorter.sortDue(settings(Channel.DIJITAL));

        assertThat(states()).containsExactly(MailState.GERI_DONEN.name());
        assertThat(answer(number)).containsEntry("medium", "SMS");
        assertThat(history(number)).contains("MesajIletilemedi");
    }

    @Test
    void whatStandsInTheListOfDeliveriesWhereNoWayIsLeft() throws Exception {
        var number = approved("\"email\":\"%s@ornek.example\"".formatted(box));
        arrives(Mails.bounce(messageIdOfAnswer(), "failed", "5.1.1"));

        look();
        sorter.sortDue(settings(Channel.DIJITAL));

        assertThat(answer(number)).containsEntry("status", "ILETILEMEDI");
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>E-posta · Cevap: " + number + "</h2>");
    }

    @Test
    void aReportThatNamesNoMailOfOursOrOnlyADelayChangesNothing() throws Exception {
        var number = approved("\"phone\":\"0532 111 22 33\",\"email\":\"%s@ornek.example\"".formatted(box));
        var id = messageIdOfAnswer();
        // The last digit of the hash, the only part that a stranger cannot know
        int last = id.indexOf('@') - 1;
        var guessed = id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0') + id.substring(last + 1);
        arrives(Mails.bounce(guessed, "failed", "5.1.1"));
        arrives(Mails.bounce(id, "delayed", "4.4.1"));
        arrives(Mails.bounce("<baska@ornek.example>", "failed", "5.1.1"));

        assertThat(look().stored()).isEqualTo(3);
        sorter.sortDue(settings(Channel.DIJITAL));

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

        assertThat(mails.due(java.util.Set.of(box), 1_000))
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
    void aMailBecomesAnApplicationWithItsFilesAndItsWriterGetsAReceipt() throws Exception {
        var mail = Mails.from("Ayşe Yıldız", box + "@ornek.example", "Sokak lambası yanmıyor")
                .with("fotoğraf.txt", "direk 12")
                .text("Gül Sokak’ta üç gündür lamba yanmıyor.");

        var row = sorted(Channel.DIJITAL, mail);

        assertThat(row).containsEntry("state", "KAYDEDILDI");
        var number = String.valueOf(row.get("number"));
        var application = office.get("halkla", "/api/v1/basvurular/" + number).body();
        assertThat(application.get("channel").asText()).isEqualTo("DIJITAL");
        assertThat(application.get("subject").asText()).isEqualTo("Sokak lambası yanmıyor");
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .response()
                        .body())
                .contains("fotoğraf.txt");
        var address = box + "@ornek.example";
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(address).length == 1);
        // Nobody has confirmed the address yet: no name and no subject goes there
        assertThat(body(outgoing.getReceivedMessagesForDomain(address)[0]))
                .contains(number)
                .doesNotContain("Yıldız", "lamba");
        var link = java.util.regex.Pattern.compile("/takip/adres\\?k=([0-9a-f]+)")
                .matcher(body(outgoing.getReceivedMessagesForDomain(address)[0])
                        .replace("=\r\n", "")
                        .replace("=3D", "="));
        assertThat(link.find()).isTrue();
        assertThat(office.get("", link.group()).response().body())
                .contains("Takip kodunuz bu adrese")
                .doesNotContain("son dört");
        assertThat(contacts.confirm(link.group(1), "")).isTrue();
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(address).length == 2);
        // There is no other way to the code for whoever was shown no page
        assertThat(body(outgoing.getReceivedMessagesForDomain(address)[1])).containsPattern("kodunuz: ?[A-Z2-9]{4}");
    }

    @Test
    void aMailOf4982NeedsAnIdentityElseAClerkLooksAtIt() throws Exception {
        var with = Mails.from("Ayşe Yıldız", box + "@ornek.example", "İhale belgeleri")
                .text("2025 ihale belgelerini istiyorum.\nT.C. Kimlik No: 10000000146\nAdres: Gül Sokak 1");
        var without = Mails.from("Ayşe Yıldız", box + "@ornek.example", "İhale")
                .text("2025 ihale belgelerini istiyorum. 10000000146");

        var registered = sorted(Channel.BILGI_EDINME, with);
        assertThat(registered).containsEntry("state", "KAYDEDILDI");
        assertThat(office.get("bilgi", "/api/v1/basvurular/" + registered.get("number"))
                        .body()
                        .get("kind")
                        .asText())
                .isEqualTo("BILGI_ISTEMI");
        assertThat(sorted(Channel.BILGI_EDINME, without))
                .containsEntry("state", "BEKLIYOR")
                .containsEntry("reason", "KIMLIK_YOK");
    }

    @Test
    void whatAMachineSendsIsNeitherRegisteredNorAnswered() throws Exception {
        for (var header : java.util.List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "List-Id: <haber.ornek.example>",
                "Return-Path: <>")) {
            var mail = Mails.from("Ayşe Yıldız", box + "@ornek.example", "Ofis dışındayım")
                    .header(header)
                    .text("Döneceğim. " + header.length());
            assertThat(sorted(Channel.DIJITAL, mail)).as(header).containsEntry("state", "OTOMATIK");
        }
        assertThat(outgoing.getReceivedMessagesForDomain(box + "@ornek.example"))
                .isEmpty();
    }

    @Test
    void aReplyJoinsItsApplicationByOurMessageIdOrByNumberAndCodeAlone() throws Exception {
        var registered = office.post(
                        "istemci",
                        "/api/v1/basvurular",
                        Office.application("DIJITAL", "\"email\":\"%s@ornek.example\"".formatted(box)))
                .body();
        var number = registered.get("number").asText();
        var code = registered.get("trackingCode").asText();
        var writer = Mails.from("Ayşe Yıldız", box + "@ornek.example", "Re: Kayıt");
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(box + "@ornek.example").length == 1);
        var receipt = outgoing.getReceivedMessagesForDomain(box + "@ornek.example")[0].getMessageID();

        assertThat(sorted(
                        Channel.DIJITAL,
                        writer.header("In-Reply-To: " + receipt)
                                .with("ek.txt", "belge")
                                .text("Lamba hep yanmıyor. Kodum " + code + "\n> alıntı")))
                .containsEntry("state", "EKLENDI")
                .containsEntry("number", number);
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Lamba hep yanmıyor.", "(takip kodu)")
                .doesNotContain(code, "alıntı");
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .response()
                        .body())
                .contains("ek.txt");

        assertThat(sorted(
                        Channel.DIJITAL,
                        Mails.from("Başka Biri", "baska@ornek.example", number + " " + code)
                                .text("Bir ek daha")))
                .containsEntry("state", "EKLENDI")
                .containsEntry("number", number);
        var wrong = code.charAt(0) == 'A' ? "B" + code.substring(1) : "A" + code.substring(1);
        assertThat(sorted(
                        Channel.DIJITAL,
                        Mails.from("Ayşe Yıldız", box + "@ornek.example", number + " " + wrong)
                                .text("Yanlış kod")))
                .containsEntry("state", "BEKLIYOR")
                .containsEntry("reason", "NUMARA_VAR");
        int last = receipt.indexOf('@') - 1;
        var guessed =
                receipt.substring(0, last) + (receipt.charAt(last) == '0' ? '1' : '0') + receipt.substring(last + 1);
        assertThat(sorted(
                        Channel.DIJITAL,
                        writer.header("In-Reply-To: " + guessed).text("Tahmin edilmiş")))
                .extractingByKey("number")
                .isNotEqualTo(number);

        // A reader of a former, corrected address no longer acts for the applicant
        Office.does(office.post(
                "halkla",
                "/api/v1/basvurular/" + number + "/contact-correction",
                "{\"email\":\"%s.dogru@ornek.example\"}".formatted(box)));
        assertThat(sorted(
                        Channel.DIJITAL,
                        Mails.from("Ayşe Yıldız", box + "@ornek.example", "Re: Kayıt")
                                .header("In-Reply-To: " + receipt)
                                .text("Düzeltilen adresten")))
                .doesNotContainEntry("state", "EKLENDI");
    }

    @Test
    void aReplyCompletesWhatWasMissingAndOneToAClosedApplicationWaits() throws Exception {
        var number = office.post(
                        "istemci",
                        "/api/v1/basvurular",
                        Office.application("DIJITAL", "\"email\":\"%s@ornek.example\"".formatted(box)))
                .body()
                .get("number")
                .asText();
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(box + "@ornek.example").length == 1);
        var receipt = outgoing.getReceivedMessagesForDomain(box + "@ornek.example")[0].getMessageID();
        Office.does(office.put(
                "halkla",
                "/api/v1/basvurular/" + number + "/gerekce",
                "{\"text\":\"Fotoğraf eksik\",\"decision\":\"EKSIK\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));
        assertThat(status(number)).isEqualTo("EKSIK_BEKLIYOR");

        var reply =
                Mails.from("Ayşe Yıldız", box + "@ornek.example", "Ynt: Eksik").header("References: " + receipt);
        assertThat(sorted(Channel.DIJITAL, reply.with("fotoğraf.txt", "burada").text("")))
                .containsEntry("state", "EKLENDI");
        office.moveClock("PT0S");
        assertThat(status(number)).isEqualTo("ON_INCELEMEDE");

        Office.does(office.post("halkla", "/api/v1/basvurular/" + number + "/withdrawal", "{\"reason\":\"Vazgeçti\"}"));
        assertThat(sorted(Channel.DIJITAL, reply.text("Bir de bunu ekleyin")))
                .containsEntry("state", "BEKLIYOR")
                .containsEntry("reason", "KAPALI_BASVURU")
                .containsEntry("number", number);
    }

    /** A reader of a mistyped address cannot complete somebody else's application. */
    @Test
    void aReplyFromAnAddressThatNobodyConfirmedCompletesNothingWithoutAClerk() throws Exception {
        var address = box + "@ornek.example";
        var registered = intake.takeFromCitizen(
                new SubmissionRequest(
                        "DIJITAL",
                        "WEB",
                        "TALEP",
                        null,
                        "Çöp kutusu",
                        "Parka çöp kutusu konulsun.",
                        new SubmissionRequest.ApplicantRequest(
                                "GERCEK",
                                "Gül",
                                "Şahin",
                                null,
                                "10000000146",
                                null,
                                null,
                                null,
                                "0532 111 22 33",
                                address,
                                null,
                                false),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                basvuru -> {});
        var number = registered.basvuru().number();
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(address).length == 1);
        var receipt = outgoing.getReceivedMessagesForDomain(address)[0].getMessageID();
        Office.does(office.put(
                "halkla",
                "/api/v1/basvurular/" + number + "/gerekce",
                "{\"text\":\"Adres eksik\",\"decision\":\"EKSIK\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));

        assertThat(sorted(
                        Channel.DIJITAL,
                        Mails.from("Gül Şahin", address, "Ynt: Eksik")
                                .header("References: " + receipt)
                                .text("Benim değil.")))
                .containsEntry("state", "BEKLIYOR")
                .containsEntry("reason", "ADRES_TEYITSIZ")
                .containsEntry("number", number);
        assertThat(status(number)).isEqualTo("EKSIK_BEKLIYOR");

        assertThat(sorted(
                        Channel.DIJITAL,
                        Mails.from("Gül Şahin", address, number + " " + codes.atRegistration(registered.basvuru()))
                                .text("Adres: Çiçek Sokak 3.")))
                .containsEntry("state", "EKLENDI");
    }

    @Test
    void aMachineThatAnswersEveryReceiptIsNotAnsweredForEver() throws Exception {
        for (int i = 0; i < 2; i++) {
            var mail = Mails.from("Ayşe Yıldız", box + "@ornek.example", "Mesajınızı aldık " + i)
                    .text("İlginize teşekkürler.");
            assertThat(sorted(Channel.DIJITAL, mail)).containsEntry("state", i == 0 ? "KAYDEDILDI" : "BEKLIYOR");
        }
    }

    @Test
    void aClerkRegistersWhatTheProgramCouldNot() throws Exception {
        var row = sorted(
                Channel.DIJITAL,
                Mails.from("ayse", box + "@ornek.example", "<script>alert(1)</script>")
                        .with("a.txt", "belge")
                        .with("zararlı.exe", "MZ\u0000\u0001")
                        .body(
                                "Content-Type: text/html; charset=utf-8\n\n<p onclick=x()>Lamba <b>yanmıyor</b></p><script>y()</script>"));
        assertThat(row).containsEntry("state", "BEKLIYOR");
        var page = "/posta-kutusu/" + row.get("id");
        assertThat(office.get("halkla", "/posta-kutusu").response().body()).contains(page, "&lt;script&gt;");
        assertThat(office.get("halkla", page).response().body())
                .contains("Lamba yanmıyor", "a.txt", "zararlı.exe", "düz metni yok")
                .doesNotContain("<script>alert", "onclick", "y()");
        assertThat(looks("posta-" + row.get("id"))).contains("posta kutusu");
        assertThat(office.get("halkla", page + "/ileti")
                        .response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");

        var faulty = office.form(
                "halkla",
                page + "/kayit",
                "channel",
                "DIJITAL",
                "kind",
                "SIKAYET",
                "subject",
                "Lamba",
                "text",
                "Yanmıyor",
                "type",
                "GERCEK",
                "firstName",
                "Ayşe",
                "email",
                box + "@ornek.example",
                "ek",
                "1");
        assertThat(faulty.response().body()).contains("zararlı.exe").doesNotContain("başarıyla");
        faulty = office.form(
                "halkla",
                page + "/kayit",
                "channel",
                "DIJITAL",
                "kind",
                "SIKAYET",
                "subject",
                "Lamba",
                "text",
                "Yanmıyor",
                "type",
                "GERCEK",
                "firstName",
                "Ayşe",
                "email",
                box + "@ornek.example");
        assertThat(faulty.response().body()).contains("href=\"#lastName\"", "value=\"Ayşe\"");
        // Without digits to ask for, its link alone would confirm an address that the clerk mistyped
        faulty = office.form(
                "halkla",
                page + "/kayit",
                "channel",
                "DIJITAL",
                "kind",
                "SIKAYET",
                "subject",
                "Lamba",
                "text",
                "Yanmıyor",
                "type",
                "GERCEK",
                "firstName",
                "Ayşe",
                "lastName",
                "Yıldız",
                "email",
                "baskasi@ornek.example");
        assertThat(faulty.response().body()).contains("href=\"#email\"", "Gönderenin adresinden başka");

        var fields = new String[] {
            "channel",
            "DIJITAL",
            "kind",
            "SIKAYET",
            "subject",
            "Lamba",
            "text",
            "Yanmıyor",
            "type",
            "GERCEK",
            "firstName",
            "Ayşe",
            "lastName",
            "Yıldız",
            "email",
            box + "@ornek.example",
            "ek",
            "0"
        };
        assertThat(office.form("halkla", page + "/kayit", fields).status()).isEqualTo(302);
        var number = jdbc.sql(
                        "select number from gelen_posta where id = ? and state = 'KAYDEDILDI' and decided_by = 'halkla'")
                .param(row.get("id"))
                .query(String.class)
                .single();
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("kind")
                        .asText())
                .isEqualTo("SIKAYET");
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .response()
                        .body())
                .contains("a.txt")
                .doesNotContain(".exe");
        assertThat(office.form("halkla", page + "/kayit", fields).response().body())
                .contains("daha önce işleme alınmış");
        assertThat(jdbc.sql("select count(*) from basvuru where external_reference = (select 'e-posta-' || "
                                + "substring(fingerprint, 1, 40) from gelen_posta where id = ?)")
                        .param(row.get("id"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aClerkJoinsAMailToItsApplicationOrSetsItAsideWithAReason() throws Exception {
        var number = office.post(
                        "istemci", "/api/v1/basvurular", Office.application("DIJITAL", "\"phone\":\"0532 111 22 33\""))
                .body()
                .get("number")
                .asText();
        var row = sorted(
                Channel.DIJITAL,
                Mails.from("Ayşe Yıldız", box + "@ornek.example", number + " hakkında")
                        .text("Bir de bu var"));
        var page = "/posta-kutusu/" + row.get("id");

        for (var stranger : java.util.List.of("bilgi", "fen", "denetci", "istemci")) {
            assertThat(office.get(stranger, page).status()).as(stranger).isEqualTo(403);
            assertThat(office.form(stranger, page + "/ekle", "number", number).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(office.form("halkla", page + "/ekle", "number", "2001-000001")
                        .response()
                        .body())
                .contains("Bu numarayla bir başvuru yok.", "value=\"Ayşe\"");
        assertThat(office.form("halkla", page + "/ekle", "number", number).status())
                .isEqualTo(302);
        assertThat(office.get("halkla", "/dosya/" + number).response().body()).contains("Bir de bu var");

        row = sorted(
                Channel.DIJITAL,
                Mails.from("Ayşe", box + "@ornek.example", "Reklam").text("Kazandınız"));
        page = "/posta-kutusu/" + row.get("id");
        assertThat(office.form("halkla", page + "/kenara", "note", " ")
                        .response()
                        .body())
                .contains("Neden kenara aldığınızı");
        assertThat(office.form("halkla", page + "/kenara", "note", "Reklam").status())
                .isEqualTo(302);
        assertThat(office.get("halkla", "/posta-kutusu?durum=BITEN").response().body())
                .contains(page);
        assertThat(office.form("halkla", page + "/kenara", "note", "Reklam")
                        .response()
                        .body())
                .contains("daha önce");
    }

    @Test
    void whatWasDealtWithLongAgoIsForgottenAndKnownAgain() throws Exception {
        var mail = Mails.from("Ayşe", box + "@ornek.example", "Eski")
                .header("Precedence: bulk")
                .text("Liste");
        var id = (Long)
                java.util.Objects.requireNonNull(sorted(Channel.DIJITAL, mail).get("id"));
        jdbc.sql("update gelen_posta set decided_at = ? where id = ?")
                .params(java.time.OffsetDateTime.now(clock).minusDays(91), id)
                .update();

        sorter.forgetOld(settings(Channel.DIJITAL));

        assertThat(mails.raw(id)).isEmpty();
        assertThat(office.get("halkla", "/posta-kutusu/" + id).response().body())
                .contains("Saklama süresi");
        arrives(mail);
        assertThat(look().stored()).isZero();
    }

    private java.util.List<String> looks(String number) {
        return jdbc.sql("select place from kisisel_veri_goruntuleme where number = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void theDemonstrationPlaysTheOtherSide() {
        var address = box + "@ornek.example";
        var fields = new String[] {
            "box", "basvuru", "name", "Ayşe Yıldız", "email", address, "subject", box, "text", "Lamba yanmıyor: " + box
        };
        assertThat(office.form("halkla", "/demo/posta/gonder", fields).status()).isEqualTo(403);
        assertThat(office.form("admin", "/demo/posta/gonder", fields).status()).isEqualTo(302);
        await().atMost(PATIENCE).until(() -> outgoing.getReceivedMessagesForDomain(address).length == 1);
        assertThat(office.get("halkla", "/posta-kutusu?durum=BITEN").response().body())
                .contains(box);
        var message = jdbc.sql("select id from mesaj where recipient = ? and status = 'GONDERILDI'")
                .param(address)
                .query(Long.class);
        await().atMost(PATIENCE).until(() -> message.list().size() == 1);

        assertThat(office.form("admin", "/demo/posta/" + message.single() + "/geri-don")
                        .status())
                .isEqualTo(302);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("select status from mesaj where recipient = ?")
                                .param(address)
                                .query(String.class)
                                .single())
                        .isEqualTo("ILETILEMEDI"));
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
        var settings = settings(imap, largest, Channel.DIJITAL);
        return new MailboxReader(positions, mails, settings, transaction, clock)
                .look(box, Objects.requireNonNull(settings.boxes().get(box)));
    }

    private MailboxSettings settings(Channel channel) {
        return settings(SERVER.getImap().getPort(), DataSize.ofMegabytes(30), channel);
    }

    private MailboxSettings settings(int imap, DataSize largest, Channel channel) {
        var own = new MailboxSettings.Box(
                "127.0.0.1", imap, box, "sifre-" + box, MailboxSettings.Tls.NONE, "INBOX", channel);
        var second = Duration.ofSeconds(1);
        return new MailboxSettings(
                Map.of(box, own),
                second,
                second,
                second,
                Duration.ofSeconds(10),
                largest,
                Duration.ofDays(1),
                Duration.ofDays(90));
    }

    /** State of a mail after processing. */
    private Map<String, Object> sorted(Channel channel, String mail) throws Exception {
        arrives(mail);
        assertThat(look().stored()).isEqualTo(1);
        sorter.sortDue(settings(channel));
        return jdbc.sql("select id, state, reason, number from gelen_posta where mailbox = ? order by id desc limit 1")
                .param(box)
                .query()
                .singleRow();
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

    private String status(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .get("status")
                .asText();
    }

    private static String body(MimeMessage mail) throws Exception {
        var all = new java.io.ByteArrayOutputStream();
        mail.writeTo(all);
        return jakarta.mail.internet.MimeUtility.decodeText(all.toString(StandardCharsets.UTF_8));
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
