package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.dosya.ApplicationList;
import tr.muhatap.dosya.ApplicationList.Column;
import tr.muhatap.dosya.ApplicationList.Line;
import tr.muhatap.dosya.ApplicationList.Query;
import tr.muhatap.text.SearchText;

/** The list of applications: authorization, search, and logging of each access. */
@HttpTest
class ListIT {

    private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"/dosya/([0-9-]+)\"");
    private static int words;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationList list;

    @TempDir
    private Path directory;

    private Office office;

    /** A word in this test's applications only. */
    private String word;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        word = "listede" + (char) ('a' + words / 26) + (char) ('a' + words++ % 26);
    }

    @Test
    void eachSeesTheRowsThatHeMayReadAndNoOther() {
        var numbers = new TreeSet<String>();
        for (var channel : List.of("CIMER", "DIJITAL", "ALO_153", "BEYAZ_MASA", "BILGI_EDINME")) {
            numbers.add(office.register("istemci", about(Office.application(channel))));
        }
        String atFen = office.atTheUnit("CIMER", about(Office.application("CIMER")));
        String closed = office.approved("DIJITAL", about(Office.application("DIJITAL")));
        String asked = office.register(
                "istemci", about(Office.application("CIMER")).replace("\"SIKAYET\"", "\"BILGI_ISTEMI\""));
        numbers.addAll(List.of(atFen, closed, asked));

        for (var user : List.of(
                "masa",
                "operator",
                "bilgi",
                "halkla",
                "fen",
                "park",
                "yonetici",
                "mudur",
                "surec",
                "denetci",
                "admin")) {
            var readable = numbers.stream()
                    .filter(number -> office.get(user, "/dosya/" + number).status() == 200)
                    .toList();
            String page = page(user, "kelime=" + word);

            assertThat(rows(page)).as(user).containsExactlyInAnyOrderElementsOf(readable);
            var named = readable.stream()
                    .filter(number -> office.get(user, "/api/v1/basvurular/" + number + "/dosya")
                            .response()
                            .body()
                            .contains("Ayşe Işık"))
                    .toList();
            assertThat(page).as(user).doesNotContain("Ayşe", "Işık", "5321112233");
            assertThat(occurrences(page, "A*** I***")).as(user).isEqualTo(named.size());
            assertThat(rows(page(user, "ad=isik&kelime=" + word))).as(user).containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(rows(page("fen", "kelime=" + word))).containsExactlyInAnyOrder(atFen, closed);
        assertThat(page("fen", "ad=isik")).contains("Başvuru sahibine göre arama yetkiniz yok.");
        assertThat(page("fen", "")).doesNotContain("name=\"tc\"", "name=\"ad\"");
    }

    @ParameterizedTest
    @CsvSource({"istemci, 403", "fen, 200", "denetci, 200", "surec, 200"})
    void itIsForStaff(String user, int status) {
        assertThat(office.get(user, "/basvurular").status()).isEqualTo(status);
        assertThat(office.get("", "/basvurular").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IŞIKLI",
                "ışıklı",
                "isikli",
                "Işıklı İĞDE",
                "igde",
                "iğde’nin",
                "İĞDE'NİN",
                "kâğıt",
                "KAGIT",
                "kağıd",
                "işı",
                "nin kagi",
                "ŞIKÂYET"
            })
    void wordsAreFoundByTheirBeginningsHoweverTheyAreWritten(String typed) {
        String number = office.register(
                "istemci",
                about(Office.application("CIMER"))
                        .replace(
                                "ğüşıöç ĞÜŞİÖÇ",
                                "Işıklı tabela, İğde’nin kâğıdı ve kâğıtları: ŞİKÂYET, şıkayet " + word));

        assertThat(rows(page("halkla", "kelime=" + encoded(typed + " " + word))))
                .containsExactly(number);
        assertThat(rows(page("halkla", "kelime=" + encoded(typed + "zzz " + word))))
                .isEmpty();
        assertThat(rows(page("halkla", "kelime=" + encoded("abela " + word)))).isEmpty();
    }

    @Test
    void wordsOfTheAnswerAndOfWhatCompletesItAreFound() {
        String number = office.answered("CIMER", about(Office.application("CIMER")));
        String incomplete = office.register("istemci", about(Office.application("DIJITAL")));
        Office.does(office.put(
                "halkla",
                "/api/v1/basvurular/" + incomplete + "/gerekce",
                "{\"text\":\"Adres eksik\",\"decision\":\"EKSIK\"}"));
        Office.does(office.complete("halkla", incomplete, "On_Inceleme", "onInceleme", "EKSIK"));
        Office.does(office.post(
                "halkla", "/api/v1/basvurular/" + incomplete + "/completion", "{\"text\":\"Adres: Gülveren Sokağı\"}"));

        assertThat(rows(page("fen", "kelime=" + encoded("çukur kapatıldı " + word))))
                .containsExactly(number);
        assertThat(rows(page("halkla", "kelime=" + encoded("GÜLVEREN " + word))))
                .containsExactly(incomplete);
    }

    @Test
    void aPersonIsFoundByNumberOfIdentityOrTelephoneHoweverWritten() {
        String number = office.register("istemci", about(Office.application("CIMER")));

        var ways = List.of(
                "tc=" + encoded("100 000 001 46"),
                "telefon=" + encoded("0532 111 2233"),
                "telefon=" + encoded("+90 (532) 111-22-33"),
                "ad=" + encoded("IŞIK ayş"));
        for (var way : ways) {
            assertThat(rows(page("halkla", way + "&kelime=" + word))).as(way).containsExactly(number);
        }
        assertThat(rows(page("halkla", "tc=10000000078&kelime=" + word))).isEmpty();
    }

    @Test
    void filtersNarrow() {
        String number = office.register("operator", about(Office.call()));
        String other = office.register("istemci", about(Office.application("CIMER")));

        for (var filter : List.of(
                "kanal=ALO_153",
                "konu=yol-cukur",
                "durum=SEVK_BEKLIYOR",
                "no=" + number,
                "no=" + number.replace("-", ""),
                "tur=SIKAYET&kanal=ALO_153&durum=ACIK&tarih1=01.01.2020&tarih2=31.12.2999&sonTarih1=1.1.2020")) {
            assertThat(rows(page("halkla", filter + "&kelime=" + word)))
                    .as(filter)
                    .containsExactly(number);
        }
        for (var filter : List.of(
                "durum=KAPANDI",
                "birim=fen-isleri",
                "sonuc=OLUMLU",
                "tarih2=01.01.2020",
                "sonTarih2=01.01.2020",
                "iletilen=evet",
                "sure=ACIK",
                "sure=KAPALI",
                "tur=IHBAR")) {
            assertThat(rows(page("halkla", filter + "&kelime=" + word)))
                    .as(filter)
                    .isEmpty();
        }
        jdbc.sql("update basvuru set deadline_late_from = received_at, escalation_level = 1 where number = :number")
                .param("number", other)
                .update();
        assertThat(rows(page("halkla", "sure=ACIK&iletilen=evet&kelime=" + word)))
                .containsExactly(other);
        assertThat(rows(page("halkla", "sirala=BASVURU-artan&kelime=" + word))).containsExactly(number, other);
        assertThat(rows(page("halkla", "sirala=KAYIT&kelime=" + word))).containsExactly(other, number);
        assertThat(rows(page("halkla", "imlec=yok&sirala=yok&kelime=" + word))).containsExactly(other, number);
    }

    @Test
    void whatIsFaultyIsNamedAtItsFieldAndStays() {
        String page = page(
                "halkla",
                "no=17&kelime=" + encoded("“a!") + "&tarih1=31.02.2026&sonTarih1=02.01.2026&sonTarih2=01.01.2026"
                        + "&tc=123&telefon=55&kanal=X&birim=%3Cb%3E&durum=Y");

        assertThat(page)
                .contains("2026-000123 biçiminde yazılır", "En az iki harfli", "Takvimde bulunan bir tarih")
                .contains("Bitiş tarihi başlangıç tarihinden önce olamaz.", "11 haneli olmalıdır")
                .contains("Telefon numarası geçersiz", "Listeden bir kanal seçin.", "id=\"no-hata\"")
                .contains("value=\"17\"", "value=\"31.02.2026\"", "<title>Hata: ")
                .doesNotContain("<b>”", "bulunanlar");
    }

    @Test
    void eachListIsOneEntryThatNamesTheQueryAndTheNumbers() {
        String number = office.register("istemci", about(Office.application("CIMER")));
        String second = office.register("istemci", about(Office.application("CIMER")));
        long before = looks();

        page("halkla", "tc=10000000146&kelime=" + word);

        assertThat(looks() - before).isEqualTo(1);
        var look = jdbc.sql("select * from liste_goruntuleme order by id desc limit 1")
                .query()
                .singleRow();
        assertThat(look)
                .containsEntry("actor", "halkla")
                .containsEntry("place", "basvurular")
                .containsEntry("sorgu", "kelime=" + word + "; tc=100******46")
                .containsEntry("numaralar", second + " " + number);
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEndedWhateverArrives() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            numbers.add(office.register("istemci", about(Office.application("CIMER"))));
        }
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        "denetci", "", AuthorityUtils.createAuthorityList("denetci")));
        try {
            for (var column : Column.values()) {
                for (boolean ascending : List.of(false, true)) {
                    var all = shown(list.page(query(), column, ascending, null, 20));
                    var first = list.page(query(), column, ascending, null, 2);
                    String late = office.register("istemci", about(Office.application("CIMER")));
                    var second = list.page(query(), column, ascending, first.next(), 2);
                    var third = list.page(query(), column, ascending, second.next(), 2);

                    assertThat(first.previous()).isNull();
                    assertThat(Stream.of(first, second, third)
                                    .flatMap(page -> shown(page).stream())
                                    .filter(shown -> !shown.equals(late))
                                    .toList())
                            .as(column + " " + ascending)
                            .isEqualTo(all.subList(0, Math.min(6, all.size())));
                    assertThat(shown(list.page(query(), column, ascending, third.previous(), 2)))
                            .isEqualTo(shown(second));
                    var back = list.page(query(), column, ascending, second.previous(), 2);
                    assertThat(shown(back)).isEqualTo(shown(first));
                }
            }
            assertThat(list.count(query())).isEqualTo(11);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whatIsFoundIsTakenAlongMaskedAndWithoutFormulasAndOnce() throws Exception {
        String formula = office.register(
                "istemci",
                Office.application("CIMER").replace("\"subject\":\"", "\"subject\":\"=HYPERLINK(1;2) " + word + " "));
        String at = office.register(
                "istemci",
                Office.application("CIMER").replace("\"subject\":\"", "\"subject\":\"@" + word + ";\\\"x\\\" "));
        long before = looks();

        var csv = office.get("halkla", "/basvurular/liste.csv?sirala=KAYIT-artan&kelime=" + word)
                .response();
        String chosen = office.get("halkla", "/basvurular/liste.csv?sutun=OZET&sutun=NUMARA&kelime=" + word)
                .response()
                .body();

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(csv.body().lines().toList()).hasSize(3);
        assertThat(csv.body())
                .startsWith("\uFEFFBaşvuru numarası;Konu;Başlık;Başvuru sahibi;Telefon;")
                .contains(
                        formula + ";",
                        ";\"'=HYPERLINK(1;2) ",
                        ";\"'@" + word + ";\"\"x\"\" ",
                        ";A*** I***;'+90*******233;")
                .doesNotContain("Ayşe", "Işık", "5321112233");
        assertThat(chosen.lines().findFirst()).contains("\uFEFFBaşvuru numarası;Başlık");
        assertThat(looks() - before).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select numaralar from liste_goruntuleme where place = 'basvurular.csv' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(at + " " + formula);
        assertThat(office.get("fen", "/basvurular/liste.csv?kelime=" + word)
                        .response()
                        .body())
                .doesNotContain("Başvuru sahibi", "Telefon", formula);
        assertThat(office.get("istemci", "/basvurular/liste.csv").status()).isEqualTo(403);
        assertThat(office.get("halkla", "/basvurular/liste.csv?no=17")
                        .response()
                        .body())
                .contains("2026-000123 biçiminde yazılır");
        assertThat(sheet("/basvurular/liste.xlsx?kelime=" + word))
                .contains("Başvuru numarası", formula, "'=HYPERLINK(1;2) " + word, "A*** I***")
                .doesNotContain("<f>", "Ayşe");
    }

    /** All parts of a spreadsheet file concatenated. */
    private String sheet(String path) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Authorization",
                        "Basic "
                                + java.util.Base64.getEncoder()
                                        .encodeToString("halkla:demo".getBytes(StandardCharsets.UTF_8)))
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofFile(directory.resolve("liste.xlsx")));
        var all = new StringBuilder();
        try (var zip = new java.util.zip.ZipFile(answer.body().toFile())) {
            for (var part : java.util.Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return org.springframework.web.util.HtmlUtils.htmlUnescape(
                all.toString().replace("&apos;", "'"));
    }

    @Test
    void aSearchIsKeptForOneselfOrForAllAndShowsEachWhatHeMayRead() {
        String number = office.register("istemci", about(Office.application("CIMER")));
        String own = "Kendi " + word;
        String shared = "Paylaşılan & <" + word + ">";

        office.form("halkla", "/basvurular/kaydet", "aramaAdi", own, "kelime", word);
        office.form(
                "halkla",
                "/basvurular/kaydet",
                "aramaAdi",
                shared,
                "paylas",
                "evet",
                "kelime",
                word + " iğde&",
                "kanal",
                "CIMER");

        String page = page("halkla", "");
        assertThat(page).contains(own, "Paylaşılan &amp; &lt;" + word + "&gt;");
        assertThat(rows(page("halkla", query(page, "&lt;" + word)))).containsExactly(number);
        String ofOthers = page("fen", "");
        assertThat(ofOthers).doesNotContain(own).contains("(halkla paylaştı)");
        assertThat(rows(page("fen", query(ofOthers, "&lt;" + word)))).isEmpty();

        long id = jdbc.sql("select id from kayitli_arama where ad = :name")
                .param("name", shared)
                .query(Long.class)
                .single();
        assertThat(office.form("fen", "/basvurular/sil", "arama", String.valueOf(id))
                        .status())
                .isEqualTo(404);
        assertThat(office.form("halkla", "/basvurular/sil", "arama", String.valueOf(id))
                        .status())
                .isEqualTo(302);
        assertThat(page("fen", "")).doesNotContain("&lt;" + word);
    }

    @Test
    void aSearchForAPersonOrWithoutANameIsNotKept() {
        assertThat(office.form("halkla", "/basvurular/kaydet", "aramaAdi", word, "tc", "10000000146")
                        .response()
                        .body())
                .contains("başvuru sahibine göre yapılan bir arama kaydedilemez", "value=\"10000000146\"");
        assertThat(office.form("halkla", "/basvurular/kaydet", "aramaAdi", "", "kanal", "CIMER")
                        .response()
                        .body())
                .contains("Bu alan zorunludur.", "id=\"aramaAdi-hata\"", "bulunanlar");
        assertThat(office.form("halkla", "/basvurular/kaydet", "aramaAdi", "ğ".repeat(81), "kanal", "CIMER")
                        .response()
                        .body())
                .contains("En çok 80 karakter olabilir.");
        assertThat(page("halkla", "")).doesNotContain(">" + word + "<");
    }

    /** The address of a saved search. */
    private static String query(String page, String name) {
        var link = Pattern.compile("<a href=\"/basvurular\\?([^\"]+)\">[^<]*" + Pattern.quote(name))
                .matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void theFileLeadsBackToTheListFromWhichOneCame() {
        assertThat(ListPages.backTo("http://127.0.0.1/basvurular?kanal=CIMER")).isEqualTo("/basvurular?kanal=CIMER");
        assertThat(ListPages.backTo("http://127.0.0.1/durum?kanal=CIMER")).isEqualTo("/basvurular");
        assertThat(ListPages.backTo("a b")).isEqualTo("/basvurular");
        assertThat(ListPages.backTo(null)).isEqualTo("/basvurular");
    }

    private Query query() {
        return new Query(
                null,
                SearchText.searched(word),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null);
    }

    private static List<String> shown(ApplicationList.Page page) {
        return page.lines().stream().map(Line::number).toList();
    }

    private String about(String application) {
        return application.replace("\"subject\":\"", "\"subject\":\"" + word + " ");
    }

    private String page(String user, String query) {
        var answer = office.get(user, "/basvurular?" + query);
        assertThat(answer.status()).isEqualTo(200);
        String body = answer.response().body();
        return body.substring(0, body.indexOf("</title>")) + body.substring(body.indexOf("<main"));
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private static long occurrences(String page, String words) {
        return Pattern.compile(Pattern.quote(words)).matcher(page).results().count();
    }

    private long looks() {
        return jdbc.sql("select count(*) from liste_goruntuleme")
                .query(Long.class)
                .single();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
