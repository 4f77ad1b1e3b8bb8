package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.muhatap.Office.does;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.CitizensPage;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * Every message that an applicant can get, written for a real step: its facts stand in it, and nothing of the template.
 */
@HttpTest
class EveryMessageIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String REASON = "Arşivden istenecek – ğüşıöç ĞÜŞİÖÇ";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void eachSaysWhatHappened() {
        var office = new Office(port);
        String today = LocalDate.now(clock).toString();
        String request = informationRequest(office);
        String path = API + request;
        does(office.post("bilgi", path + "/extension", "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"" + REASON + "\"}"));
        does(office.post("bilgi", path + "/interim-answer", "{\"text\":\"" + REASON + "\"}"));
        does(office.post("bilgi", path + "/fee", "{\"amount\":\"1125.50\",\"pages\":40}"));
        String receipt = "{\"paidOn\":\"" + today + "\",\"receipt\":\"MAK-1\"}";
        does(office.post("bilgi", path + "/receipt", receipt));
        does(office.post("bilgi", path + "/receipt-refusal", "{\"reason\":\"" + REASON + "\"}"));
        does(office.post("bilgi", path + "/payment", receipt));
        does(office.put("fen", path + "/cevap", Office.DRAFT));
        does(office.complete("fen", request, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        does(office.complete("halkla", request, "Cevap_Onayi", "onay", "ONAY"));

        var registered = does(office.post(
                        "operator", "/api/v1/basvurular", Office.call().replace("\"topic\":\"yol-cukur\",", "")))
                .body();
        String call = registered.get("number").asText();
        String key = "{\"number\":\"%s\",\"code\":\"%s\",\"ground\":\"FAZLA_BELGE\",\"text\":\"%s\"}";
        does(office.post(
                "",
                "/api/v1/takip/recourse",
                key.formatted(call, registered.get("trackingCode").asText(), REASON)));
        does(office.put("yonetici", API + call + "/muracaat", "{\"text\":\"" + REASON + "\"}"));
        does(office.complete("yonetici", call, "Ilk_Muracaat", "muracaatSonucu", "RET"));
        assertThat(office.form("halkla", "/dosya/" + call + "/takip-kodu").status())
                .isEqualTo(302);
        does(office.put("operator", API + call + "/gerekce", "{\"decision\":\"EKSIK\",\"text\":\"" + REASON + "\"}"));
        does(office.complete("operator", call, "On_Inceleme", "onInceleme", "EKSIK"));
        does(office.post("operator", API + call + "/completion", "{\"text\":\"Adresim şu.\"}"));
        does(office.put(
                "operator",
                API + call + "/gerekce",
                "{\"decision\":\"YETKISIZ\",\"text\":\"" + REASON + "\",\"target\":\"Örnek Kaymakamlığı\"}"));
        does(office.complete("operator", call, "On_Inceleme", "onInceleme", "YETKISIZ"));
        does(office.post("operator", API + call + "/reopening", "{\"reason\":\"" + REASON + "\"}"));

        var expected = Map.ofEntries(
                Map.entry(Purpose.KAYIT, request),
                Map.entry(Purpose.SURE_UZATIMI, REASON),
                Map.entry(Purpose.UCRET_BILDIRIMI, "1.125,50"),
                Map.entry(Purpose.UCRET_ODENDI, request),
                Map.entry(Purpose.ODEME_BELGESI_RET, REASON),
                Map.entry(Purpose.ARA_CEVAP, REASON),
                Map.entry(Purpose.CEVAP, "Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ."),
                Map.entry(Purpose.MURACAAT_KAYDI, call),
                Map.entry(Purpose.MURACAAT_CEVABI, REASON),
                Map.entry(Purpose.TAKIP_KODU, call),
                Map.entry(Purpose.EKSIKLIK_BILDIRIMI, REASON),
                Map.entry(Purpose.SONUC, "Örnek Kaymakamlığı"),
                Map.entry(Purpose.YENIDEN_ACMA, REASON));
        assertThat(EnumSet.allOf(Purpose.class).stream().filter(purpose -> !purpose.isForStaff()))
                .as("a new message belongs into this test")
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((purpose, words) -> assertThat(
                        jdbc.sql("select body from mesaj where purpose = :purpose and number in (:request, :call)")
                                .param("purpose", purpose.name())
                                .param("request", request)
                                .param("call", call)
                                .query(String.class)
                                .list())
                .as(purpose.name())
                .isNotEmpty()
                .anySatisfy(body -> assertThat(body).contains(words))
                .allSatisfy(body -> assertThat(body)
                        .contains("Ayşe Işık")
                        .doesNotContain("null", "[(", "${", "??", "&#", "  ", "..", "\n\n\n")));
        assertThat(jdbc.sql("select body from mesaj where purpose = 'MURACAAT_CEVABI' and number = :number")
                        .param("number", call)
                        .query(String.class)
                        .single())
                .contains("İkinci müracaat yerine", "60 gün içinde", "dava açabilirsiniz")
                .doesNotContain("Bilgi Edinme Değerlendirme Kurulu");
        assertThat(Arrays.stream(Purpose.values()).map(Purpose::label)).doesNotHaveDuplicates();
        jdbc.sql("select purpose, subject, body from mesaj")
                .query()
                .listOfRows()
                .forEach(row -> CitizensPage.add(
                        "bildirim-" + row.get("purpose"), row.get("subject") + "\n\n" + row.get("body")));
    }

    private static String informationRequest(Office office) {
        String number =
                office.register("bilgi", Office.application("BILGI_EDINME", "\"email\":\"ayse@ornek.example\""));
        does(office.complete("bilgi", number, "On_Inceleme", "onInceleme", "KABUL"));
        does(office.complete("bilgi", number, "Birime_Sevk", "birim", "fen-isleri"));
        return number;
    }
}
