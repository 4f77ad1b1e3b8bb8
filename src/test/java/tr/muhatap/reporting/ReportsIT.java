package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.liste.ListForm;
import tr.muhatap.liste.ListReader;

/** The reports over a small office that is counted by hand; other tests' applications are counted before and after. */
@HttpTest
class ReportsIT {

    private static final String API = "/api/v1/basvurular/";
    private static final Pattern LIST = Pattern.compile("href=\"(/basvurular\\?[^\"]+)\"[^>]*>([0-9.]+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ListReader lists;

    @Autowired
    private ApplicationList applications;

    private Office office;
    private int year;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        year = LocalDate.now(tr.muhatap.calendar.OfficeClock.ISTANBUL).getYear();
    }

    @Test
    void theAnnualFormCountsASmallOfficeAsAPersonDoes() {
        var before = counts("4982?yil=" + year);

        answered("BILGI_EDINME", "\"outcome\":\"OLUMLU\"");
        answered("BILGI_EDINME", "\"outcome\":\"BILGI_VERILDI\"");
        // By another channel, and still a request under 4982
        answered("CIMER", "\"outcome\":\"OLUMLU\"");
        answered("BILGI_EDINME", "\"outcome\":\"KISMEN\",\"ground\":\"21\"");
        String parts = answered("BILGI_EDINME", "\"outcome\":\"KISMEN\",\"ground\":\"21\",\"secretPartsRemoved\":true");
        answered("BILGI_EDINME", "\"outcome\":\"OLUMLU\",\"secretPartsRemoved\":true");
        String refused = answered("BILGI_EDINME", "\"outcome\":\"OLUMSUZ\",\"ground\":\"19\"");
        Office.does(office.post(
                "bilgi",
                API + refused + "/appeal",
                "{\"filedOn\":\"%s\",\"boardNumber\":\"2026/%s\"}".formatted(today(), refused)));
        String notProcessed = asked("BILGI_EDINME");
        reviewed(notProcessed, "\"decision\":\"ISLEME_KONULMAZ\",\"reason\":\"İmza yok.\"");
        reviewed(
                asked("BILGI_EDINME"),
                "\"decision\":\"YETKISIZ\",\"target\":\"KAYSERİ VALİLİĞİ\",\"reason\":\"Görev dışı.\"");
        Office.does(office.post("bilgi", API + asked("BILGI_EDINME") + "/withdrawal", "{\"reason\":\"Vazgeçti.\"}"));
        asked("BILGI_EDINME");
        String again = answered("BILGI_EDINME", "\"outcome\":\"OLUMLU\"");
        Office.does(office.post("halkla", API + again + "/reopening", "{\"reason\":\"Eksik kaldı.\"}"));
        // None of the law's
        answered("DIJITAL", "\"outcome\":\"OLUMLU\"");

        var counted = difference(before, counts("4982?yil=" + year));
        assertThat(counted)
                .containsEntry("1. Bilgi edinme başvurusu toplamı", 8L)
                .containsEntry("2. Olumlu cevaplanarak bilgi veya belgelere erişim sağlanan başvurular", 3L)
                .containsEntry(
                        "3. Kısmen olumlu cevaplanarak kısmen de reddedilerek bilgi ve belgelere erişim sağlanan "
                                + "başvurular",
                        1L)
                .containsEntry("4. Reddedilen* başvurular toplamı", 2L)
                .containsEntry(
                        "5. Gizli ya da sır niteliğindeki bilgiler çıkarılarak veya ayrılarak bilgi ve belgelere "
                                + "erişim sağlanan başvurular",
                        2L)
                .containsEntry("6. Diğer kurum ve kuruluşlara yönlendirilen başvurular", 1L)
                .containsEntry("7. Başvurusu reddedilenlerden yargıya itiraz edenlerin toplam sayısı", 1L)
                .containsEntry("Başvuru sahibinin vazgeçtiği başvurular", 1L)
                .containsEntry("Dönem sonunda henüz sonuçlanmamış başvurular", 2L)
                .containsEntry("Yıl içinde gelen", 12L)
                .containsEntry("Yıl içinde açık olan bütün başvurular", 12L)
                .containsEntry("Toplam (üstteki toplama eşit)", 12L);
        String ofRow = "/raporlar/4982/basvurular?yil=" + year + "&satir=";
        assertThat(page("surec", ofRow + "AYRILAN")).contains(parts);
        assertThat(page("surec", ofRow + "KARARA"))
                .contains(parts, refused, notProcessed)
                .doesNotContain(again);
        assertThat(page("surec", ofRow + "RET")).contains(refused, notProcessed);
        assertThat(page("surec", ofRow + "ITIRAZ")).contains(refused);
        assertThat(page("surec", ofRow + "BEKLEYEN")).contains(again);
        assertThat(office.get("surec", ofRow + "YOK").status()).isEqualTo(404);
    }

    @Test
    void theActivityReportsFiguresAreTheirLists() {
        String query = "faaliyet?tarih1=" + today() + "&tarih2=" + today();
        var before = counts(query);

        answered("DIJITAL", "\"outcome\":\"OLUMLU\"");
        answered("DIJITAL", "\"outcome\":\"OLUMSUZ\"");
        office.register("istemci", Office.application("CIMER"));

        assertThat(difference(before, counts(query)))
                .containsEntry("Gelen", 3L)
                .containsEntry("Kapanan", 2L)
                .containsEntry("Açık", 1L)
                .containsEntry("Süresinde kapanan", 2L);
        String page = page("mudur", "/raporlar/" + query);
        var figures = LIST.matcher(page);
        int followed = 0;
        while (figures.find()) {
            String list = page("mudur", figures.group(1).replace("&amp;", "&"));
            assertThat(list).as(figures.group(1)).contains(figures.group(2) + " başvuru");
            followed++;
        }
        assertThat(followed).isGreaterThan(10);
        assertThat(page).contains("<svg", "aria-label=\"Konulara göre gelen başvuru sayısı\"");
    }

    @Test
    void everyListThatAFigureLeadsToHoldsAsManyAsItSays() {
        String extended = asked("BILGI_EDINME");
        Office.does(office.post(
                "bilgi", API + extended + "/extension", "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"Arşivde.\"}"));
        reviewed(
                asked("BILGI_EDINME"),
                "\"decision\":\"YETKISIZ\",\"target\":\"Su & Kanal; “İç” İşler #1\",\"reason\":\"Görev dışı.\"");
        String again = answered("BILGI_EDINME", "\"outcome\":\"OLUMLU\"");
        Office.does(office.post("halkla", API + again + "/reopening", "{\"reason\":\"Eksik kaldı.\"}"));
        String escalated = answered("DIJITAL", "\"outcome\":\"OLUMSUZ\"");
        jdbc.sql("update basvuru set escalation_level = 2 where number = :number")
                .param("number", escalated)
                .update();
        jdbc.sql(
                        "update rapor_tur set escalation_level = 2, taken_over = true, on_the_spot = true where number = :number")
                .param("number", escalated)
                .update();
        asked("DIJITAL");

        var followed = new LinkedHashMap<String, String>();
        for (var report : List.of("faaliyet", "kanal?kanal=BILGI_EDINME", "kanal?kanal=DIJITAL", "is-yuku")) {
            var figures = LIST.matcher(page("surec", "/raporlar/" + report));
            while (figures.find()) {
                followed.put(figures.group(1).replace("&amp;", "&"), figures.group(2));
            }
        }

        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("surec", "", "surec-sahibi"));
        try {
            assertThat(followed).hasSizeGreaterThan(60);
            followed.forEach((list, figure) -> {
                var reading = lists.read(ListForm.of(fields(list)::get));
                assertThat(reading.faults()).as(list).isEmpty();
                assertThat(applications.count(reading.query()))
                        .as(list)
                        .isEqualTo(Long.parseLong(figure.replace(".", "")));
            });
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(String.join("\n", followed.keySet()))
                .contains(Arrays.stream(ApplicationList.Path.values())
                        .map(path -> "yol=" + path)
                        .toList())
                .contains("sure=SURESINDE", "birim=YOK", "konu=YOK", "kurum=", "sonuc=YONLENDIRILDI");
    }

    private static Map<String, String> fields(String address) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            int at = pair.indexOf('=');
            fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "yonetici, 200", "mudur, 200", "surec, 200", "denetci, 200", "admin, 200",
        "halkla, 403", "fen, 403", "masa, 403", "bilgi, 403", "istemci, 403",
    })
    void theyAreForOwnersManagersAndAuditors(String user, int status) {
        for (var path : List.of("", "/4982", "/is-yuku.csv", "/4982/basvurular?yil=2026&satir=RET")) {
            assertThat(office.get(user, "/raporlar" + path).status()).as(path).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4982", "faaliyet", "kanal?kanal=CIMER", "gecikenler", "is-yuku"})
    void eachReportIsAPageAndThreeFiles(String report) {
        assertThat(page("denetci", "/raporlar/" + report)).contains("<table>");
        String query = report.contains("?") ? report.substring(report.indexOf('?')) : "";
        String name = report.replace(query, "");
        assertThat(office.get("denetci", "/raporlar/" + name + ".pdf" + query)
                        .response()
                        .body())
                .startsWith("%PDF");
        assertThat(office.get("denetci", "/raporlar/" + name + ".xlsx" + query)
                        .response()
                        .body())
                .startsWith("PK");
        assertThat(office.get("denetci", "/raporlar/" + name + ".csv" + query)
                        .response()
                        .body())
                .startsWith("\uFEFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4982?yil=1999",
                "4982?yil=9999",
                "4982?yil=x",
                "faaliyet?tarih1=31.02.2026",
                "faaliyet?tarih1=2999-01-01",
                "faaliyet?tarih1=02.01.2026&tarih2=01.01.2026",
                "kanal",
                "kanal?kanal=YOK",
                "gecikenler?gun=dün",
            })
    void whatCannotBeReportedIsASentence(String query) {
        assertThat(page("surec", "/raporlar/" + query))
                .contains("Rapor hazırlanmadı")
                .doesNotContain("<table>");
        int at = query.indexOf('?') < 0 ? query.length() : query.indexOf('?');
        assertThat(page("surec", "/raporlar/" + query.substring(0, at) + ".csv" + query.substring(at)))
                .contains("Rapor hazırlanmadı");
    }

    @Test
    void anUnknownReportIsNotThere() {
        assertThat(office.get("surec", "/raporlar/olmayan").status()).isEqualTo(404);
        assertThat(office.get("surec", "/raporlar/olmayan.pdf").status()).isEqualTo(404);
    }

    private String asked(String channel) {
        return office.register("istemci", Office.application(channel).replace("\"kind\":\"SIKAYET\"", kind(channel)));
    }

    private static String kind(String channel) {
        return channel.equals("CIMER") ? "\"kind\":\"BILGI_ISTEMI\"" : "\"kind\":\"SIKAYET\"";
    }

    private String answered(String channel, String draft) {
        String number = asked(channel);
        boolean law = !channel.equals("DIJITAL");
        step(law ? "bilgi" : "halkla", number, "\"step\":\"On_Inceleme\",\"decision\":\"KABUL\"");
        step(law ? "bilgi" : "halkla", number, "\"step\":\"Birime_Sevk\",\"unit\":\"fen-isleri\"");
        step(
                "fen",
                number,
                "\"step\":\"Cevap_Hazirlama\",\"decision\":\"CEVAP\",\"answer\":{\"text\":\"Bilgi eklidir.\"," + draft
                        + "}");
        step("halkla", number, "\"step\":\"Cevap_Onayi\",\"decision\":\"ONAY\"");
        office.moveClock("PT0S");
        return number;
    }

    private void reviewed(String number, String decision) {
        step("bilgi", number, "\"step\":\"On_Inceleme\"," + decision);
        office.moveClock("PT0S");
    }

    private void step(String user, String number, String members) {
        Office.does(office.post(user, API + number + "/adim", "{" + members + "}"));
    }

    private String page(String user, String path) {
        var answer = office.get(user, path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().body();
    }

    private String today() {
        return LocalDate.now(tr.muhatap.calendar.OfficeClock.ISTANBUL).toString();
    }

    /** The first number of each line of a report, the first line of a name. */
    private Map<String, Long> counts(String query) {
        String path = query.replaceFirst("\\?", ".csv?");
        var counts = new LinkedHashMap<String, Long>();
        page("surec", "/raporlar/" + path).lines().forEach(line -> {
            var cells = line.split(";");
            if (cells.length > 1 && cells[1].matches("[0-9]+")) {
                counts.putIfAbsent(cells[0], Long.parseLong(cells[1]));
            }
        });
        return counts;
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        var difference = new LinkedHashMap<String, Long>();
        after.forEach((name, count) -> difference.put(name, count - before.getOrDefault(name, 0L)));
        return difference;
    }
}
