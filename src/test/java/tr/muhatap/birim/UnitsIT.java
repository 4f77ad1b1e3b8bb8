package tr.muhatap.birim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.organization.Organization;

/** A unit that is added while the program runs works everywhere; one that is closed leaves nothing open behind. */
@HttpTest
class UnitsIT {

    private static final String PAGE = "/birimler";
    private static final String PASSWORD = "kum-torbasi-dolduran-42";
    private static final Pattern CODE = Pattern.compile("/birimler/([a-z0-9-]+)");

    @LocalServerPort
    private int port;

    @Autowired
    private Organization organization;

    private Office office;
    private String name;
    private String unit;

    @BeforeEach
    void aNewUnit() {
        office = new Office(port);
        name = "Afet İşleri " + Office.unique().substring(0, 8);
        unit = add(name);
    }

    /** Whatever else runs in this program finds the units that it expects. */
    @AfterEach
    void theListAsBefore() {
        organization.units().stream()
                .filter(each -> each.name().startsWith("Afet"))
                .forEach(each -> change(each.code(), "islem", "kapat", "devralan", "fen-isleri"));
        organization.topics().stream()
                .filter(each -> each.name().startsWith("Kum torbası"))
                .forEach(each -> change(each.unit(), "islem", "konu-kapat", "konu", each.code()));
    }

    @Test
    void aNewUnitIsRoutedToAnswersAndIsCounted() {
        var topic = topic("Kum torbası " + name, "çuval");
        user("afet-" + unit, unit);

        String number = office.register("istemci", delivery(topic));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        var proposals = office.get("halkla", "/api/v1/basvurular/" + number + "/birim-onerisi")
                .body();
        assertThat(proposals.get(0).get("unit").asText()).isEqualTo(unit);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/dosya")
                        .response()
                        .body())
                .contains("\"" + unit + "\"");
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", unit));
        var member = new Office(port, PASSWORD);
        Office.does(member.put("afet-" + unit, "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(answers(member, "afet-" + unit, number));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("KAPANDI");
        assertThat(office.get("yonetici", "/raporlar/faaliyet").response().body())
                .contains(name);
        assertThat(office.get("halkla", "/basvurular?birim=" + unit).response().body())
                .contains(number, name);
        assertThat(office.get("surec", "/kurallar/birim-yonlendirme").status()).isEqualTo(200);
        assertThat(organization.topicsLike("çuval")).extracting("code").contains(topic);
    }

    @Test
    void aNewNameIsEverywhereAtOnceAndTheOldOneIsRemembered() {
        String renamed = name + " ve Sivil Savunma";

        change(unit, "islem", "ad", "ad", renamed);

        assertThat(organization.unit(unit).orElseThrow().name()).isEqualTo(renamed);
        assertThat(office.get("admin", "/engine-rest/group/birim-" + unit)
                        .body()
                        .get("name")
                        .asText())
                .isEqualTo(renamed);
        assertThat(office.get("surec", PAGE + "/" + unit).response().body())
                .contains("Eklendi", "Adı değişti", "<td>" + name + "</td>", "<td>" + renamed + "</td>");
    }

    @Test
    void aMergerMovesOpenTasksDraftsTopicsAndPeople() {
        String heir = add("Afet Devralan " + Office.unique().substring(0, 8));
        var topic = topic("Kum torbası " + name, "");
        user("eski-" + unit, unit);
        var member = new Office(port, PASSWORD);
        String number = office.register("istemci", delivery(topic));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", unit));
        Office.does(member.put("eski-" + unit, "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));

        assertThat(change(unit, "islem", "kapat", "devralan", "")).contains("Konuları devralacak birimi seçin");
        change(unit, "islem", "konu-kapat", "konu", topic);
        assertThat(change(unit, "islem", "kapat", "devralan", "")).contains("1 açık başvuru");
        assertThat(organization.openUnit(unit)).isPresent();
        change(unit, "islem", "konu-ac", "konu", topic);

        change(unit, "islem", "kapat", "devralan", heir);

        assertThat(organization.openUnit(unit)).isEmpty();
        assertThat(organization.currentUnit(unit).orElseThrow().code()).isEqualTo(heir);
        assertThat(organization.topic(topic).orElseThrow().unit()).isEqualTo(heir);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("unit")
                        .asText())
                .isEqualTo(heir);
        assertThat(office.get("admin", "/engine-rest/group/birim-" + unit).status())
                .isEqualTo(404);
        assertThat(office.get(
                                "admin",
                                "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama") + "/identity-links")
                        .body()
                        .toString())
                .contains("birim-" + heir)
                .doesNotContain("birim-" + unit);
        // The draft that he wrote before is completed by him in the unit that took over
        Office.does(answers(member, "eski-" + unit, number));
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                        .response()
                        .body())
                .contains("YenidenSevkEdildi", name + " kapatıldı");
        assertThat(office.complete(
                                "halkla",
                                office.register("istemci", delivery(null)),
                                "On_Inceleme",
                                "onInceleme",
                                "KABUL")
                        .status())
                .isLessThan(300);
    }

    @Test
    void nothingIsRoutedToAClosedUnitAnyMore() {
        change(unit, "islem", "kapat", "devralan", "");
        String number = office.register("istemci", delivery(null));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));

        assertThat(office.complete("halkla", number, "Birime_Sevk", "birim", unit)
                        .status())
                .isBetween(400, 499);
        assertThat(office.get("surec", PAGE + "/" + unit).response().body()).contains("Bu birim kapalı");

        change(unit, "islem", "ac");
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", unit));
    }

    @Test
    void theFileComesBackAsItWentOutAndAFaultyOneChangesNothing() {
        var topic = topic("Kum torbası " + name, "çuval");
        String file = office.get("denetci", PAGE + "/liste.csv").response().body();
        assertThat(file).startsWith("\uFEFFbirim;birim_ad;konu;konu_ad;kelimeler");
        var before = organization.allTopics();

        assertThat(upload(file)).contains("satır alındı");
        assertThat(organization.allTopics()).isEqualTo(before);

        String more = "birim;birim_ad;konu;konu_ad;kelimeler\n" + unit + ";" + name + " B;" + topic + ";Kum torbası C "
                + name + ";\n;" + name + " B;;Kum torbası D " + name + ";torba\n";
        String faulty = more + "yok-boyle;X;;Y;\n" + unit + ";;;Z;\n";
        assertThat(upload(faulty)).contains("4. satır", "5. satır");
        assertThat(organization.unit(unit).orElseThrow().name()).isEqualTo(name);

        upload(more);
        assertThat(organization.unit(unit).orElseThrow().name()).isEqualTo(name + " B");
        assertThat(organization.topic(topic).orElseThrow().name()).isEqualTo("Kum torbası C " + name);
        assertThat(organization.topicsLike("torba " + name.substring(12))).hasSize(2);
    }

    @Test
    void onlyThoseWhoOwnTheProcessChangeThem() {
        assertThat(office.form("denetci", PAGE, "ad", "Afet X").status()).isEqualTo(403);
        assertThat(office.form("denetci", PAGE + "/" + unit, "islem", "ad", "ad", "X")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("halkla", PAGE).status()).isEqualTo(403);
        assertThat(office.get("denetci", PAGE + "/" + unit).response().body()).doesNotContain("name=\"islem\"");
        assertThat(office.get("surec", PAGE + "/yok").status()).isEqualTo(404);
        assertThat(office.form("surec", PAGE, "ad", name).response().body()).contains("Bu adla açık bir birim var.");
        assertThat(office.form("surec", PAGE, "ad", "!!!").response().body()).contains("en az bir harf");
    }

    private Office.Answer answers(Office member, String user, String number) {
        return member.post(
                user,
                "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama") + "/complete",
                "{\"variables\":{\"birimKarari\":{\"value\":\"CEVAP\"}}}");
    }

    private void user(String id, String ofUnit) {
        Office.does(office.post("admin", "/engine-rest/user/create", """
                {"profile":{"id":"%s","firstName":"Afet","lastName":"Görevlisi"},"credentials":{"password":"%s"}}""".formatted(id, PASSWORD)));
        Office.does(office.put("admin", "/engine-rest/group/birim-" + ofUnit + "/members/" + id, "{}"));
    }

    private String add(String unitName) {
        var answer = office.form("surec", PAGE, "ad", unitName);
        var found =
                CODE.matcher(answer.response().headers().firstValue("Location").orElse(""));
        assertThat(found.find()).as(answer.response().body()).isTrue();
        return found.group(1);
    }

    private String topic(String topicName, String words) {
        change(unit, "islem", "konu-ekle", "ad", topicName, "birim", unit, "kelimeler", words);
        return organization.topics().stream()
                .filter(each -> each.name().equals(topicName))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private String change(String of, String... fields) {
        return office.form("surec", PAGE + "/" + of, fields).response().body();
    }

    private String upload(String text) {
        var answer = office.filePart("surec", PAGE + "/liste", "liste", "liste.csv", text);
        return answer.status() == 302
                ? office.get("surec", PAGE).response().body() + "satır alındı"
                : answer.response().body();
    }

    private static String delivery(@org.jspecify.annotations.Nullable String topic) {
        return """
                {"channel":"CIMER","externalReference":"%s","kind":"TALEP","topic":%s,"subject":"Torba",
                 "text":"Torba istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık"}}""".formatted(Office.unique(), topic == null ? "null" : "\"" + topic + "\"");
    }
}
