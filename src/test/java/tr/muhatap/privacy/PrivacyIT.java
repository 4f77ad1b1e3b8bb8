package tr.muhatap.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.thymeleaf.TemplateEngine;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.channel.Channel;
import tr.muhatap.officelog.OfficeLog;

/** 6698 md. 10: who is informed of what, in which words, and that it can be proved. */
@HttpTest
class PrivacyIT {

    private static final Pattern NUMBER = Pattern.compile("20\\d\\d-\\d{6}");

    @LocalServerPort
    int port;

    @Autowired
    PrivacyNotices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TemplateEngine templates;

    @Autowired
    Clock clock;

    @Autowired
    OfficeLog officeLog;

    @Autowired
    TransactionOperations transactions;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void theTextNamesControllerGroundsRecipientsRightsAndItsVersion() {
        var page = office.get("", "/aydinlatma");

        assertThat(page.status()).isEqualTo(200);
        String body = page.response().body();
        assertThat(body)
                .contains("Örnek Büyükşehir Belediyesi", notices.current().version())
                .contains("md. 5/2 (a)", "md. 5/2 (ç)", "md. 5/2 (e)")
                .contains(Arrays.stream(Channel.values()).map(Channel::label).toList())
                .doesNotContain("kayıt altına");
        for (String letter : List.of("a", "b", "c", "ç", "d", "e", "f", "g", "ğ")) {
            assertThat(body).contains("<li>(" + letter + ") ");
        }
        for (String from : List.of("/", "/basvuru")) {
            assertThat(office.get("", from).response().body()).contains("href=\"/aydinlatma\"");
        }
        assertThat(office.get("operator", "/kabul").response().body())
                .contains("href=\"/aydinlatma\"", "sözlü olarak alınır", "Örnek Büyükşehir Belediyesi");
    }

    @Test
    void changedWordsAreAnotherVersionAndTheEarlierOneStaysReadable() {
        var settings = new PrivacySettings("Deneme Belediyesi", "", "", "", "Başvuru Müdürlüğü", true);
        var other = new PrivacyNotices(jdbc, templates, settings, officeLog, transactions, clock).current();

        assertThat(other.version()).isNotEqualTo(notices.current().version());
        assertThat(other.html())
                .contains(
                        "Deneme Belediyesi", "görüşmemiz kayıt altına alınmaktadır", "Görüşmeler kayıt altına alınır");
        assertThat(office.get("", "/aydinlatma/" + other.version()).response().body())
                .contains("Deneme Belediyesi", "önceki bir sürümüdür");
        assertThat(office.get("", "/aydinlatma/yok").status()).isEqualTo(404);
    }

    @Test
    void thatTheTextWasShownStandsInTheHistoryOfWhatThePageTook() {
        String version = notices.current().version();
        assertThat(office.get("", "/basvuru").response().body()).contains("value=\"" + version + "\"");

        var taken = office.form(
                "masa",
                "/basvuru",
                "key",
                UUID.randomUUID().toString(),
                "kind",
                "TALEP",
                "subject",
                "Bank",
                "text",
                "Parka bank",
                "type",
                "GERCEK",
                "firstName",
                "Ayşe",
                "lastName",
                "Işık",
                "phone",
                "0533 111 22 33",
                "privacyNotice",
                version);

        var informed = informed(number(taken.response().body()));
        assertThat(informed.get("detail").get("notice").asText()).isEqualTo(version);
        assertThat(informed.get("detail").get("aloud").asBoolean()).isFalse();
        assertThat(informed.get("at").asText()).isNotEmpty();
    }

    @Test
    void theDeskTicksThatItWasRead() {
        String read = number(office.form("operator", "/kabul", desk(true))
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow());
        String unread = number(office.form("operator", "/kabul", desk(false))
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(informed(read).get("detail").get("aloud").asBoolean()).isTrue();
        assertThat(actions(unread)).contains("Alindi").doesNotContain("AydinlatmaYapildi");
        assertThat(office.get("halkla", "/dosya/" + read).response().body())
                .contains("Aydınlatma metni sunuldu", "okundu · sürüm");
    }

    @Test
    void aSystemMaySayWhichTextItShowed() {
        String said = Office.application("CIMER").replaceFirst("\\{", "{\"privacyNotice\":\"cimer-2026\",");
        assertThat(informed(office.register("istemci", said))
                        .get("detail")
                        .get("notice")
                        .asText())
                .isEqualTo("cimer-2026");

        String tooLong =
                Office.application("CIMER").replaceFirst("\\{", "{\"privacyNotice\":\"" + "x".repeat(41) + "\",");
        assertThat(office.post("istemci", "/api/v1/basvurular", tooLong).status())
                .isEqualTo(422);
    }

    @Test
    void aUnitSeesContactDataInTheWordsOnlyWhenItAsksForThem() {
        String words = "Çukur var, 0532 111 22 33 numarasından arayın. T.C. no 10000000146, ayse@ornek.example";
        String number = office.register("operator", Office.call().replace("Yolda çukur var; ğüşıöç ĞÜŞİÖÇ.", words));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        String file = "/api/v1/basvurular/" + number + "/dosya";

        var hidden = office.get("fen", file).body();
        assertThat(hidden.get("contactsHidden").asBoolean()).isTrue();
        assertThat(hidden.get("text").asText())
                .contains("Çukur var", "[telefon gizlendi]", "[kimlik no gizlendi]", "[e-posta gizlendi]")
                .doesNotContain("0532", "10000000146", "ayse@");
        String page = office.get("fen", "/dosya/" + number).response().body();
        assertThat(page)
                .contains("[telefon gizlendi]", "İletişim bilgilerini göster")
                .doesNotContain("0532");
        assertThat(looks(number)).noneMatch(look -> look.contains("iletişim"));

        assertThat(office.get("fen", file + "?contacts=true").body().get("text").asText())
                .isEqualTo(words);
        assertThat(office.get("fen", "/dosya/" + number + "?iletisim=true")
                        .response()
                        .body())
                .contains("0532 111 22 33")
                .doesNotContain("İletişim bilgilerini göster");
        assertThat(looks(number))
                .filteredOn(look -> look.equals("fen dosya, metindeki iletişim bilgileri"))
                .hasSize(2);

        var desk = office.get("operator", file).body();
        assertThat(desk.get("text").asText()).as("who speaks with the citizen").isEqualTo(words);
        assertThat(desk.get("contactsHidden").asBoolean()).isFalse();
    }

    private List<String> looks(String number) {
        return jdbc.sql("select actor, place from kisisel_veri_goruntuleme where number = :number")
                .param("number", number)
                .query((row, index) -> row.getString("actor") + " " + row.getString("place"))
                .list();
    }

    private static String[] desk(boolean read) {
        var fields = new java.util.ArrayList<>(List.of(
                "key",
                UUID.randomUUID().toString(),
                "channel",
                "ALO_153",
                "kind",
                "SIKAYET",
                "topicWords",
                "",
                "subject",
                "Çukur",
                "text",
                "Çukur var.",
                "firstName",
                "Ayşe",
                "lastName",
                "Işık",
                "nationalId",
                "10000000146",
                "phone",
                "0533 111 22 33",
                "islem",
                "kaydet"));
        if (read) {
            fields.addAll(List.of("privacyNotice", "2026.1-deneme"));
        }
        return fields.toArray(String[]::new);
    }

    private JsonNode informed(String number) {
        return entries(number).stream()
                .filter(entry -> entry.get("action").asText().equals("AydinlatmaYapildi"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> actions(String number) {
        return entries(number).stream()
                .map(entry -> entry.get("action").asText())
                .toList();
    }

    private List<JsonNode> entries(String number) {
        return StreamSupport.stream(
                        office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                                .body()
                                .spliterator(),
                        false)
                .toList();
    }

    private static String number(String text) {
        var found = NUMBER.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
