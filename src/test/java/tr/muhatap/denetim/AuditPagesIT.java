package tr.muhatap.denetim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.text.Texts;

/** What auditors see, who else may, and that each access is logged. */
@HttpTest
class AuditPagesIT {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"masa", "operator", "halkla", "fen", "yonetici", "mudur", "istemci"})
    void nobodyElseComesIn(String user) {
        String number = office.register("istemci", Office.application("ALO_153"));
        for (var path : new String[] {
            "",
            "/dogrulama",
            "/basvuru/" + number,
            "/basvuru/" + number + "/paket.json",
            "/basvuru/" + number + "/surec",
            "/basvuru/" + number + "/zaman-cizelgesi.csv",
            "/listeler/gecikenler",
            "/listeler/goruntulemeler/liste.csv"
        }) {
            assertThat(office.get(user, "/denetim" + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void oneApplicationsWholeHistoryStandsInOneList() throws Exception {
        String number = office.register("istemci", Office.application("CIMER"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        office.get("halkla", "/dosya/" + number);
        String page = "/denetim/basvuru/" + number;

        String all = office.get("denetci", page).response().body();
        assertThat(all)
                .contains("Başvuru kaydedildi", "Birime sevk edildi", "Görüntülendi: dosya", "Süreç adımı", "(halkla)")
                .doesNotContain("Ayşe Işık");
        assertThat(office.get("denetci", page + "?tur=GORUNTULEME").response().body())
                .contains("denetim: zaman çizelgesi")
                .doesNotContain("Birime sevk edildi");
        assertThat(office.get("denetci", page + "/zaman-cizelgesi.csv")
                        .response()
                        .body())
                .startsWith("\uFEFFZaman;Tür;Olay;Ayrıntı;Yapan;Bitiş")
                .contains("Birime sevk edildi");
        var json = new ObjectMapper()
                .readTree(office.get("denetci", page + "/zaman-cizelgesi.json")
                        .response()
                        .body());
        assertThat(json.findValuesAsText("kind")).contains("ISLEM", "SUREC", "GORUNTULEME");
        assertThat(office.get("denetci", page + "/zaman-cizelgesi.pdf")
                        .response()
                        .body())
                .startsWith("%PDF");
        assertThat(office.get("denetci", page + "/surec").response().body())
                .contains(
                        "<svg", "class=\"gecildi\"", "class=\"suruyor\"", "Ön inceleme", "sürüyor", "bir dakikadan az");
        assertThat(office.get("denetci", page + "/paket.json").response().body())
                .contains("muhatap-denetim-paketi-1", number);
        assertThat(jdbc.sql("select place from kisisel_veri_goruntuleme where number = :number and actor = 'denetci'")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .contains("denetim: zaman çizelgesi", "denetim: paket", "denetim: süreç");
    }

    @ParameterizedTest
    @EnumSource
    void everyListIsReadAndTakenAlong(AuditList list) {
        isReadAndTakenAlong(list.address(), "olaylar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gecikenler", "goruntulemeler", "degisiklikler", "yetkiler"})
    void soAreThoseThatAreNoEvents(String list) {
        isReadAndTakenAlong(list, list);
    }

    private void isReadAndTakenAlong(String list, String columns) {
        String page = "/denetim/listeler/" + list;
        assertThat(office.get("denetci", page + "?tarih1=01.01.2026&tarih2=31.12.2031&kim=halkla&once=999999999")
                        .status())
                .isEqualTo(200);
        assertThat(office.get("denetci", page + "?tarih2=31.02.2026").response().body())
                .contains("Takvimde bulunan bir tarih yazın");
        assertThat(office.get("denetci", page + "/liste.csv").response().body())
                .startsWith("\uFEFF" + Texts.of("denetim.sutunlar." + columns).replace("; ", ";"));
        assertThat(office.get("denetci", page + "/liste.xlsx").response().body())
                .as("a file of Office")
                .startsWith("PK");
        assertThat(jdbc.sql("select count(*) from liste_goruntuleme where place = :place and actor = 'denetci'")
                        .param("place", "denetim/" + list)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/dogrulama", "/orneklemler", "/listeler/gecikenler", "/listeler/yetkiler"})
    void theHeaderShowsTheSignedInUserAndTheWays(String page) {
        assertThat(office.get("denetci", "/denetim" + page).response().body())
                .contains("Çıkış", "aria-label=\"Sayfalar\"")
                .doesNotContain("Görevli girişi");
    }

    @Test
    void rightsAreThoseOfTheDay() {
        String today =
                office.get("denetci", "/denetim/listeler/yetkiler").response().body();
        assertThat(today).contains(">denetci<", ">fen<", ">birim-fen-isleri<");
        assertThat(office.get("denetci", "/denetim/listeler/yetkiler?tarih2=01.01.2020")
                        .response()
                        .body())
                .contains("Kayıt yok.");
    }

    @Test
    void aListGoesOnWhereThePageEnded() {
        String number = office.register("istemci", Office.application("ALO_153"));
        for (int look = 0; look < AuditTables.PAGE_SIZE + 5; look++) {
            office.get("denetci", "/denetim/basvuru/" + number + "/paket.json");
        }

        String page = "/denetim/listeler/goruntulemeler?kim=denetci";
        String first = office.get("denetci", page).response().body();
        assertThat(first).contains("Sonraki sayfa", number);
        String next = first.replaceAll("(?s).*<a href=\"([^\"]*)\" rel=\"next\".*", "$1")
                .replace("&amp;", "&");
        assertThat(next).contains("once=", "kim=denetci");
        assertThat(office.get("denetci", next).response().body()).contains(number);
    }

    @Test
    void whoIsLateIsSaidAsOfADay() {
        String number = office.register("istemci", Office.application("ALO_153"));
        String lastDay = jdbc.sql("select deadline_last_day from basvuru where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        var last = java.time.LocalDate.parse(lastDay);

        assertThat(late(last)).doesNotContain(number);
        assertThat(late(last.plusDays(40))).contains(number);
    }

    /** A refusal counts when it is approved: once, however often it was submitted, and not while it waits. */
    @Test
    void whatTheApproverSentBackRefusedNobody() {
        String refused = submitted();
        String given = submitted();
        String waiting = submitted();
        assertThat(linesAbout(refused)).isZero();
        Office.does(office.complete("halkla", refused, "Cevap_Onayi", "onay", "DUZELT"));
        Office.does(office.complete("halkla", given, "Cevap_Onayi", "onay", "DUZELT"));
        Office.does(office.complete("fen", refused, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.put("fen", "/api/v1/basvurular/" + given + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", given, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        for (var number : new String[] {refused, given}) {
            Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        }

        assertThat(linesAbout(refused)).isEqualTo(1);
        assertThat(linesAbout(given)).isZero();
        assertThat(linesAbout(waiting)).isZero();
    }

    private String submitted() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        Office.does(office.put(
                "fen",
                "/api/v1/basvurular/" + number + "/cevap",
                "{\"outcome\":\"OLUMSUZ\",\"ground\":\"19\",\"text\":\"Belge verilemez.\"}"));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        return number;
    }

    private long linesAbout(String number) {
        return office.get("denetci", "/denetim/listeler/reddedilenler/liste.csv")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(number + ";"))
                .count();
    }

    private String late(java.time.LocalDate day) {
        return office.get(
                        "denetci", "/denetim/listeler/gecikenler/liste.csv?tarih2=" + tr.muhatap.text.Days.written(day))
                .response()
                .body();
    }

    @Test
    void thePagesLeadToEachOther() {
        String number = office.register("istemci", Office.application("ALO_153"));

        assertThat(office.get("denetci", "/denetim").response().body())
                .contains(
                        "href=\"/denetim/listeler/reddedilenler\"",
                        "href=\"/denetim/dogrulama\"",
                        "href=\"/basvurular\"");
        assertThat(office.get("denetci", "/denetim?no=" + number)
                        .response()
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/denetim/basvuru/" + number);
        assertThat(office.get("denetci", "/denetim?no=2026-999999").response().body())
                .contains("Bu numarayla bir başvuru yok");
        assertThat(office.get("denetci", "/denetim/dogrulama").response().body())
                .contains("Okunan kayıt");
        assertThat(office.get("denetci", "/denetim/basvuru/2026-999999").status())
                .isEqualTo(404);
        assertThat(office.get("denetci", "/denetim/listeler/yok").status()).isEqualTo(404);
    }
}
