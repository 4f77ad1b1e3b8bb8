package tr.muhatap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.CitizensPage;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Letters over HTTP, as PDF. */
@HttpTest
class LettersIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String API = "/api/v1/basvurular/";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    // The nine kinds

    @Test
    void theReceiptNamesNumberLimitAndTrackingCode() {
        String number = office.register("operator", Office.call());

        var text = letter("halkla", number, "kayit-bildirimi");

        assertThat(text)
                .contains("T.C.", "ÖRNEK BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI", "Halkla İlişkiler Şube Müdürlüğü")
                .contains("Sayı : TASLAK", "Konu : Başvurunuzun Kaydı", "Sayın Ayşe IŞIK", "İlgi : ")
                .contains(number + " numaralı başvurunuz.", "10 gün", "takip kodunuzla", "/takip")
                .contains("Bilgilerinize sunulur.", "Şükriye İĞDE", "Halkla İlişkiler Şube Müdürü", "KEP:")
                .contains("Başvurunuzu takip etmek için karekodu okutabilirsiniz.")
                .doesNotContain("hk.", "1/1", "rica ederim");
    }

    @Test
    void theExtensionNamesItsGroundReasonAndTheNewLastDay() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        Office.does(office.post(
                "bilgi",
                API + number + "/extension",
                "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"Arşivden istenecek; ğüşıöç ĞÜŞİÖÇ.\"}"));

        assertThat(letter("bilgi", number, "sure-uzatimi"))
                .contains("30 iş gününe", "Kurumumuzun başka bir biriminden sağlanması gerektiğinden")
                .contains("Arşivden istenecek; ğüşıöç ĞÜŞİÖÇ.");
    }

    @Test
    void theFeeNoticeNamesAmountPagesAndLastDayOfPayment() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        Office.does(office.post("bilgi", API + number + "/fee", "{\"amount\":\"125.50\",\"pages\":40}"));

        assertThat(letter("bilgi", number, "ucret-bildirimi"))
                .contains(
                        "40 sayfa için 125,50 TL",
                        "15 iş günü",
                        "vazgeçilmiş sayılır",
                        "22’nci maddesi",
                        "veznelerine");
    }

    @Test
    void theNoticeOfWhatLacksNamesItAndTheLastDay() {
        String number = reviewed("EKSIK", "İmza yok.");

        assertThat(letter("halkla", number, "eksiklik-bildirimi")).contains("İmza yok.", "tarihine kadar");
    }

    @Test
    void theForwardingNamesTheLawTheReasonAndTheBody() {
        String number = reviewed("YETKISIZ", "Yol, devlet yoludur.", "Karayolları 6. Bölge Müdürlüğü");

        assertThat(letter("halkla", number, "yonlendirme"))
                .contains("3071 sayılı", "şu kuruma gönderilmiştir: Karayolları 6. Bölge Müdürlüğü.")
                .contains("Yol, devlet yoludur.", "bu kurumca tarafınıza bildirilecektir");
    }

    @Test
    void theBodyGetsALetterOfItsOwn() {
        String number = reviewed("YETKISIZ", "Yol, devlet yoludur.", "Karayolları 6. Bölge Müdürlüğü");

        assertThat(letter("halkla", number, "ust-yazi"))
                .contains("KARAYOLLARI 6. BÖLGE MÜDÜRLÜĞÜNE", "Konu : Başvurunun Gönderilmesi")
                .contains("3071 sayılı", "5’inci", "arz ederim.", "Ek: " + number + " numaralı başvuru")
                .doesNotContain("Sayın", "karekodu", "başvurunuz", "dava açabilirsiniz");
        assertThat(messages(number))
                .as("the applicant's notice and the letter, each for itself")
                .hasSize(2);
        assertThat(page("halkla", "/teslim").body()).contains("Üst yazı: " + number, "Karayolları 6. Bölge Müdürlüğü");
    }

    /** Those at the end of an application. */
    private java.util.List<String> messages(String number) {
        return jdbc.sql("select body from mesaj where number = :number and purpose in ('SONUC', 'UST_YAZI')")
                .param("number", number)
                .query(String.class)
                .list();
    }

    @Test
    void aCompanyIsNoAuthoritySoTheApplicantIsToldWhereToTurn() {
        String number = reviewed("YETKISIZ", "Direk dağıtım şirketinindir.", "İğde Elektrik Dağıtım A.Ş.");

        assertThat(letter("halkla", number, "yonlendirme"))
                .contains(
                        "şu kuruluşun görev alanındadır: İğde Elektrik Dağıtım A.Ş. Başvurunuzu",
                        "doğrudan bu kuruluşa")
                .doesNotContain("gönderilmiştir");
        assertThat(page("halkla", "/dosya/" + number + "/yazilar/ust-yazi/1").statusCode())
                .isEqualTo(404);
        assertThat(messages(number))
                .singleElement()
                .asString()
                .contains("doğrudan bu kuruluşa yapabilirsiniz", "İlgili kuruluş: İğde Elektrik Dağıtım A.Ş.")
                .doesNotContain("uyarınca");
    }

    @Test
    void theBodyThatForwardedARequestIsAnsweredInATextOfItsOwn() {
        String request = Office.application("BILGI_EDINME")
                .replace("\"ELEKTRONIK\"", "\"KURUM\",\"forwardedBy\":\"Kayseri Valiliği\"")
                .replace("\"channel\"", "\"externalReference\":\"E-" + Office.unique() + "\",\"channel\"");
        String number = office.atTheUnit("BILGI_EDINME", request);
        Office.does(office.put(
                "fen", API + number + "/cevap", "{\"outcome\":\"OLUMSUZ\",\"ground\":\"7/1\",\"text\":\"Yok.\"}"));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));

        assertThat(letter("bilgi", number, "ret"))
                .contains("KAYSERİ VALİLİĞİNE", "Konu : Bilgi Edinme Başvurusu", "sayılı yazınız")
                .contains("7’nci maddesinin 1’inci fıkrası", "Arz ederim.")
                .doesNotContain("dava açabilirsiniz", "Sayın", "başvurunuz", "karekodu");
    }

    @Test
    void aCompanyIsAddressedInTheDativeAndAskedPolitely() {
        String number = office.register(
                "istemci",
                Office.application("CIMER")
                        .replace(
                                "\"type\":\"GERCEK\",\"firstName\":\"Ayşe\",\"lastName\":\"Işık\"",
                                "\"type\":\"TUZEL\",\"title\":\"Işık İnşaat Ltd. Şti.\",\"taxNumber\":\"7201064770\","
                                        + "\"representative\":\"Ayşe Işık\",\"authorityDocument\":\"Y-1\""));

        assertThat(letter("halkla", number, "kayit-bildirimi"))
                .contains("IŞIK İNŞAAT LİMİTED ŞİRKETİNE", "Bilgilerini rica ederim.")
                .doesNotContain("Sayın");
    }

    @Test
    void aDuplicateNamesItsMainApplication() {
        String main = office.register("istemci", Office.application("CIMER"));
        String number = reviewed("MUKERRER", "", main);

        assertThat(letter("halkla", number, "sonuc")).contains(main + " numaralı başvuruyla birleştirilmiştir");
    }

    @Test
    void aRefusalNamesItsGroundAndTheRemedies() {
        String number =
                answered("BILGI_EDINME", "{\"outcome\":\"OLUMSUZ\",\"ground\":\"21\",\"text\":\"Kişisel veri.\"}");

        assertThat(letter("bilgi", number, "ret"))
                .contains("uygun görülmemiştir", "Kişisel veri.", "21’inci maddesi (özel hayatın gizliliği)")
                .contains("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna itiraz")
                .contains("dava açma süresini durdurur")
                .contains("60 gün içinde Kayseri İdare Mahkemesinde dava açabilirsiniz");
    }

    @Test
    void aRefusalOfWhatIsPublishedSaysWhereWhenAndHow() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        String draft = "{\"outcome\":\"OLUMSUZ\",\"ground\":\"8\",\"text\":\"Yayımlandı.\"}";

        var refused = office.put("fen", API + number + "/cevap", draft);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").findValuesAsText("field"))
                .containsExactly("publishedIn", "publishedOn", "publishedHow");

        Office.does(
                office.put(
                        "fen",
                        API + number + "/cevap",
                        draft.replace(
                                "}",
                                ",\"publishedIn\":\"Resmî Gazete\",\"publishedOn\":\"2026-01-05\",\"publishedHow\":\"31127 sayılı nüsha\"}")));
        assertThat(office.get("fen", API + number + "/dosya")
                        .body()
                        .at("/answer/groundFacts/1/words")
                        .asText())
                .isEqualTo("05.01.2026");
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));

        assertThat(letter("bilgi", number, "ret"))
                .contains("8’inci maddesi (yayımlanmış veya kamuya açıklanmış).")
                .contains("Yayımlandığı yer: Resmî Gazete. Yayım tarihi: 05.01.2026. Yayım şekli: 31127 sayılı nüsha.");
        office.moveClock("PT0S");
        Office.does(office.post("halkla", API + number + "/reopening", "{\"reason\":\"Yeniden.\"}"));
        assertThat(office.get("halkla", API + number + "/dosya")
                        .body()
                        .at("/answer")
                        .isNull())
                .isTrue();
    }

    /** 4982 md. 6, Yönetmelik md. 10. */
    @Test
    void whoeverAsksByMouthGetsAPetitionToSign() throws IOException {
        String number =
                office.register("operator", Office.call().replace("\"kind\":\"SIKAYET\"", "\"kind\":\"BILGI_ISTEMI\""));

        assertThat(page("operator", "/kabul/" + number).body()).contains("Dilekçe gerekiyor", "/dilekce", "/ekler");
        assertThat(page("halkla", "/dosya/" + number).body()).contains("Dilekçeyi açıp");
        var answer = send(
                "operator", HttpRequest.newBuilder(uri("/dosya/" + number + "/dilekce")), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.body())) {
            picture(pdf, "dilekce");
            assertThat(textOf(pdf).replaceAll("\\s+", " "))
                    .contains("BELEDİYE BAŞKANLIĞINA", "4982 sayılı Bilgi Edinme Hakkı Kanunu gereğince")
                    .contains("Ayşe Işık", "10000000146", "Yazılı ( ) Elektronik ( )", "Gereğini arz ederim.", "İmza");
        }
        assertThat(page("fen", "/dosya/" + number + "/dilekce").statusCode()).isIn(403, 404);

        // The signed one is waited for until its scan is there
        assertThat(page("halkla", "/teslim/tebligler").body()).contains(number);
        assertThat(office.upload("operator", number, "BASVURU", "foto.txt", "Çukurun yeri")
                        .status())
                .isLessThan(300);
        assertThat(page("halkla", "/dosya/" + number).body()).contains("imzalı dilekçe bekleniyor");
        assertThat(office.upload("operator", number, "DILEKCE", "dilekce.txt", "İmzalı dilekçe")
                        .status())
                .isLessThan(300);
        assertThat(page("halkla", "/dosya/" + number).body()).doesNotContain("imzalı dilekçe bekleniyor");
        assertThat(page("halkla", "/teslim/tebligler").body()).doesNotContain(number);
        assertThat(page("halkla", "/dosya/" + number + "/ekler").body()).contains("İmzalı dilekçe");
        String other = office.register("operator", Office.call());
        assertThat(page("operator", "/dosya/" + other + "/dilekce").statusCode())
                .isEqualTo(404);
        assertThat(page("operator", "/kabul/" + other).body()).doesNotContain("Dilekçe gerekiyor");
    }

    @Test
    void aLetterNamesThePaperOnWhichTheApplicationCame() {
        String number = office.register(
                "bilgi",
                Office.application("BILGI_EDINME")
                        .replace("\"kind\"", "\"paperNumber\":\"4711\",\"paperDate\":\"2026-01-05\",\"kind\""));

        assertThat(letter("bilgi", number, "kayit-bildirimi"))
                .contains(number + " numaralı başvurunuz (evrak kaydı: 05.01.2026, 4711).");
    }

    @Test
    void aRefusalInPartNamesTheCourtWhereNoOtherLawHolds() {
        String number = answered("CIMER", "{\"outcome\":\"KISMEN\",\"text\":\"Bir bölümü yapıldı.\"}");

        assertThat(letter("halkla", number, "kismi-ret"))
                .contains("bir bölümü karşılanmış", "Bir bölümü yapıldı.", "60 gün", "Kayseri İdare Mahkemesinde")
                .doesNotContain("4982", "Değerlendirme Kurulu");
    }

    @Test
    void anInterimAnswerSaysThatTheResultFollows() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        Office.does(office.post("halkla", API + number + "/interim-answer", "{\"text\":\"Keşif yapılıyor.\"}"));

        assertThat(letter("halkla", number, "ara-cevap"))
                .contains("3071", "Keşif yapılıyor.", "ayrıca bildirilecektir");
    }

    @Test
    void theFontsHaveTheLirasSignAndTheHyphenThatDoesNotBreak() {
        String number = answered("CIMER", "{\"outcome\":\"OLUMLU\",\"text\":\"Bedeli 125,50 ₺; 4‑6 gün ≥ 3 → ½ €.\"}");

        assertThat(letter("halkla", number, "sonuc"))
                .contains("Bedeli 125,50 ₺; 4‑6 gün ≥ 3 → ½ €.")
                .doesNotContain("#");
    }

    @Test
    void aCharacterThatNoFontHasIsNamedWhereItIsWritten() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        var refused =
                office.put("fen", API + number + "/cevap", "{\"outcome\":\"OLUMLU\",\"text\":\"Teşekkürler 😀\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asText()).contains("“😀”", "U+1F600", "yazıya basılamıyor");
    }

    @Test
    void theResultCarriesTheAnswer() {
        String number = office.approved("CIMER", Office.application("CIMER"));

        assertThat(letter("halkla", number, "sonuc"))
                .contains("olumlu", "Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.")
                .as("nothing was refused")
                .doesNotContain("Mahkemesi");
    }

    @Test
    void anEndWithoutAnAnswerSaysWhy() {
        String number = reviewed("ISLEME_KONULMAZ", "Belli bir konu yok.");

        assertThat(letter("halkla", number, "sonuc"))
                .contains("işleme konulmamıştır", "Belli bir konu yok.")
                .contains("60 gün içinde Kayseri İdare Mahkemesinde");
    }

    // Its look

    @Test
    void longNamesAndTextsGoOnToASecondPageAndNothingIsLost() throws IOException {
        String name = "Abdürrahim Müşfik Şükrü Doğukan Ğ";
        String address =
                "Cumhuriyet Mahallesi İstasyon Caddesi Ihlamurağacı Sokağı Şehit Üsteğmen Çağatay Özgür Apartmanı "
                        + "B Blok Kat 12 Daire 134 Büyükşehir Merkez İlçesi";
        String number = office.atTheUnit(
                "CIMER",
                Office.application("CIMER", "\"phone\":\"0532 111 22 33\",\"address\":\"" + address + "\"")
                        .replace("Ayşe", name)
                        .replace("Işık", "Karaosmanoğullarındankızıldağlıoğlu"));
        var answer = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            answer.append(i)
                    .append(". bölümde yapılan inceleme sonucunda yolun bakım programına alındığı, çalışmanın hava ")
                    .append("şartlarına göre tamamlanacağı ve sonucun ayrıca bildirileceği görülmüştür.\\n");
        }
        Office.does(office.put(
                "fen", API + number + "/cevap", "{\"outcome\":\"OLUMLU\",\"text\":\"" + answer + "SON SATIR\"}"));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));

        try (var pdf = open("halkla", number, "sonuc")) {
            String text = textOf(pdf);

            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            "Sayın " + name + " KARAOSMANOĞULLARINDANKIZILDAĞLIOĞLU",
                            address,
                            "20. bölümde",
                            "SON SATIR")
                    .contains("1/2", "2/2");
            assertThat(pdf.getPage(0).getResources().getFontNames())
                    .as("every font is embedded")
                    .isNotEmpty()
                    .allSatisfy(font -> assertThat(
                                    pdf.getPage(0).getResources().getFont(font).isEmbedded())
                            .isTrue());
            picture(pdf, "yazi-uzun");
        }
    }

    // Number

    @Test
    void aLetterIsADraftUntilItsNumberIsEnteredAndThenKeepsItsWords() {
        String number = office.register("operator", Office.call());
        String sayi = "E-" + Office.unique().substring(0, 8) + "-622.01-1";

        var entered = enter("operator", number, "kayit-bildirimi", sayi, today());
        jdbc.sql("update basvuru set deadline_basis = 'ZZZZZZZZ' where number = :number")
                .param("number", number)
                .update();

        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(letter("operator", number, "kayit-bildirimi"))
                .contains("Sayı : " + sayi)
                .doesNotContain("TASLAK", "ZZZZZZZZ");
        assertThat(office.get("halkla", API + number + "/history").response().body())
                .contains("YaziSayilandi", sayi);
        assertThat(page("halkla", "/dosya/" + number).body()).contains("Resmî yazıya sayı verildi", sayi);
    }

    @Test
    void aWrongNumberIsCorrectedAndBothStandInTheHistory() {
        String number = office.register("operator", Office.call());
        String wrong = Office.unique();
        String right = Office.unique();

        enter("halkla", number, "kayit-bildirimi", wrong, today());
        enter("halkla", number, "kayit-bildirimi", right, today());

        assertThat(letter("halkla", number, "kayit-bildirimi")).contains(right).doesNotContain(wrong);
        assertThat(office.get("halkla", API + number + "/gecmis").response().body())
                .contains("önceki sayı " + wrong);
    }

    @Test
    void aNumberNeedsADayBelongsToOneLetterAndToADecidedOne() {
        String first = office.register("operator", Office.call());
        String second = office.answered("CIMER", Office.application("CIMER"));
        String sayi = Office.unique();
        enter("halkla", first, "kayit-bildirimi", sayi, today());

        assertThat(enter("halkla", second, "kayit-bildirimi", sayi, today()).body())
                .contains("Bu sayı başka bir yazıya verilmiş.");
        assertThat(enter("halkla", second, "kayit-bildirimi", "😀 E-1", today()).body())
                .contains("😀");
        assertThat(letter("halkla", second, "kayit-bildirimi")).contains("TASLAK");
        assertThat(enter("halkla", second, "kayit-bildirimi", "", "2999-01-01").body())
                .contains("sayı yazılmalıdır", "gelecekte olamaz");
        assertThat(enter("halkla", second, "sonuc", Office.unique(), today()).body())
                .contains("Cevap onaylanmadan yazıya sayı verilemez.");
        assertThat(letter("halkla", second, "sonuc")).contains("TASLAK");
        assertThat(enter("halkla", second, "sure-uzatimi", Office.unique(), today())
                        .statusCode())
                .isEqualTo(404);
    }

    /** The program's current day: another test may have moved its clock. */
    private String today() {
        return LocalDate.now(clock).toString();
    }

    // Who

    @Test
    void onlyThoseWhoWriteLettersSeeThemAndEveryLookIsWrittenDown() {
        String number = office.atTheUnit("ALO_153", Office.application("ALO_153", "\"phone\":\"0532 111 22 33\""));
        String path = "/dosya/" + number + "/yazilar/kayit-bildirimi/1";

        for (var stranger : new String[] {"fen", "denetci", "surec", "yonetici"}) {
            assertThat(page(stranger, path).statusCode()).as(stranger).isEqualTo(403);
            assertThat(page(stranger, "/dosya/" + number).body()).doesNotContain("Resmî yazılar");
        }
        assertThat(page("park", path).statusCode()).isEqualTo(404);
        assertThat(page("masa", path).statusCode()).isEqualTo(404);
        assertThat(page("operator", "/dosya/" + number).body()).contains("Resmî yazılar");
        long before = looks(number);
        assertThat(page("operator", path).statusCode()).isEqualTo(200);
        assertThat(looks(number)).isEqualTo(before + 1);
        assertThat(enter("fen", number, "kayit-bildirimi", Office.unique(), today())
                        .statusCode())
                .isEqualTo(403);
    }

    private long looks(String number) {
        return jdbc.sql("select count(*) from kisisel_veri_goruntuleme where number = :number and place like 'yazı:%'")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private String reviewed(String decision, String reason) {
        return reviewed(decision, reason, "");
    }

    private String reviewed(String decision, String reason, String target) {
        String number = office.register("istemci", Office.application("CIMER"));
        Office.does(office.put(
                "halkla",
                API + number + "/gerekce",
                "{\"text\":\"%s\",\"decision\":\"%s\",\"target\":\"%s\"}".formatted(reason, decision, target)));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", decision));
        return number;
    }

    private String answered(String channel, String draft) {
        String number = office.atTheUnit(channel, Office.application(channel));
        Office.does(office.put("fen", API + number + "/cevap", draft));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        return number;
    }

    /** The letter's text; its image is written to a file for inspection. */
    private String letter(String user, String number, String kind) {
        try (var pdf = open(user, number, kind)) {
            picture(pdf, "yazi-" + kind);
            CitizensPage.add("yazi-" + kind, textOf(pdf));
            return textOf(pdf).replaceAll("[ \\u00a0]+", " ").replace("\n", " ").replaceAll(" +", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PDDocument open(String user, String number, String kind) throws IOException {
        var answer = send(
                user,
                HttpRequest.newBuilder(uri("/dosya/" + number + "/yazilar/" + kind + "/1")),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return Loader.loadPDF(answer.body());
    }

    private static String textOf(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static void picture(PDDocument pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
            ImageIO.write(
                    new PDFRenderer(pdf).renderImageWithDPI(page, 80),
                    "png",
                    PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
    }

    private HttpResponse<String> enter(String user, String number, String kind, String sayi, String date) {
        var answer = send(
                user,
                HttpRequest.newBuilder(uri("/dosya/" + number + "/yazilar/" + kind + "/1"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "sayi=" + URLEncoder.encode(sayi, StandardCharsets.UTF_8) + "&date=" + date)),
                BodyHandlers.ofString());
        String shown = answer.headers().firstValue("Location").orElse("");
        return shown.contains("?form=")
                ? page(user, answer.uri().resolve(shown).toString().replaceFirst("^http://[^/]+", ""))
                : answer;
    }

    private HttpResponse<String> page(String user, String path) {
        return send(user, HttpRequest.newBuilder(uri(path)), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(String user, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        var credentials = (user + ":demo").getBytes(StandardCharsets.UTF_8);
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        request.header("Accept", "text/html, */*");
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
