package tr.muhatap.intake.posta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.attachment.Upload;

/** Untrusted mails: ordinary ones are read, anomalies are reported, and nothing takes long. */
class MailParserTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Charset TURKISH = Charset.forName("windows-1254");

    @Test
    void anOrdinaryMail() {
        var mail = parse(ayse("Sokak lambası").with("fotoğraf.jpg", "resim").text("Işık yanmıyor.\n\nTeşekkürler"));

        assertThat(mail.faults()).isEmpty();
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.from()).isEqualTo(new IncomingMail.Sender("Ayşe Yıldız", "ayse@ornek.example"));
        assertThat(mail.subject()).isEqualTo("Sokak lambası");
        assertThat(mail.text()).isEqualTo("Işık yanmıyor.\n\nTeşekkürler");
        assertThat(mail.files()).extracting(Upload::name).containsExactly("fotoğraf.jpg");
    }

    @Test
    void ofTwoFormsOfTheSameWordsThePlainOneIsRead() {
        var mail = parse(ayse("Konu")
                .body(
                        "Content-Type: multipart/alternative; boundary=ic\n\n--ic\nContent-Type: text/plain\n\nDüz\n--ic\n"
                                + "Content-Type: text/html\n\n<b>Süslü</b>\n--ic--"));

        assertThat(mail.text()).isEqualTo("Düz");
        assertThat(mail.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x | SIFRELI
                    application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m    | SIFRELI
                    application/pkcs7-mime; smime-type=signed-data; name=smime.p7m       | IMZALI
                    multipart/signed; protocol="application/pkcs7-signature"; boundary=x  | IMZALI
                    application/ms-tnef; name=winmail.dat                                 | KAPALI_BICIM
                    text/calendar; method=REQUEST                                         | TAKVIM
                    """)
    void whatIsNotOrdinaryIsNamed(String type, Waiting why) {
        assertThat(parse(ayse("Konu").body("Content-Type: " + type + "\n\n--x\n\nwords\n--x--"))
                        .faults())
                .contains(why);
    }

    @Test
    void htmlAloneIsReducedToItsWords() {
        var mail = parse(
                ayse("Konu")
                        .body(
                                "Content-Type: text/html; charset=utf-8\n\n<html><head><style>p{}</style></head><body><p>Çukur</p>"
                                        + "<script>alert('x')</script><p onclick=\"x()\">a &lt; b<br>son</p><!-- gizli --></body>"));

        assertThat(mail.text()).isEqualTo("Çukur\n\na < b\nson");
        assertThat(mail.faults()).containsExactly(Waiting.YALNIZ_HTML);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    windows-1254 | windows-1254 | true
                    iso-8859-9   | windows-1254 | true
                    iso-8859-1   | windows-1254 | true
                    utf-8        | windows-1254 | false
                    us-ascii     | windows-1254 | true
                    us-ascii     | utf-8        | true
                    x-yok        | utf-8        | true
                    x-yok        | windows-1254 | false
                    """)
    void lettersAreThoseThatWereWrittenWhateverTheMailSaysOfThem(String named, String written, boolean sure) {
        var head = ayse("Konu").body("Content-Type: text/plain; charset=" + named + "\n\n");
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] words = "ığüşöç İĞÜŞÖÇ".getBytes(Charset.forName(written));
        byte[] all = new byte[start.length + words.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(words, 0, all, start.length, words.length);

        var mail = MailParser.parse(all, true);

        assertThat(mail.text()).isEqualTo("ığüşöç İĞÜŞÖÇ");
        assertThat(mail.faults().contains(Waiting.KARAKTER_KUMESI)).isEqualTo(!sure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "auto-submitted:  AUTO-GENERATED; x=y",
                "Precedence: Bulk",
                "List-Unsubscribe: <mailto:cik@ornek.example>",
                "List-Id: Haber <haber.ornek.example>",
                "X-Muhatap-Anahtar: 2026-000001:cevap",
                "Return-Path: <>"
            })
    void machinesAreKnown(String header) {
        assertThat(parse(ayse("Konu").header(header).text("x")).automatic()).isTrue();
    }

    @Test
    void whoSaysThatHeIsNoMachineIsBelieved() {
        assertThat(parse(ayse("Konu")
                                .header("Auto-Submitted: no")
                                .header("Return-Path: <ayse@ornek.example>")
                                .text("x"))
                        .automatic())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    From: a@ornek.example, b@ornek.example                          | GONDEREN
                    From: Ayşe                                                      | GONDEREN
                    From: "x" <>                                                    | GONDEREN
                    From: <a@b@ornek.example>                                       | GONDEREN
                    Reply-To: baska@ornek.example                                   | BASKA_YANIT_ADRESI
                    Authentication-Results: mx; spf=pass; dmarc=fail (p=reject)      | SAHTE_OLABILIR
                    X-Spam-Flag: YES                                                | ISTENMEYEN
                    """)
    void whoCannotBeAnsweredOrIsNotWhoHeSaysWaits(String header, Waiting why) {
        var mail = ayse("Konu").header(header).text("x");
        if (header.startsWith("From")) {
            mail = mail.replaceFirst("From: .*\r\n", "");
        }
        assertThat(parse(mail).faults()).contains(why);
    }

    @Test
    void aNameCanShowNothingThatItIsNot() {
        var tricks = parse(new Mails.Writing(
                        "\u202eelpmaxe\u202c\u0007 yönetici@belediye.example",
                        "kotu@ornek.example",
                        "A\r\nBcc: x@y.example",
                        java.util.List.of(),
                        java.util.List.of())
                .text("x"));

        var from = java.util.Objects.requireNonNull(tricks.from());
        assertThat(from.email()).isEqualTo("kotu@ornek.example");
        assertThat(from.name()).doesNotContain("\u202e", "\u0007");
        assertThat(MailApplications.name(from.name())).isEmpty();
        assertThat(tricks.subject()).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Ayşe Yıldız              | Ayşe       | Yıldız
                    Ayşe Nur Yıldız          | Ayşe Nur   | Yıldız
                    YILDIZ, Ayşe             | Ayşe       | YILDIZ
                    Ayşe                     | -          | -
                    Gül Ltd. Şti.            | -          | -
                    ayse@ornek.example       | -          | -
                    Bilgi İşlem              | -          | -
                    www.ornek.example kazan  | -          | -
                    Ayşe 2                   | -          | -
                    """)
    void aNameIsAPersons(String shown, String first, String last) {
        assertThat(MailApplications.name(shown))
                .isEqualTo(
                        first == null
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(new MailApplications.Name(first, last)));
    }

    @Test
    void whatIsHugeOrDeepIsReadInTimeAndWaits() {
        assertTimeoutPreemptively(SOON, () -> {
            assertThat(parse(ayse("x".repeat(1_000_000)).text("x")).subject()).hasSize(200);
            assertThat(parse(ayse("a" + "\r\n ".repeat(300_000) + "b").text("x"))
                            .subject())
                    .isNotEmpty();
            assertThat(parse(ayse("Konu")
                                    .header("To: " + "a@b.example, ".repeat(10_000))
                                    .text("x"))
                            .faults())
                    .contains(Waiting.COK_ALICILI);
            assertThat(parse(ayse("Konu")
                                    .header("References: " + "<a@b> ".repeat(100_000))
                                    .text("x"))
                            .references())
                    .hasSizeLessThanOrEqualTo(100);
            assertThat(parse(ayse("Konu").text("a b\n".repeat(2_000_000))).faults())
                    .contains(Waiting.COK_UZUN);
            assertThat(parse(ayse("Konu")
                                    .body("Content-Type: text/html\n\n" + " ".repeat(1_000_000)
                                            + "<".repeat(1_000_000)))
                            .faults())
                    .isNotEmpty();
            assertThat(parse(ayse("Konu").body(nested(2_000))).faults()).contains(Waiting.COK_KATMANLI);
            var many = ayse("Konu");
            assertThat(parse(many.body("Content-Type: multipart/mixed; boundary=s\n\n" + "--s\n\nx\n".repeat(20_000)
                                    + "--s--"))
                            .faults())
                    .contains(Waiting.COK_KATMANLI);
        });
    }

    private static String nested(int depth) {
        var mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < depth; i++) {
            mail.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        return mail.append("--b").append(depth).append("\n\nen içte").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "no headers at all",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Type: multipart/mixed; boundary=\"\r\n\r\n--\r\n",
                "Content-Type: /\r\nContent-Transfer-Encoding: x-yok\r\n\r\nx",
                "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!===",
                "From: =?utf-8?B?////?= <a@ornek.example>\r\nSubject: =?yok?Q?=FF?=\r\n\r\nx",
                "Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\nSubject: iç\r\n\r\nx"
            })
    void whatIsBrokenIsReadAsFarAsItGoes(String mail) {
        assertThatCode(() -> assertThat(parse(mail).faults()).isNotEmpty()).doesNotThrowAnyException();
    }

    @Test
    void noRandomChangeOfAMailEverFails() {
        byte[] good = ayse("Konu")
                .with("a.txt", "içerik")
                .header("In-Reply-To: <a@b>")
                .text("Metin")
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(19);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = good.clone();
            for (int j = 0; j < 1 + random.nextInt(8); j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> MailParser.parse(changed, true))
                    .as(Base64.getEncoder().encodeToString(changed))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aMailIsKnownAgainWhateverTheServersWroteAboveIt() {
        var mail = ayse("Konu").text("x");
        var again = "Received: by mx\r\n\tfor you\r\nReturn-Path: <a@b.example>\r\n" + mail;

        assertThat(fingerprint(again)).isEqualTo(fingerprint(mail));
        assertThat(fingerprint(mail.replace("\r\nx", "\r\ny"))).isNotEqualTo(fingerprint(mail));
        assertThat(fingerprint(mail.replace("Subject: Konu", "Subject: Baska"))).isNotEqualTo(fingerprint(mail));
    }

    private static String fingerprint(String mail) {
        return Fingerprints.of(mail.getBytes(TURKISH));
    }

    private static Mails.Writing ayse(String subject) {
        return Mails.from("Ayşe Yıldız", "ayse@ornek.example", subject);
    }

    private static IncomingMail parse(String mail) {
        return MailParser.parse(mail.getBytes(StandardCharsets.UTF_8), true);
    }
}
