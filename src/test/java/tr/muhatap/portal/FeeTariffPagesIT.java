package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.basvuru.FeeTariffs;
import tr.muhatap.text.Days;

/** The tariffs of fees on their page; what a notified fee says on the citizen's. */
@HttpTest
class FeeTariffPagesIT {

    private static final String PAGE = "/ucret-tarifesi";
    private static final String IBAN = "TR33 0006 1005 1978 6457 8413 26";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FeeTariffs tariffs;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void noTariff() {
        jdbc.sql("delete from ucret_kalemi").update();
        jdbc.sql("delete from ucret_tarifesi").update();
    }

    @Test
    void aTariffIsEnteredChangedAndDeletedBeforeItsDay() {
        var office = new Office(port);
        var day = LocalDate.now(clock).plusDays(10);
        assertThat(page(office, "surec", PAGE)).contains("Henüz tarife girilmemiş");

        assertThat(enter(office, day, "", "1.250,5")).isEmpty();
        assertThat(page(office, "mudur", PAGE))
                .contains("Yürürlüğe girecek", "Sayfa (fotokopi veya çıktı): 1.250,50 TL", "TR33 0006")
                .doesNotContain("<form method=\"post\" action=\"/ucret-tarifesi");

        String shown = page(office, "surec", PAGE + "?tarife=" + day);
        String seen = tariffs.from(day).map(FeeTariff::tag).orElseThrow();
        assertThat(shown).contains("Tarifeyi değiştir", "value=\"" + seen + "\"", "value=\"1.250,50\"", "readonly");
        assertThat(enter(office, day, seen, "2")).isEmpty();
        assertThat(enter(office, day, seen, "3"))
                .as("somebody else changed it since it was shown")
                .contains("Kaydedilmedi. Bu tarihte başlayan başka bir tarife var", "value=\"3\"");
        assertThat(enter(office, day, "", "3")).contains("Bu tarihte başlayan başka bir tarife var");
        assertThat(page(office, "surec", PAGE)).contains("2,00 TL").doesNotContain("3,00 TL");

        assertThat(page(office, "surec", PAGE + "?sil=" + day)).contains("Tarife silinsin mi?");
        assertThat(page(office, "mudur", PAGE + "?sil=" + day)).doesNotContain("Tarife silinsin mi?");
        assertThat(delete(office, day)).isEmpty();
        assertThat(tariffs.all()).isEmpty();
    }

    @Test
    void theListSaysWhichTariffHolds() {
        var office = new Office(port);
        var today = LocalDate.now(clock);
        for (int days : new int[] {-20, -10, 5}) {
            jdbc.sql(
                            "insert into ucret_tarifesi (valid_from, pay_at, changed_by, changed_at) values (?, 'Vezneye', 'surec', "
                                    + "current_timestamp)")
                    .param(today.plusDays(days))
                    .update();
        }

        String page = page(office, "surec", PAGE);

        assertThat(page).containsSubsequence("Yürürlüğe girecek", "Yürürlükte", "Geçmiş");
        assertThat(page)
                .contains(", " + Days.written(today.plusDays(4)) + " tarihine kadar")
                .contains(", " + Days.written(today.minusDays(11)) + " tarihine kadar");
        assertThat(delete(office, today.minusDays(10))).contains("Yürürlüğe girmiş ücret tarifesi değiştirilemez");
        assertThat(enter(office, today.minusDays(1), "", "1"))
                .contains("Yürürlüğe girmiş ücret tarifesi değiştirilemez");
        assertThat(page(office, "surec", PAGE + "?tarife=" + today.minusDays(10)))
                .contains("Yeni tarife", "value=\"Vezneye\"")
                .doesNotContain("readonly");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var office = new Office(port);
        String page = office.form(
                        "surec", PAGE, "validFrom", "2026-02-30", "payAt", " ", "iban", "TR00", "fiyat-CD", "bir")
                .response()
                .body();

        assertThat(page)
                .contains("href=\"#validFrom\"", "href=\"#payAt\"", "href=\"#iban\"", "href=\"#fiyat-CD\"")
                .contains("id=\"fiyat-CD-hata\"", "value=\"bir\"");
        assertThat(office.form("surec", PAGE, "validFrom", "2026-02-03", "payAt", "Vezneye")
                        .response()
                        .body())
                .contains("href=\"#fiyat-SAYFA\"", "En az bir kalemin ücreti yazılmalıdır.");
        for (String user : new String[] {"mudur", "denetci", "bilgi"}) {
            assertThat(office.get(user, PAGE).status()).as(user).isEqualTo(200);
            assertThat(office.form(user, PAGE, "payAt", "Vezneye").status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(office.form(user, PAGE + "/sil", "validFrom", "2030-01-01")
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(office.get("fen", PAGE).status()).isEqualTo(403);
    }

    /** Of two who enter a tariff of one day at once, the second learns of it and nothing is mixed. */
    @Test
    void ofTwoAtOnceOneIsRefused() throws Exception {
        var office = new Office(port);
        var day = LocalDate.now(clock).plusDays(3);
        var first = new FeeTariff(day, "İlk vezneye", null, Map.of());
        var second = transaction.execute(status -> {
            tariffs.put(first);
            var put = CompletableFuture.supplyAsync(() -> office.put(
                    "surec",
                    "/api/v1/fee-tariffs/" + day,
                    "{\"payAt\":\"İkinci vezneye\",\"prices\":[{\"item\":\"CD\",\"price\":\"5\"}]}"));
            waitUntilItInserts(put);
            return put;
        });

        assertThat(second.get(1, TimeUnit.MINUTES).status()).isEqualTo(409);
        assertThat(tariffs.all()).containsExactly(first);
    }

    /** Its insertion waits for the first one's end. */
    private void waitUntilItInserts(CompletableFuture<?> running) {
        while (!running.isDone()
                && jdbc.sql("select count(*) from information_schema.sessions where executing_statement like "
                                        + "'insert into ucret_tarifesi%'")
                                .query(Long.class)
                                .single()
                        == 0) {
            Thread.onSpinWait();
        }
    }

    /** The citizen sees what is to be paid, what it is made of, where, and until when. */
    @Test
    void theCitizenSeesWhatToPay() {
        var office = new Office(port);
        assertThat(enter(office, LocalDate.now(clock), "", "1,50")).isEmpty();
        var registered =
                Office.does(office.post("bilgi", "/api/v1/basvurular", """
                        {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"Bütçe",
                         "text":"Bütçe belgesini istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık",
                         "nationalId":"10000000146","email":"ayse@ornek.example"}}""")).body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        assertThat(tracked(office, number, code)).doesNotContain("Ödenecek ücret");
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri");
        Office.does(office.post("bilgi", "/api/v1/basvurular/" + number + "/fee", "{\"pages\":40}"));

        String payUntil = Days.written(
                LocalDate.parse(api(office, number, code).get("payUntil").asText()));
        assertThat(api(office, number, code).at("/fee/lines/0/count").asInt()).isEqualTo(30);
        assertThat(tracked(office, number, code))
                .contains(
                        "Ödenecek ücret",
                        "45,00 TL",
                        "(40 sayfa)",
                        "30 adet × 1,50 TL = 45,00 TL (ilk 10 sayfa ücretsizdir)",
                        "Ücreti en geç " + payUntil + " tarihine kadar Kurum veznelerine veya " + IBAN,
                        "aynı tarihe kadar bu sayfadaki “Ödeme belgesini sun” bölümünden",
                        "vazgeçmiş sayılırsınız");

        Office.does(office.post(
                "bilgi",
                "/api/v1/basvurular/" + number + "/payment",
                "{\"paidOn\":\"" + LocalDate.now(clock) + "\",\"receipt\":\"DEK-1\"}"));
        assertThat(tracked(office, number, code)).doesNotContain("Ödenecek ücret");
        assertThat(api(office, number, code).get("fee").isNull()).isTrue();
    }

    private static JsonNode api(Office office, String number, String code) {
        return office.get("", "/api/v1/takip?number=" + number + "&code=" + code)
                .body();
    }

    private static String tracked(Office office, String number, String code) {
        return office.form("masa", "/takip", "number", number, "code", code)
                .response()
                .body();
    }

    private static String page(Office office, String user, String path) {
        return office.get(user, path).response().body();
    }

    /** Empty if it was done, since the answer leads back to the list; else the form with what is wrong. */
    private static String enter(Office office, LocalDate day, String seen, String pages) {
        return office.form(
                        "surec",
                        PAGE,
                        "validFrom",
                        day.toString(),
                        "gorulen",
                        seen,
                        "payAt",
                        "Kurum veznelerine",
                        "iban",
                        IBAN,
                        "fiyat-SAYFA",
                        pages)
                .response()
                .body();
    }

    private static String delete(Office office, LocalDate day) {
        return office.form("surec", PAGE + "/sil", "validFrom", day.toString())
                .response()
                .body();
    }
}
