package tr.muhatap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.text.TurkishText;

/** The process owner changes the decision tables; afterwards each test leaves them as they came with the program. */
@HttpTest
class RulesIT {

    private static final String LIMITS = "/kurallar/hizmet-standartlari";
    private static final String UNITS = "/kurallar/birim-yonlendirme";
    private static final int CIMER = 3;

    @LocalServerPort
    int port;

    @Autowired
    DecisionTables tables;

    @Autowired
    ServiceStandards standards;

    @Autowired
    RuleComparison comparison;

    @Autowired
    RuleStore store;

    @Autowired
    JdbcClient jdbc;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @AfterEach
    void theTablesAreTheShippedOnesAgain() {
        for (var table : RuleTable.values()) {
            store.delete(table, "surec");
            store.delete(table, "admin");
            if (!inForce(table).equals(tables.shippedRows(table))) {
                does(office.form("surec", page(table) + "/taslak", "islem", "programdan"));
                assertThat(publish("surec", page(table), "Deneme bitti").status())
                        .isEqualTo(302);
            }
            assertThat(inForce(table)).isEqualTo(tables.shippedRows(table));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "surec, 200, 302",
        "admin, 200, 302",
        "denetci, 200, 403",
        "halkla, 403, 403",
        "yonetici, 403, 403",
        "mudur, 403, 403",
        "masa, 403, 403",
        "fen, 403, 403",
        "istemci, 403, 403"
    })
    void theOwnerChangesTheAuditorReadsNobodyElseComesIn(String user, int read, int change) {
        for (var address : List.of("/kurallar", LIMITS, UNITS)) {
            assertThat(office.get(user, address).status()).as(address).isEqualTo(read);
        }
        assertThat(office.form(user, LIMITS + "/taslak", "islem", "ac").status())
                .isEqualTo(change);
        int drafted = change == 302 ? 200 : 403;
        for (var address : List.of("/taslak", "/taslak/1", "/taslak/yeni", "/karsilastirma")) {
            assertThat(office.get(user, LIMITS + address).status()).as(address).isEqualTo(drafted);
        }
        if (change == 403) {
            assertThat(publish(user, LIMITS, "x").status()).isEqualTo(403);
            assertThat(office.get(user, LIMITS).response().body()).doesNotContain("Taslak aç");
        }
    }

    @Test
    void theTablesAreReadInTurkishAndEveryVersionOfThem() {
        var limits = office.get("denetci", LIMITS).response().body();
        var units = office.get("denetci", UNITS).response().body();

        assertThat(limits)
                .contains("Yürürlükte:", "4982 Bilgi Edinme", "15 iş günü")
                .contains("Elektronik, gerçek kişi: T.C. kimlik no", "Her durumda: T.C. kimlik no, iletişim bilgisi")
                .doesNotContain("IS_GUNU", "TC_KIMLIK_NO", ">GUN<");
        assertThat(units).contains("Yolda çukur", "Yol Yapım ve Bakım", "köpek, köpeğ, kedi");
        assertThat(office.get("denetci", LIMITS + "?surum=1").status()).isEqualTo(200);
        assertThat(office.get("denetci", LIMITS + "?surum=9999").status()).isEqualTo(404);
        assertThat(office.get("denetci", "/kurallar/yok").status()).isEqualTo(404);
    }

    @Test
    void aLimitThatIsPublishedHoldsForWhatComesFromNowOnAndNothingElse() {
        String promised = office.register("istemci", Office.application("CIMER"));
        var lastDay = lastDay(promised);
        int before = version(RuleTable.HIZMET_STANDARTLARI);
        begin("surec", LIMITS);
        does(row("surec", LIMITS, CIMER, Map.of("sure", "12")));

        var draft = office.get("surec", LIMITS + "/taslak?dene=1&kanal=CIMER&gun=2026-05-18")
                .response()
                .body();
        assertThat(draft)
                .contains("Değişti: CİMER – Süre: “15” → “12”", "Örneğe uyan satır")
                .contains("2 Haziran 2026 Salı", "1 Haziran 2026 Pazartesi")
                .contains("Açık başvurular kaydedildikleri sürümün süresini korur");
        assertThat(office.get("surec", LIMITS + "/karsilastirma").response().body())
                .contains("başka bir süre alırdı", "<td>CİMER</td><td>15 gün</td><td>12 gün</td>", promised);
        assertThat(limitOf("CIMER")).as("nothing before it is published").isEqualTo(15);

        var unexplained = publish("surec", LIMITS, "  ");
        assertThat(unexplained.status()).isEqualTo(200);
        assertThat(unexplained.response().body()).contains("Gerekçe yazın");
        assertThat(version(RuleTable.HIZMET_STANDARTLARI)).isEqualTo(before);

        var published = publish("surec", LIMITS, "Başkanlık oluru 2026/15 – İĞDE ğüşıöç");

        assertThat(published.status()).isEqualTo(302);
        assertThat(limitOf("CIMER")).isEqualTo(12);
        assertThat(limitOf("ACIK_KAPI")).isEqualTo(15);
        assertThat(office.get("", "/api/v1/deadlines?channel=CIMER&receivedOn=2026-05-18")
                        .body()
                        .get("limit")
                        .asInt())
                .isEqualTo(12);
        assertThat(office.get("", "/hizmet-standartlari").response().body()).contains("<td>12 gün</td>");
        assertThat(office.get("surec", LIMITS).response().body())
                .contains(before + 1 + ". sürüm · surec", "Başkanlık oluru 2026/15 – İĞDE ğüşıöç")
                .contains("Değişti: CİMER – Süre: “15” → “12”");
        assertThat(office.get(
                                "surec",
                                "/engine-rest/decision-definition?latestVersion=true&maxResults=1&key=hizmet-standartlari")
                        .body()
                        .at("/0/version")
                        .asInt())
                .as("Cockpit's version")
                .isEqualTo(before + 1);

        String later = office.register("istemci", Office.application("CIMER"));
        assertThat(limit(later)).isEqualTo(12);
        String holiday = "/api/v1/holidays/" + lastDay;
        var stood = office.get("surec", holiday);
        Office.does(office.put("surec", holiday, "{\"name\":\"Deneme\"}"));
        try {
            assertThat(limit(promised)).isEqualTo(15);
            assertThat(lastDay(promised)).isAfter(lastDay);
        } finally {
            if (stood.status() == 200) {
                office.put("surec", holiday, stood.body().toString());
            } else {
                office.delete("surec", holiday);
            }
        }
        assertThat(lastDay(promised)).isEqualTo(lastDay);
    }

    @Test
    void anExtensionCountsByTheVersionThatTheApplicationCameUnder() {
        String promised = office.register("istemci", Office.application("BILGI_EDINME"));
        begin("surec", LIMITS);
        does(row("surec", LIMITS, 1, Map.of("sure", "10")));
        does(row("surec", LIMITS, 2, Map.of("sure", "20")));
        assertThat(publish("surec", LIMITS, "Kısa süre").status()).isEqualTo(302);
        String later = office.register("istemci", Office.application("BILGI_EDINME"));
        assertThat(limit(later)).isEqualTo(10);

        for (var number : List.of(promised, later)) {
            Office.does(office.post(
                    "bilgi",
                    "/api/v1/basvurular/" + number + "/extension",
                    "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"Arşivden istendi\"}"));
        }

        assertThat(limit(promised)).isEqualTo(30);
        assertThat(limit(later)).isEqualTo(20);
    }

    @Test
    void whatIsFaultyIsToldBesideItsCellAndNothingIsStored() {
        begin("surec", LIMITS);
        var before = store.draft(RuleTable.HIZMET_STANDARTLARI, "surec").orElseThrow();

        var refused = row(
                "surec",
                LIMITS,
                CIMER,
                Map.of(
                        "sure", "61",
                        "hizmet", " ",
                        "belgeler", "ters \\ çizgi",
                        "birim", "HAFTA",
                        "ikinciSinir", "üç",
                        "zorunluBelgeler", "Her durumda: pasaport",
                        "dayanak", "x".repeat(301)));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.response().body())
                .contains(
                        "Süre: 1 ile 60 arasında bir tam sayı yazın.",
                        "id=\"sure-hata\"",
                        "aria-describedby=\"sure-hata sure-yardim\"",
                        "Hizmetin adı: Boş bırakılamaz.",
                        "Ters eğik çizgi (\\) kullanılamaz.",
                        "Süre birimi: Birini seçin.",
                        "İkinci sınır (iş günü): 1 ile 60",
                        "Eksikse kabul edilmeyen belgeler: Anlaşılmadı;",
                        "Dayanak: En çok 300 karakter olabilir.",
                        "value=\"61\"");
        assertThat(store.draft(RuleTable.HIZMET_STANDARTLARI, "surec")).contains(before);
    }

    @Test
    void everyChannelKeepsExactlyOneRow() {
        begin("surec", LIMITS);
        does(row("surec", LIMITS, CIMER, Map.of("kanal", "ACIK_KAPI")));

        var page = office.get("surec", LIMITS + "/taslak").response().body();
        var refused = publish("surec", LIMITS, "Deneme");

        assertThat(page)
                .contains("CİMER: satırı yok", "Açık Kapı: 3. satır aynı başvurular için")
                .contains("Bu hâliyle yayımlanamaz");
        assertThat(refused.response().body()).contains("yayımlanmadı");
        assertThat(limitOf("CIMER")).isEqualTo(15);
    }

    @Test
    void wordsDecideWhereNoTopicIsChosenAndNoCellIsEverEvaluated() {
        String literal = "${1+1} #{2} \"İğde\" <b>ğüşıöç</b>";
        var unknown = """
                {"channel":"DIJITAL","source":"WEB","kind":"IHBAR","subject":"ZIRZOP kapısı","text":"Açılmıyor.",
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","phone":"0532 111 22 33"}}""";
        String number = office.register("istemci", unknown);
        assertThat(proposal(number)).isNull();
        begin("surec", UNITS);
        var saved = office.form(
                "surec",
                UNITS + "/taslak/yeni",
                "revizyon",
                revision("surec", UNITS),
                "tur",
                "IHBAR",
                "metin",
                "zırzop kapı",
                "birim",
                "zabita",
                "gerekce",
                literal,
                "sira",
                "2");

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.response().headers().firstValue("Location").orElseThrow())
                .endsWith("/taslak#satir-2");
        assertThat(office.get("surec", UNITS + "/taslak?dene=1&konu=&tur=IHBAR&metin=Zirzop%20kapisi")
                        .response()
                        .body())
                .contains("Yürürlükteki", "Öneri yok", "2. satır: ${1+1} #{2} &quot;İğde&quot; &lt;b&gt;");
        assertThat(office.get("surec", UNITS + "/karsilastirma").response().body())
                .contains(number, "Öneri yok → Zabıta");
        assertThat(publish("surec", UNITS, "Yeni satır").status()).isEqualTo(302);

        assertThat(proposal(number)).isEqualTo("zabita|" + literal);
    }

    @Test
    void aRowThatIsNeverReachedIsTold() {
        begin("surec", UNITS);
        var rows =
                store.draft(RuleTable.BIRIM_YONLENDIRME, "surec").orElseThrow().rows();
        does(office.form(
                "surec",
                UNITS + "/taslak/yeni",
                "revizyon",
                revision("surec", UNITS),
                "konu",
                rows.get(0).get("konu"),
                "tur",
                "TALEP",
                "birim",
                "zabita",
                "gerekce",
                "Hiç"));

        assertThat(office.get("surec", UNITS + "/taslak").response().body())
                .contains((rows.size() + 1) + ". satır: Bu satıra sıra gelmez: 1. satır");
        assertThat(publish("surec", UNITS, "Deneme").response().body()).contains("yayımlanmadı");

        for (int place = rows.size(); place > 0; place--) {
            does(change("surec", UNITS, "yukari:" + place));
        }
        assertThat(office.get("surec", UNITS + "/taslak").response().body()).doesNotContain("sıra gelmez");
        does(change("surec", UNITS, "kaldir:0"));
        assertThat(publish("surec", UNITS, "Deneme").response().body()).contains("yayımlanacak bir değişiklik yok");
    }

    @Test
    void whoPublishesAfterSomebodyElseIsToldAndMayGoOn() {
        begin("surec", LIMITS);
        begin("admin", LIMITS);
        does(row("surec", LIMITS, CIMER, Map.of("sure", "14")));
        does(row("admin", LIMITS, CIMER + 1, Map.of("sure", "13")));
        assertThat(office.get("admin", LIMITS + "/taslak").response().body())
                .contains("surec de bu tablo için bir taslak hazırlıyor");
        assertThat(publish("surec", LIMITS, "Önce ben").status()).isEqualTo(302);

        var late = publish("admin", LIMITS, "Sonra ben");

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.response().body())
                .contains("bu arada", "sürüm yayımlandı", "Sonra ben</textarea>")
                .contains("Değişti: CİMER – Süre: “14” → “15”", "Değişti: Açık Kapı – Süre: “15” → “13”");
        assertThat(limitOf("CIMER")).isEqualTo(14);
        assertThat(limitOf("ACIK_KAPI")).isEqualTo(15);

        does(change("admin", LIMITS, "surdur"));
        assertThat(publish("admin", LIMITS, "Sonra ben").status()).isEqualTo(302);
        assertThat(limitOf("CIMER")).isEqualTo(15);
        assertThat(limitOf("ACIK_KAPI")).isEqualTo(13);
    }

    @Test
    void aTableThatTheProgramBringsLaterIsToldAndChangesNothing() {
        begin("surec", LIMITS);
        does(row("surec", LIMITS, CIMER, Map.of("sure", "14")));
        does(publish("surec", LIMITS, "Deneme"));
        assertThat(office.get("surec", LIMITS).response().body()).doesNotContain("Programla gelen tablo değişti");

        jdbc.sql("update kural_yayini set shipped_digest = 'eski' where karar = :karar and version = :version")
                .param("karar", RuleTable.HIZMET_STANDARTLARI.key())
                .param("version", version(RuleTable.HIZMET_STANDARTLARI))
                .update();

        assertThat(office.get("surec", LIMITS).response().body()).contains("Programla gelen tablo değişti");
        does(office.form("surec", LIMITS + "/taslak", "islem", "programdan"));
        assertThat(office.get("surec", LIMITS + "/taslak").response().body())
                .contains("Değişti: CİMER – Süre: “14” → “15”");
        assertThat(limitOf("CIMER")).isEqualTo(14);
    }

    @Test
    void aFormOfAnOlderStateOfTheDraftChangesNothing() {
        begin("surec", LIMITS);
        String old = revision("surec", LIMITS);
        does(row("surec", LIMITS, CIMER, Map.of("sure", "14")));
        var draft = store.draft(RuleTable.HIZMET_STANDARTLARI, "surec");

        var refused = office.form("surec", LIMITS + "/taslak", "islem", "kaldir:0", "revizyon", old);

        assertThat(refused.response().body()).contains("başka bir pencerede değişti");
        assertThat(store.draft(RuleTable.HIZMET_STANDARTLARI, "surec")).isEqualTo(draft);
    }

    /** Our own matching of rows, made for many applications at once, against the engine's. */
    @Test
    void theComparisonDecidesAsTheEngineDoes() {
        var all = inForce(RuleTable.BIRIM_YONLENDIRME);
        var rows = new ArrayList<>(all.subList(all.size() - 5, all.size()));
        rows.add(0, routing("durak", "", "", "toplu-ulasim"));
        rows.add(0, routing("durak", "IHBAR", "", "zabita"));
        rows.add(0, routing("", "ONERI", "kırık bank, ÇÖP", "kati-atik"));
        rows.add(routing("", "TESEKKUR", "", "kultur"));
        var routing = rows.stream().map(RoutingRow::of).toList();
        for (var topic : List.of("", "durak", "bilinmeyen")) {
            for (var kind : List.of("", "IHBAR", "ONERI", "TESEKKUR")) {
                for (var text : List.of("", "Kirik BANK", "çöplük; bank", "ağaçlar köpek")) {
                    var inputs = new HashMap<String, @Nullable Object>();
                    inputs.put("konu", topic.isEmpty() ? null : topic);
                    inputs.put("tur", kind.isEmpty() ? null : kind);
                    inputs.put("metin", TurkishText.words(text));
                    var ours = IntStream.range(0, routing.size())
                            .filter(i -> routing.get(i).fits(topic, kind)
                                    && routing.get(i).fitsText(TurkishText.words(text)))
                            .boxed()
                            .findFirst();

                    assertThat(ours)
                            .as("%s %s %s", topic, kind, text)
                            .isEqualTo(tables.deciding(RuleTable.BIRIM_YONLENDIRME, rows, inputs));
                }
            }
        }
    }

    @Test
    void limitsAreReckonedByRowsAsByTheTableInForce() {
        var ours = new RowStandards(inForce(RuleTable.HIZMET_STANDARTLARI));
        for (var channel : Channel.values()) {
            for (boolean extended : List.of(false, true)) {
                var row = ours.standard(channel, extended);
                assertThat(standards.standard(channel, extended))
                        .extracting("limit", "unit", "secondLimit", "basis", "service", "no")
                        .containsExactly(
                                row.limit(), row.unit(), row.secondLimit(), row.basis(), row.service(), row.no());
            }
        }
    }

    private static RuleRow routing(String topic, String kind, String words, String unit) {
        return RuleRow.of(
                RuleTable.BIRIM_YONLENDIRME,
                Map.of("konu", topic, "tur", kind, "metin", words, "birim", unit, "gerekce", "Deneme"));
    }

    /** A form that is taken leads on to a page. */
    private static void does(Office.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(302);
    }

    private void begin(String user, String page) {
        does(office.form(user, page + "/taslak", "islem", "ac"));
    }

    private Office.Answer change(String user, String page, String what) {
        return office.form(user, page + "/taslak", "islem", what, "revizyon", revision(user, page));
    }

    private Office.Answer publish(String user, String page, String reason) {
        return office.form(user, page + "/yayin", "revizyon", revision(user, page), "gerekce", reason);
    }

    /** Saves a row, counted from 1, with some cells changed and the others as the form has them. */
    private Office.Answer row(String user, String page, int place, Map<String, String> changed) {
        var table = RuleTable.of(page.substring("/kurallar/".length())).orElseThrow();
        var row = store.draft(table, user).orElseThrow().rows().get(place - 1);
        var fields = new ArrayList<>(List.of("revizyon", revision(user, page)));
        for (var column : table.columns()) {
            fields.add(column.name());
            fields.add(changed.getOrDefault(column.name(), row.get(column.name())));
        }
        return office.form(user, page + "/taslak/" + place, fields.toArray(String[]::new));
    }

    /** As the page of the draft has it; 0 if there is none. */
    private String revision(String user, String page) {
        var found = Pattern.compile("name=\"revizyon\" value=\"([0-9]+)\"")
                .matcher(office.get(user, page + "/taslak").response().body());
        return found.find() ? found.group(1) : "0";
    }

    private static String page(RuleTable table) {
        return "/kurallar/" + table.key();
    }

    private int version(RuleTable table) {
        return tables.versions(table).get(0).version();
    }

    private List<RuleRow> inForce(RuleTable table) {
        return tables.rows(table, version(table)).orElseThrow();
    }

    private int limitOf(String channel) {
        for (var row : office.get("", "/api/v1/service-standards").body()) {
            if (row.get("channel").asText().equals(channel)) {
                return row.get("limit").asInt();
            }
        }
        throw new AssertionError(channel);
    }

    private int limit(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .at("/deadline/limit")
                .asInt();
    }

    private LocalDate lastDay(String number) {
        return LocalDate.parse(office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .at("/deadline/lastDay")
                .asText());
    }

    private @Nullable String proposal(String number) {
        var proposal = office.get("halkla", "/api/v1/basvurular/" + number + "/dosya")
                .body()
                .get("proposedUnit");
        return proposal == null || proposal.isNull()
                ? null
                : proposal.get("code").asText() + "|" + proposal.get("reason").asText();
    }
}
