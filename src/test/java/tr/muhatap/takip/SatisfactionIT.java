package tr.muhatap.takip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A citizen says once whether the problem is solved and how satisfied, and the office's figures count it. */
@HttpTest
class SatisfactionIT {

    private static final String STEP = "/takip/memnuniyet";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String number;
    private String code;

    @BeforeEach
    void anAnsweredApplication() {
        office = new Office(port);
        var taken = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("DIJITAL")))
                .body();
        number = taken.get("number").asText();
        code = taken.get("trackingCode").asText();
    }

    private void close() {
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
    }

    private String give(String solved, String score, String words) {
        return office.form(
                        "istemci", STEP, "number", number, "code", code, "cozuldu", solved, "puan", score, "words",
                        words)
                .response()
                .body();
    }

    private int rows() {
        return jdbc.sql("select count(*) from memnuniyet where number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    @Test
    void itIsAskedOnceAfterTheEndAndCountedAndShownWithCare() throws Exception {
        assertThat(give("evet", "5", "")).contains("henüz kapanmadı");
        assertThat(rows()).isZero();
        close();
        assertThat(office.form("istemci", "/takip", "number", number, "code", code)
                        .response()
                        .body())
                .contains(STEP, "Sorununuz çözüldü mü?");
        assertThat(give("", "", "")).contains("Çözülüp çözülmediğini seçin", "1 ile 5 arasında bir puan seçin");
        assertThat(give("belki", "6", "x")).contains("Çözülüp çözülmediğini seçin", "1 ile 5 arasında");
        assertThat(give("evet", "4", "x".repeat(501))).contains("500");
        assertThat(rows()).isZero();
        int before = rated();

        String words = "Teşekkürler; numaram 0532 999 88 77.";
        assertThat(give("evet", "4", words)).contains("İşleminiz kaydedildi", "Değerlendirmeniz");
        give("evet", "4", words);
        assertThat(rows()).isEqualTo(1);
        assertThat(give("hayir", "1", "")).contains("daha önce değerlendirdiniz");
        assertThat(rated()).isEqualTo(before + 1);

        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Sorun çözüldü", "4 / 5", "0532 999 88 77");
        assertThat(office.get("fen", "/dosya/" + number).response().body())
                .contains("Sorun çözüldü", "Teşekkürler")
                .doesNotContain("0532 999 88 77");
        assertThat(office.form(
                                "istemci",
                                STEP,
                                "number",
                                number,
                                "code",
                                "AAAA-AAAA-AAAA",
                                "cozuldu",
                                "evet",
                                "puan",
                                "5")
                        .response()
                        .body())
                .doesNotContain("Değerlendirmeniz");
    }

    /** The number of ratings in this year's report, over all tests. */
    private int rated() {
        String page = office.get("yonetici", "/raporlar/faaliyet").response().body();
        var found = java.util.regex.Pattern.compile("Değerlendirilen başvuru</th>\\s*<td[^>]*>\\s*(\\d+)")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void ofTwoAtOnceOneIsKeptAndAReopenedOneIsAskedAgain() throws Exception {
        close();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var all = IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<String>) () -> give("hayir", "2", "Yine bozuldu."))
                    .toList();
            for (var one : pool.invokeAll(all)) {
                assertThat(one.get()).contains("İşleminiz kaydedildi");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(rows()).isEqualTo(1);
        office.form("istemci", "/takip/yeniden-ac", "number", number, "code", code, "words", "Yine bozuldu.");
        assertThat(give("evet", "5", "")).contains("henüz kapanmadı");
        close();
        assertThat(give("evet", "5", "")).contains("İşleminiz kaydedildi");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whoWithdrewIsNotAsked() {
        office.form("istemci", "/takip/geri-cek", "number", number, "code", code);
        assertThat(office.form("istemci", "/takip", "number", number, "code", code)
                        .response()
                        .body())
                .doesNotContain(STEP);
        assertThat(give("evet", "5", "")).doesNotContain("İşleminiz kaydedildi");
        assertThat(rows()).isZero();
    }
}
