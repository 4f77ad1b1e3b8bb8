package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A clerk compares a list, corrects its format, registers it, and looks at the differences. */
@HttpTest
class ImportPagesIT {

    private static final Pattern ADDRESS = Pattern.compile("/aktarim/[0-9a-f-]{36}");

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String source;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        source = Office.unique();
    }

    @Test
    void aListIsLookedAtBeforeAnythingIsTakenIn() {
        String list = "Sayı;Gün;Kim;Ne\n"
                + "%1$s-1;18.05.2026;Ayşe Işık;Çukur var\n%1$s-2;dün;Ali Veli;Park\n".formatted(source);
        String page = handedIn(list);
        assertThat(shown(page)).contains("sütun seçilmeden liste aktarılamaz");

        office.form(
                "halkla",
                page + "/bicim",
                "kume",
                "UTF-8",
                "ayirac",
                ";",
                "baslik",
                "1",
                "sutun-NUMARA",
                "Sayı",
                "sutun-TARIH",
                "Gün",
                "sutun-AD_SOYAD",
                "Kim",
                "sutun-METIN",
                "Ne");
        settled(page);
        assertThat(shown(page))
                .contains("Aktarımı başlat", source + "-1", "“dün” tarih olarak okunamadı", "Bizde olmayanlar");
        office.form("halkla", page + "/esleme", "name", "Kendi listemiz " + source);
        assertThat(office.get("halkla", "/aktarim").response().body()).contains("Kendi listemiz " + source);

        office.form("halkla", page + "/basla");
        settled(page);
        assertThat(shown(page)).contains("<dt>Alınan</dt><dd>1</dd>").doesNotContain("Aktarımı başlat");
        assertThat(office.get("halkla", page + "/alinamayanlar").response().body())
                .startsWith("Sayı;Gün;Kim;Ne;Alınmama nedeni")
                .contains(source + "-2;dün;Ali Veli;Park;");

        String other = handedIn("Sayı;Gün;Kim;Ne\nbaska-%s;18.05.2026;Ali Veli;Başka\n".formatted(source));
        assertThat(shown(other)).contains("Listede olmayanlar", source + "-1");
        assertThat(office.form("halkla", other + "/durdur").response().body()).isNotNull();
    }

    @Test
    void theOfficesWordsDecideWhatAKindIsCalled() {
        String words = office.get("halkla", "/aktarim/kelimeler").response().body();
        assertThat(words).contains("Şikâyet = SIKAYET");
        var wrong = office.form("halkla", "/aktarim/kelimeler", "alan", "KONU", "KONU", "Yol = yok-boyle-konu");
        assertThat(wrong.response().body()).contains("geçersiz");
        var right = office.form(
                "halkla", "/aktarim/kelimeler", "alan", "KONU", "KONU", "Yollar ve kaldırımlar = yol-cukur");
        assertThat(right.status()).isIn(302, 303);
        assertThat(office.get("halkla", "/aktarim/kelimeler").response().body())
                .contains("Yollar ve kaldırımlar = yol-cukur")
                .doesNotContain("yok-boyle-konu");
    }

    @Test
    void answersThatTheSourceHasNotGotYetAreAFile() {
        String number = office.approved(
                "CIMER",
                Office.application("CIMER").replaceFirst("\\{", "{\"externalReference\":\"" + source + "-7\","));
        await().atMost(Duration.ofSeconds(60)).until(() -> answers().contains(source + "-7"));
        assertThat(answers()).contains(number);
        assertThat(office.get("masa", "/aktarim/cevaplar?kanal=CIMER").status()).isEqualTo(403);
        assertThat(office.get("halkla", "/aktarim/cevaplar?kanal=YOK").status()).isLessThan(500);

        // The source's answer may be that of the round before: people decide
        reopened(number, 1);
        taken("Başvuru No;Başvuru Metni;Durum;Ad Soyad\n%s-7;Çukur;Cevaplandı;Ali Veli\n".formatted(source));
        assertThat(answers()).contains(source + "-7");

        reopened(number, 0);
        String page = taken("Başvuru No;Başvuru Metni;Durum;Ad Soyad\n"
                + "%1$s-7;Çukur;Cevaplandı;Ali Veli\n%1$s-8;Park;Kapatıldı;Ali Veli\n".formatted(source));
        assertThat(answers()).doesNotContain(source + "-7");
        assertThat(shown(page))
                .contains("<dt>Alınan</dt><dd>0</dd>", "Kaynaktaki durumu: Başvuru kaynakta cevaplanmış");
    }

    private void reopened(String number, int times) {
        jdbc.sql("update basvuru set reopenings = :times where number = :number")
                .param("times", times)
                .param("number", number)
                .update();
    }

    private String taken(String list) {
        String page = handedIn(list);
        if (list.contains("-8;")) {
            assertThat(shown(page)).contains("Kaynaktaki durumu: Başvuru kaynakta cevaplanmış");
        }
        office.form("halkla", page + "/basla");
        settled(page);
        return page;
    }

    private String answers() {
        return office.get("halkla", "/aktarim/cevaplar?kanal=CIMER").response().body();
    }

    private String handedIn(String list) {
        var answer =
                office.file("halkla", "/aktarim?channel=CIMER", "liste.csv", list.getBytes(StandardCharsets.UTF_8));
        String location = answer.response().headers().firstValue("Location").orElse("");
        var page = ADDRESS.matcher(location);
        assertThat(page.find()).as(location + answer.status()).isTrue();
        settled(page.group());
        return page.group();
    }

    private void settled(String page) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !shown(page).contains("<progress"));
    }

    private String shown(String page) {
        var answer = office.get("halkla", page);
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }
}
