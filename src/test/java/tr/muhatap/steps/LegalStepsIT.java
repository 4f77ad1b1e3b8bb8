package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** What the law adds, over HTTP: allowed and refused, with the fields named and nothing half done. */
@HttpTest
class LegalStepsIT {

    private static final String EXTENSION = "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"Arşivden istenecek.\"}";
    private static final String FEE = "{\"amount\":\"125.50\",\"pages\":40}";

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void anInformationRequestIsExtendedChargedAndPaid() {
        var office = new Office(port);
        String number = informationRequestAtTheUnit(office);
        String path = "/api/v1/basvurular/" + number;
        String before = lastDay(office, path);

        var extended = office.post("bilgi", path + "/extension", EXTENSION);
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.body().at("/deadline/limit").asInt()).isEqualTo(30);
        assertThat(extended.body().at("/deadline/lastDay").asText()).isGreaterThan(before);
        var again = office.post("bilgi", path + "/extension", EXTENSION);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asText()).contains("11’inci maddesi");
        assertThat(again.body().get("code").asText()).isEqualTo("SURE_UZATIMI_TEKRAR");

        assertThat(office.post("halkla", path + "/fee", FEE)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("UCRET_BEKLIYOR");
        var paid = office.post(
                "bilgi", path + "/payment", "{\"paidOn\":\"" + LocalDate.now(clock) + "\",\"receipt\":\"MAK-1\"}");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.body().get("status").asText()).isEqualTo("BIRIMDE");
        assertThat(office.get("halkla", path + "/history").response().body())
                .contains("SureUzatildi", "UcretBildirildi", "UcretOdendi", "oldLastDay", "newLastDay");
    }

    /** A written request whose applicant left an address alone: letters go by post, and wait for their receipts. */
    @Test
    void theDayOfServiceIsEnteredFromTheReceipt() {
        var office = new Office(port);
        String number = office.register("bilgi", """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"YAZILI","subject":"Bütçe",
                 "text":"2025 bütçesini istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık",
                 "nationalId":"10000000146","address":"Deneme Mah. 1 Melikgazi"}}""");
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri");
        String path = "/api/v1/basvurular/" + number;
        var today = LocalDate.now(clock);
        Office.does(office.post("bilgi", path + "/extension", EXTENSION));
        Office.does(office.post("bilgi", path + "/fee", FEE));
        assertThat(office.get("halkla", "/teslim/tebligler").response().body())
                .contains(number, "Ücret bildirimi", "Süre uzatımı yazısı");
        assertThat(office.get("bilgi", "/dosya/" + number).response().body()).contains("tebliği bekleniyor");
        assertThat(office.get("yonetici", "/teslim/tebligler").status()).isEqualTo(403);

        var faulty = office.post("bilgi", path + "/service", "{\"servedOn\":\"1.6.2026\",\"way\":\"ELEKTRONIK\"}");
        assertThat(faulty.body().at("/errors").findValuesAsText("field")).containsExactly("paper", "servedOn", "way");
        var early = office.post(
                "bilgi",
                path + "/service",
                "{\"paper\":\"UCRET_BILDIRIMI\",\"servedOn\":\"" + today.plusDays(1) + "\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().get("code").asText()).isEqualTo("TEBLIG_ILERIDE");

        var served = office.post(
                "bilgi",
                path + "/service",
                "{\"paper\":\"UCRET_BILDIRIMI\",\"servedOn\":\"" + today + "\",\"way\":\"KEP\"}");
        assertThat(served.status()).isEqualTo(200);
        var onPage = office.form(
                "halkla",
                "/teslim/tebligler/" + number,
                "paper",
                "SURE_UZATIMI",
                "way",
                "POSTA",
                "servedOn",
                today.toString());
        assertThat(onPage.status()).isEqualTo(302);
        assertThat(office.get("bilgi", "/teslim/tebligler").response().body()).doesNotContain(number);
        assertThat(office.get("bilgi", path + "/dosya").body().at("/payUntil").asText())
                .isGreaterThan(today.toString());
        assertThat(office.get("halkla", path + "/history").response().body())
                .contains("TebligEdildi", "OdemeSuresiBelirlendi", "KEP");
    }

    /** What the applicant says of a payment counts once a clerk has looked at the receipt (Yönetmelik md. 22). */
    @Test
    void aSubmittedReceiptIsConfirmedOrRefusedByAClerk() {
        var office = new Office(port);
        var registered = Office.does(office.post(
                        "bilgi",
                        "/api/v1/basvurular",
                        Office.application("BILGI_EDINME", "\"email\":\"ayse@ornek.example\"")))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri");
        String path = "/api/v1/basvurular/" + number;
        Office.does(office.post("bilgi", path + "/fee", FEE));
        String receipt = "{\"number\":\"%s\",\"code\":\"%s\",\"paidOn\":\"%s\",\"receipt\":\"%s\"}";
        var today = LocalDate.now(clock);

        var submitted = office.post("", "/api/v1/takip/receipt", receipt.formatted(number, code, today, "DEK-77001"));
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.body().get("status").asText()).isEqualTo("UCRET_BEKLIYOR");
        assertThat(submitted.body().at("/submittedReceipt/receipt").asText()).isEqualTo("DEK-77001");
        assertThat(submitted.body().get("possibleSteps").toString()).doesNotContain("receipt");
        var again = office.post("", "/api/v1/takip/receipt", receipt.formatted(number, code, today, "DEK-77002"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("code").asText()).isEqualTo("ODEME_BELGESI_INCELENIYOR");
        for (String clerk : List.of("bilgi", "halkla")) {
            assertThat(office.get(clerk, "/teslim/tebligler").response().body()).contains(number, "DEK-77001");
            assertThat(office.get(clerk, "/dosya/" + number).response().body())
                    .contains("DEK-77001", "Ödeme belgesini onayla", "Ödeme belgesini kabul etme");
        }

        assertThat(office.post("fen", path + "/receipt-confirmation", "{}").status())
                .isEqualTo(403);
        assertThat(office.post("halkla", path + "/receipt-refusal", "{\"reason\":\" \"}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("reason");
        var refused = office.post("halkla", path + "/receipt-refusal", "{\"reason\":\"Tutar eksik.\"}");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().get("status").asText()).isEqualTo("UCRET_BEKLIYOR");
        assertThat(office.post("bilgi", path + "/receipt-confirmation", "{}")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("ODEME_BELGESI_YOK");

        Office.does(
                office.post("bilgi", path + "/receipt", "{\"paidOn\":\"" + today + "\",\"receipt\":\"DEK-77003\"}"));
        assertThat(office.post("bilgi", path + "/receipt-confirmation", "{\"receipt\":\"DEK-77001\"}")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("ODEME_BELGESI_DEGISTI");
        var confirmed = office.form("bilgi", "/dosya/" + number + "/receipt-confirmation", "receipt", "DEK-77003");
        assertThat(confirmed.status()).isEqualTo(302);
        assertThat(office.get("bilgi", path).body().get("status").asText()).isEqualTo("BIRIMDE");
        assertThat(office.get("halkla", "/teslim/tebligler").response().body()).doesNotContain("DEK-77003");
        assertThat(office.get("halkla", path + "/history").response().body())
                .contains("OdemeBelgesiSunuldu", "OdemeBelgesiKabulEdilmedi", "Tutar eksik.", "UcretOdendi");
    }

    /**
     * The notice says what the sum is made of, where it is paid and on which account (4982 md. 10, Yönetmelik md. 22).
     */
    @Test
    void theTariffInForcePricesPagesAndItems() {
        var office = new Office(port);
        var today = LocalDate.now(clock);
        String tariffs = "/api/v1/fee-tariffs";
        String tariff = """
                {"payAt":"Örnek veznelerine","iban":"TR33 0006 1005 1978 6457 8413 26",
                 "prices":[{"item":"SAYFA","price":"1.50"},{"item":"CD","price":"1020.00"}]}""";
        assertThat(office.put("bilgi", tariffs + "/" + today, tariff).status()).isEqualTo(403);
        assertThat(office.put("surec", tariffs + "/" + today.minusDays(1), tariff)
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("TARIFE_YURURLUKTE");
        assertThat(office.put(
                                "surec",
                                tariffs + "/" + today,
                                "{\"iban\":\"TR00\",\"prices\":[{\"item\":\"SU\",\"price\":\"0\"}]}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("payAt", "iban", "prices[0].item", "prices[0].price");
        assertThat(office.put("surec", tariffs + "/" + today, tariff).status()).isEqualTo(201);
        try {
            assertThat(office.put("admin", tariffs + "/" + today, tariff.replace("1.50", "9.50"))
                            .body()
                            .get("code")
                            .asText())
                    .as("fees may have been told by it")
                    .isEqualTo("TARIFE_YURURLUKTE");
            assertThat(office.get("fen", tariffs + "/" + today)
                            .body()
                            .get("iban")
                            .asText())
                    .isEqualTo("TR330006100519786457841326");
            String number = informationRequestAtTheUnit(office);
            String path = "/api/v1/basvurular/" + number;
            var faulty = office.form("bilgi", "/dosya/" + number + "/fee", "pages", "40", "item-CD", "iki");
            assertThat(office.get("bilgi", "/dosya/" + number).response().body())
                    .contains("CD veya DVD (adet");
            assertThat(faulty.response().body()).contains("Adet 1 ile");
            var charged = office.form("bilgi", "/dosya/" + number + "/fee", "pages", "40", "item-CD", "1");
            assertThat(charged.status()).isEqualTo(302);

            String told = jdbc.sql("select body from mesaj where number = :number and purpose = 'UCRET_BILDIRIMI'")
                    .param("number", number)
                    .query(String.class)
                    .single();
            assertThat(told)
                    .contains(
                            "maliyeti 1.065,00 TL’dir",
                            "Sayfa (fotokopi veya çıktı): 30 adet × 1,50 TL = 45,00 TL (ilk 10 sayfa ücretsizdir)",
                            "CD veya DVD: 1 adet × 1.020,00 TL = 1.020,00 TL",
                            "Örnek veznelerine veya TR33 0006 1005 1978 6457 8413 26 IBAN’lı hesaba ödeyiniz",
                            "Ödeme belgesini aynı tarihe kadar takip sayfasından");
            assertThat(office.get("bilgi", path + "/history").body().findValue("lines"))
                    .hasSize(2);
        } finally {
            // What holds already stays
            assertThat(office.delete("surec", tariffs + "/" + today).status()).isEqualTo(409);
            jdbc.sql("delete from ucret_kalemi").update();
            jdbc.sql("delete from ucret_tarifesi").update();
        }
        assertThat(office.get("fen", tariffs + "/" + today).status()).isEqualTo(404);
        String tomorrow = tariffs + "/" + today.plusDays(1);
        assertThat(office.put("surec", tomorrow, tariff).status()).isEqualTo(201);
        assertThat(office.delete("surec", tomorrow).status()).isEqualTo(204);
        assertThat(office.delete("surec", tomorrow).status()).isEqualTo(404);
        String never = tariffs + "/%2B999999998-12-31";
        assertThat(office.put("surec", never, tariff).status()).isEqualTo(422);
        assertThat(office.delete("surec", never).status()).isEqualTo(404);
        assertThat(office.put("surec", tomorrow, "{\"payAt\":\"Vezne\",\"prices\":[null]}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("prices[0]");
        assertThat(office.get("fen", tariffs).body()).isEmpty();
    }

    @Test
    void everyFaultyFieldIsNamedInTurkish() {
        var office = new Office(port);
        String path = "/api/v1/basvurular/" + informationRequestAtTheUnit(office);

        var extension = office.post("bilgi", path + "/extension", "{\"ground\":\"KEYFI\",\"reason\":\" \"}");
        assertThat(extension.status()).isEqualTo(422);
        assertThat(extension.body().at("/errors").findValuesAsText("field")).containsExactly("ground", "reason");
        var fee = office.post("bilgi", path + "/fee", "{\"amount\":\"12,505\",\"pages\":0}");
        assertThat(fee.body().at("/errors").findValuesAsText("field")).containsExactly("amount", "pages");
        var payment = office.post("bilgi", path + "/payment", "{\"paidOn\":\"1.6.2026\"}");
        assertThat(payment.body().at("/errors").findValuesAsText("field")).containsExactly("paidOn", "receipt");
        assertThat(office.post("bilgi", path + "/appeal", "{}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("filedOn", "boardNumber");
        assertThat(office.post("bilgi", path + "/interim-answer", "{\"text\":\"\\u0000\"}")
                        .status())
                .isEqualTo(422);
        assertThat(office.post("halkla", path + "/duplicate-of", "{\"number\":\"2026-999999\"}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "YETKISIZ,,, text target", "YETKISIZ, Devlet yolu.,, target", "EKSIK,,, text", "ISLEME_KONULMAZ,,, text",
        "MUKERRER,,, target", "MUKERRER,, 2026-999999, target", "IADE,,, text", "DUZELT,,, text"
    })
    void whatADecisionHasToSayIsAskedForByName(String decision, String text, String target, String fields) {
        var office = new Office(port);
        String number = office.register("istemci", Office.application("CIMER"));
        String note = "{\"decision\":\"%s\",\"text\":\"%s\",\"target\":\"%s\"}"
                .formatted(decision, text == null ? "" : text, target == null ? "" : target);

        var refused = office.put("halkla", "/api/v1/basvurular/" + number + "/gerekce", note);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").findValuesAsText("field")).containsExactly(fields.split(" "));
    }

    /** Nobody approved it, so it is nobody's answer. */
    @Test
    void aDraftIsNotShownToACitizenWhoWithdraws() {
        var office = new Office(port);
        var registered = office.post("bilgi", "/api/v1/basvurular", informationRequest(""))
                .body();
        String number = registered.get("number").asText();
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri");
        Office.does(office.put(
                "fen",
                "/api/v1/basvurular/" + number + "/cevap",
                "{\"outcome\":\"OLUMLU\",\"text\":\"Gizli taslak.\"}"));

        var withdrawn = office.post("", "/api/v1/takip/withdrawal", """
                {"number":"%s","code":"%s"}""".formatted(
                        number, registered.get("trackingCode").asText()));

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().toString()).doesNotContain("Gizli taslak");
    }

    @ParameterizedTest
    @CsvSource({
        "extension, fen, 403", "extension, denetci, 403", "extension, park, 404", "extension, operator, 404",
        "interim-answer, surec, 403", "fee, yonetici, 403", "withdrawal, fen, 403", "withdrawal, denetci, 403",
        "reopening, yonetici, 403", "duplicate-of, mudur, 403", "appeal, masa, 404", "completion, istemci, 404"
    })
    void whoMayNotIsRefused(String step, String user, int status) {
        var office = new Office(port);
        String number = informationRequestAtTheUnit(office);

        assertThat(office.post(user, "/api/v1/basvurular/" + number + "/" + step, "{}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aCitizenWithdrawsReopensAndCompletesWithNumberAndCode() {
        var office = new Office(port);
        var registered =
                office.post("operator", "/api/v1/basvurular", Office.call()).body();
        String number = registered.get("number").asText();
        String key = "{\"number\":\"%s\",\"code\":\"%s\",\"reason\":\"Sorun çözüldü.\"}";
        String right = key.formatted(number, registered.get("trackingCode").asText());
        String wrong = key.formatted(number, "AAAABBBBCCCC");

        assertThat(office.post("", "/api/v1/takip/withdrawal", wrong).status()).isEqualTo(404);
        var withdrawn = office.post("", "/api/v1/takip/withdrawal", right);
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().get("outcome").asText()).isEqualTo("VAZGECILDI");
        assertThat(office.post("", "/api/v1/takip/withdrawal", right).status()).isEqualTo(409);
        var reopened = office.post("", "/api/v1/takip/reopening", right);
        assertThat(reopened.body().get("status").asText()).isEqualTo("ON_INCELEMEDE");
        assertThat(reopened.body().at("/limitChanges").findValuesAsText("action"))
                .containsExactly("Alindi", "YenidenAcildi");
        assertThat(office.complete("operator", number, "On_Inceleme", "onInceleme", "EKSIK")
                        .status())
                .isEqualTo(204);
        var completed = office.post("", "/api/v1/takip/completion", right.replace("reason", "text"));
        assertThat(completed.body().get("status").asText()).isEqualTo("ON_INCELEMEDE");
    }

    @Test
    void anInformationRequestByCimerShowsBothLimits() {
        var office = new Office(port);
        String number = office.register("istemci", """
                {"channel":"CIMER","kind":"BILGI_ISTEMI","subject":"Bütçe","text":"2025 bütçesini istiyorum.",
                 "externalReference":"%s","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık"}}""".formatted(Office.unique()));

        var application = office.get("halkla", "/api/v1/basvurular/" + number).body();

        assertThat(application.at("/deadline/unit").asText()).isEqualTo("GUN");
        assertThat(application.at("/otherDeadline/unit").asText()).isEqualTo("IS_GUNU");
        assertThat(application.at("/deadline/lateFrom").asText())
                .isLessThanOrEqualTo(application.at("/otherDeadline/lateFrom").asText());
    }

    @Test
    void aCompletedRequestIsANewApplicationLinkedToTheUnprocessedOne() {
        var office = new Office(port);
        String first = office.register("bilgi", informationRequest(""));
        String link = ",\"previousNumber\":\"" + first + "\"";
        assertThat(office.post("bilgi", "/api/v1/basvurular", informationRequest(link))
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("previousNumber");
        office.complete("bilgi", first, "On_Inceleme", "onInceleme", "EKSIK");

        String second = office.register("bilgi", informationRequest(link));

        assertThat(office.get("bilgi", "/api/v1/basvurular/" + second + "/dosya")
                        .body()
                        .get("previousNumber")
                        .asText())
                .isEqualTo(first);
    }

    /** A legal person has no T.C. kimlik no that would show whose the first one was: the code does. */
    @Test
    void whoHasTheCodeCompletesAnUnprocessedRequestWhoeverItIs() {
        var office = new Office(port);
        var first = office.post("bilgi", "/api/v1/basvurular", ofACompany("")).body();
        String number = first.get("number").asText();
        String code = first.get("trackingCode").asText();
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "EKSIK");
        String link = ",\"previousNumber\":\"" + number + "\"";

        for (var without :
                List.of(link, link + ",\"previousCode\":\"ABCDEFGH2345\"", ",\"previousCode\":\"" + code + "\"")) {
            assertThat(office.post("istemci", "/api/v1/basvurular", ofACompany(without))
                            .body()
                            .at("/errors")
                            .findValuesAsText("field"))
                    .containsExactly("previousNumber");
        }

        String second = office.register(
                "istemci", ofACompany(link + ",\"previousCode\":\"" + code.toLowerCase(java.util.Locale.ROOT) + "\""));
        assertThat(office.get("bilgi", "/api/v1/basvurular/" + second + "/dosya")
                        .body()
                        .get("previousNumber")
                        .asText())
                .isEqualTo(number);
    }

    private static String ofACompany(String more) {
        return """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"Bütçe",
                 "text":"2025 bütçesini istiyoruz.","applicant":{"type":"TUZEL","title":"Örnek Ltd. Şti.","taxNumber":"1234567890",
                 "representative":"Ayşe Işık","authorityDocument":"Y-1","email":"bilgi@ornek.example"}%s}""".formatted(more);
    }

    private static String lastDay(Office office, String path) {
        return office.get("halkla", path).body().at("/deadline/lastDay").asText();
    }

    static String informationRequestAtTheUnit(Office office) {
        String number = office.register("bilgi", informationRequest(""));
        office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri");
        return number;
    }

    private static String informationRequest(String more) {
        return """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"Bütçe",
                 "text":"2025 bütçesini istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık",
                 "nationalId":"10000000146","email":"ayse@example.org"}%s}""".formatted(more);
    }
}
