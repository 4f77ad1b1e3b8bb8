package tr.muhatap.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tr.muhatap.BrowserSession;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.PublishedRequests;

/** Open311 as clients use it: FixMyStreet's requests and readings are written from its behaviour, traps included. */
@HttpTest
class GeoReportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+03:00");

    @Autowired
    private ApiKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PublishedRequests published;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Office office;
    private String client;
    private String key;

    @BeforeEach
    void aClientWithAKey() {
        office = new Office(port);
        client = "fms-" + Office.unique().substring(0, 8);
        key = keys.make(client, "Deneme");
    }

    // FixMyStreet

    @Test
    void whatFixMyStreetSendsIsRegisteredOnceAndReadAgainWithoutWordsAndPeople() throws Exception {
        String sent = fixMyStreet("4711", "38.72", "35.48", "yol-cukur");
        var taken = post("requests.xml", sent);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        String number = text(xml(taken), "service_request_id");
        assertThat(number).matches("\\d{4}-\\d{6,}");
        assertThat(xml(taken).getElementsByTagName("token").getLength()).isZero();
        assertThat(text(xml(post("requests.xml", sent)), "service_request_id"))
                .as("sent again after a time-out")
                .isEqualTo(number);

        var file = office.get("halkla", "/api/v1/basvurular/" + number).body();
        assertThat(file.get("channel").asText()).isEqualTo("DIJITAL");
        assertThat(file.get("topic").asText()).isEqualTo("yol-cukur");
        assertThat(file.get("kind").asText()).isEqualTo("SIKAYET");
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("geo:38.720000,35.480000?q=38.720000,35.480000")
                .contains("Çukur var", "https://fms.example/photo/1.jpeg", "https://fms.example/photo/2.jpeg");

        var read = get("requests/" + number + ".xml");
        var row = xml(read);
        assertThat(text(row, "service_request_id")).isEqualTo(number);
        assertThat(Double.parseDouble(text(row, "lat"))).isEqualTo(38.72);
        assertThat(Double.parseDouble(text(row, "long"))).isEqualTo(35.48);
        assertThat(text(row, "requested_datetime")).matches(DATE);
        assertThat(text(row, "updated_datetime")).matches(DATE);
        assertThat(text(row, "expected_datetime"))
                .isEqualTo(file.get("deadline").get("lastDay").asText() + "T23:59:59+03:00");
        assertThat(text(row, "status")).isEqualTo("open");
        assertThat(read.body()).doesNotContain("Çukur var", "Ayşe", "example", "0532");
        assertThat(text(xml(get("tokens/" + number + ".xml")), "service_request_id"))
                .isEqualTo(number);
        assertThat(office.get("halkla", "/dosya/" + number).response().body()).contains("“" + client + "” uygulaması");
    }

    @Test
    void withoutAPinTheMiddleOfTheMapIsNoPlace() throws Exception {
        String number = text(
                xml(post(
                        "requests.xml",
                        fixMyStreet("4712", "38.72", "35.48", "durak") + "&address_id=%23NOTPINPOINTED%23")),
                "service_request_id");

        var row = json(get("requests/" + number + ".json")).get(0);
        assertThat(row.get("lat").isNull()).isTrue();
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Haritada yer işaretlenmemiştir.");
    }

    @Test
    void updatesGoOutAndComeInOnce() throws Exception {
        String number =
                text(xml(post("requests.xml", fixMyStreet("4713", "38.7", "35.5", "yol-cukur"))), "service_request_id");
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        var out = get("servicerequestupdates.xml?api_key=" + key + "&jurisdiction_id=x");
        var updates = xml(out).getElementsByTagName("request_update");
        var states = IntStream.range(0, updates.getLength())
                .mapToObj(n -> text(xml(out), "status", n))
                .toList();
        assertThat(states).containsSubsequence("open", "investigating", "in_progress", "fixed");
        assertThat(text(xml(out), "updated_datetime")).matches(DATE);
        assertThat(out.body()).doesNotContain("Çukur kapatıldı", "Ayşe");
        assertThat(json(get("requests/" + number + ".json"))
                        .get(0)
                        .get("status")
                        .asText())
                .isEqualTo("closed");
        var extended = json(get("requests/" + number + ".json?extensions=true")).get(0);
        assertThat(extended.get("notes").size()).isGreaterThanOrEqualTo(4);
        assertThat(extended.get("extended_attributes").get("outcome_code").asText())
                .isEqualTo("OLUMLU");

        String update = "api_key=" + key + "&update_id=u1&service_request_id=" + number
                + "&updated_datetime=2026-06-01T09:30:00.123+03:00&status=OPEN&description=" + word("Yine çöktü")
                + "&first_name=Ali&email=ali%40example.org&media_url=https%3A%2F%2Ffms.example%2F3.jpg";
        assertThat(text(xml(post("servicerequestupdates.xml", update)), "update_id"))
                .isEqualTo("u1");
        assertThat(post("servicerequestupdates.xml", update).statusCode()).isEqualTo(200);
        String dosya = office.get("halkla", "/dosya/" + number).response().body();
        assertThat(dosya.split("Yine çöktü", -1)).hasSize(2);
        assertThat(dosya)
                .contains("sorun sürüyor", "https://fms.example/3.jpg")
                .contains("“" + client + "” uygulamasından bir güncelleme geldi")
                .doesNotContain("Başvuru sahibi “");
        assertThat(jdbc.sql("select actor from basvuru_notu where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .set())
                .as("anybody may write one in the application")
                .containsExactly("open311:" + client);
        assertThat(post("servicerequestupdates.json", update.replace("Yine", "Hep"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(
                                "servicerequestupdates.json",
                                update.replace("=u1&", "=" + word("\ud83d\ude00".repeat(50)) + "&"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(
                                "servicerequestupdates.json",
                                update.replace("=u1&", "=" + word("\ud83d\ude00".repeat(51)) + "&"))
                        .statusCode())
                .isEqualTo(400);
        String other = keys.make(client + "x", "Başka uygulama");
        assertThat(post("servicerequestupdates.json", update.replace(key, other))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("servicerequestupdates.json?api_key=" + other).body()).isEqualTo("[]");
    }

    @Test
    void theRequestsOfOneClientAreSearchedWithoutThoseOfOthers() throws Exception {
        String mine = text(xml(post("requests.xml", fixMyStreet("d1", "38.7", "35.5", "durak"))), "service_request_id");
        String other = keys.make(client + "x", "Başka uygulama");
        post("requests.xml", fixMyStreet("d2", "38.7", "35.5", "durak").replace(key, other));

        var newest = new PublishedRequests.Search(
                PublishedRequests.DELIVERERS + client,
                List.of(),
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"),
                null,
                0,
                1);
        assertThat(published.find(newest))
                .extracting(PublishedRequests.Request::number)
                .containsExactly(mine);
    }

    @Test
    void aCodeIsPromisedOnlyWhereOneCanBeSent() throws Exception {
        String whole = fixMyStreet("s1", "38.7", "35.5", "durak");
        String landline = whole.replaceFirst("email=[^&]*", "email=")
                .replaceFirst("phone=[^&]*", "phone=" + word("0352 222 33 44"))
                .replace("=s1", "=s2");
        assertThat(post("requests.json", whole).body()).contains("Takip kodu, ").doesNotContain("gönderilmez");
        assertThat(post("requests.json", landline).body()).contains("takip kodu gönderilmez");
    }

    // Reading

    @Test
    void servicesAndTheirAttributesAreListed() throws Exception {
        var services = json(get("services.json"));
        assertThat(services.isArray()).isTrue();
        assertThat(services.findValuesAsText("service_code")).contains("yol-cukur", "durak");
        assertThat(services.get(0).get("metadata").asBoolean()).isTrue();
        var definition = json(get("services/yol-cukur.json"));
        assertThat(definition.get("service_code").asText()).isEqualTo("yol-cukur");
        assertThat(definition.get("attributes").get(0).get("values").findValuesAsText("key"))
                .containsExactly("SIKAYET", "TALEP", "ONERI", "TESEKKUR");
        assertThat(xml(get("services/yol-cukur.xml"))
                        .getElementsByTagName("attribute")
                        .getLength())
                .isEqualTo(2);
        var discovery = json(send("GET", "/open311/discovery.json", null, null));
        assertThat(discovery.get("endpoints").isArray()).isTrue();
        assertThat(discovery.get("endpoints").get(0).get("url").asText()).endsWith("/open311/v2");
        assertThat(xml(get("discovery.xml")).getElementsByTagName("format").getLength())
                .isEqualTo(2);
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        var numbers = new ArrayList<String>();
        for (int n = 0; n < 3; n++) {
            numbers.add(
                    0,
                    json(post("requests.json", fixMyStreet("p" + n, "38.7", "35.5", "durak")))
                            .get(0)
                            .get("service_request_id")
                            .asText());
        }
        String today = "start_date=2020-01-01T00:00:00.000+03:00&end_date=2020-02-01T00:00:00Z";
        assertThat(json(get("requests.json?" + today)).size()).isZero();
        String asked = "service_request_id=" + String.join(",", numbers) + ",x,2020-000000";
        assertThat(json(get("requests.json?status=closed&" + asked)).findValuesAsText("service_request_id"))
                .as("numbers override all other filters")
                .isEqualTo(numbers);
        assertThat(json(get("requests.json?service_code=durak&page=1&page_size=2&status=open"))
                        .findValuesAsText("service_request_id"))
                .isEqualTo(numbers.subList(0, 2));
        assertThat(json(get("requests.json?service_code=durak&page=2&page_size=2"))
                        .findValuesAsText("service_request_id"))
                .contains(numbers.get(2))
                .doesNotContain(numbers.get(0), numbers.get(1));
        assertThat(json(get("requests.json?service_code=yok")).size()).isZero();
        assertThat(json(get("requests.json?service_code=durak&status=closed")).findValuesAsText("service_request_id"))
                .doesNotContainAnyElementsOf(numbers);
        assertThat(get("requests.json?start_date=2026-01-01&end_date=2026-12-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("requests.json?start_date=x").statusCode()).isEqualTo(400);
        assertThat(get("requests.json?page=0").statusCode()).isEqualTo(400);
        assertThat(get("requests.json?attribute[X]=1&status=closed").statusCode())
                .isEqualTo(200);
        assertThat(get("requests.json?page=9999999&page_size=1000").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingThatDidNotComeThisWayGoesOut() throws Exception {
        var hidden = List.of(
                office.register("istemci", Office.application("DIJITAL")),
                office.register("istemci", Office.application("BILGI_EDINME")),
                office.register(
                        "istemci",
                        "{\"channel\":\"DIJITAL\",\"source\":\"WEB\",\"kind\":\"IHBAR\",\"subject\":\"x\","
                                + "\"text\":\"x\",\"applicant\":{\"identityHidden\":true}}"));
        for (var number : hidden) {
            assertThat(get("requests/" + number + ".json").statusCode()).isEqualTo(404);
            assertThat(get("tokens/" + number + ".json").statusCode()).isEqualTo(404);
            assertThat(post(
                                    "servicerequestupdates.json",
                                    "api_key=" + key + "&update_id=a&status=open&service_request_id=" + number)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(json(get("requests.json")).findValuesAsText("service_request_id"))
                .doesNotContainAnyElementsOf(hidden);
        // Neither comes by this way, whatever the client writes
        for (var kind : List.of("IHBAR", "BILGI_ISTEMI")) {
            assertThat(post("requests.json", fixMyStreet("k", "38.7", "35.5", "durak") + "&attribute%5BTUR%5D=" + kind)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    // Failures

    @Test
    void everyFailureIsAnArrayInTheFormThatWasAskedFor() throws Exception {
        String whole = fixMyStreet("f", "38.7", "35.5", "durak");
        assertArray(404, "GET", "/open311/v3/requests", null, null);
        assertArray(404, "GET", "/open311/v2/yok", null, null);
        assertArray(404, "GET", "/open311/v2/services/yok", null, null);
        assertArray(404, "GET", "/open311/v2/requests/2020-000001", null, null);
        assertArray(400, "GET", "/open311/v2/requests/%00", null, null);
        assertArray(404, "GET", "/open311/v2/tokens/x", null, null);
        assertArray(405, "DELETE", "/open311/v2/requests", null, null);
        assertArray(405, "PUT", "/open311/v2/requests/2020-000001", FORM, "a=b");
        assertArray(405, "POST", "/open311/v2/services", FORM, "a=b");
        assertArray(405, "PATCH", "/open311/v2/servicerequestupdates", FORM, "a=b");
        assertArray(415, "POST", "/open311/v2/requests", "application/json", "{}");
        assertArray(415, "POST", "/open311/v2/servicerequestupdates", "text/xml", "<a/>");
        assertArray(403, "POST", "/open311/v2/requests", FORM, whole.replace(key, ""));
        assertArray(403, "POST", "/open311/v2/requests", FORM, whole.replace(key, "x"));
        assertArray(403, "GET", "/open311/v2/servicerequestupdates", null, null);
        assertArray(404, "POST", "/open311/v2/requests", FORM, whole.replace("=durak", "=yok"));
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole.replace("=durak", "="));
        assertArray(400, "POST", "/open311/v2/requests", FORM, "api_key=" + key + "&service_code=durak");
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole.replace("38.7", "NaN"));
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole.replace("38.7", "138.7"));
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole.replace("Ay%C5%9Fe", ""));
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole.replace("Ay%C5%9Fe", "%00"));
        assertArray(400, "POST", "/open311/v2/requests", FORM, whole + "&media_url=javascript%3Aalert(1)");
        assertArray(
                400,
                "POST",
                "/open311/v2/requests",
                FORM,
                whole.replaceFirst("description=[^&]*", "description=" + "x".repeat(4_001)));
        assertArray(413, "POST", "/open311/v2/requests", FORM, whole + "&x=" + "x".repeat(100_001));
        assertArray(413, "POST", "/open311/v2/requests", FORM, whole + "&x=" + "x".repeat(3_000_000));
        assertArray(400, "GET", "/open311/v2/requests", null, null, "?status=x");
        assertArray(401, "GET", "/open311/v2/requests", null, null, "", "Authorization", "Basic eDp5");
        assertThat(count()).as("nothing was stored").isZero();
        assertThat(json(post("requests.json", whole.replace("Ay%C5%9Fe", "")))
                        .get(0)
                        .get("description")
                        .asText())
                .startsWith("first_name: ");
    }

    @Test
    void aFileMayComeInTheFormItself() throws Exception {
        var parts = new StringBuilder();
        for (var field : fixMyStreet("m", "38.7", "35.5", "durak").split("&")) {
            var pair = field.split("=", 2);
            parts.append("--s\r\nContent-Disposition: form-data; name=\"")
                    .append(java.net.URLDecoder.decode(pair[0], StandardCharsets.UTF_8))
                    .append("\"\r\n\r\n")
                    .append(java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                    .append("\r\n");
        }
        String file =
                "--s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"not.txt\"\r\n\r\nmetin\r\n--s--\r\n";
        var taken = send("POST", "/open311/v2/requests.json", "multipart/form-data; boundary=s", parts + file);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        String number = json(taken).get(0).get("service_request_id").asText();
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .body()
                        .get(0)
                        .get("name")
                        .asText())
                .isEqualTo("not.txt");
        for (int time = 0; time < 2; time++) {
            var again = send(
                    "POST",
                    "/open311/v2/requests.json",
                    "multipart/form-data; boundary=s",
                    parts + file.replace("not.txt", "ek.txt").replace("metin", "başka metin"));
            assertThat(json(again).get(0).get("service_request_id").asText()).isEqualTo(number);
        }
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .body()
                        .findValuesAsText("name"))
                .as("added by the repetition, once")
                .containsExactlyInAnyOrder("not.txt", "ek.txt");
        var refused = send(
                "POST",
                "/open311/v2/requests.json",
                "multipart/form-data; boundary=s",
                parts.toString().replace("\r\n\r\nm\r\n", "\r\n\r\nm2\r\n")
                        + file.replace("not.txt", "not.exe").replace("metin", "MZ\u0000\u0001"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(count()).isEqualTo(1);
        assertThat(send("POST", "/open311/v2/requests.json", "multipart/form-data; boundary=yok", parts + file)
                        .body())
                .startsWith("[{\"code\":4");
    }

    @Test
    void malformedInputStoresNothingAndNeverFails() throws Exception {
        var random = new Random(311);
        var numbers = new HashSet<String>();
        for (int n = 0; n < 150; n++) {
            var body = new StringBuilder(fixMyStreet("z" + n, "38.7", "35.5", "durak"));
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(5)) {
                    case 0 -> body.deleteCharAt(at);
                    case 1 -> body.insert(at, "%" + Integer.toHexString(random.nextInt(256)));
                    case 2 -> body.insert(at, (char) random.nextInt(32, 0x2fff));
                    case 3 -> body.setLength(Math.max(1, at));
                    default -> body.insert(at, body.substring(0, Math.min(at, 40)));
                }
            }
            var answer = post("requests.json", body.toString());
            assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isLessThan(500);
            assertThat(json(answer).isArray()).isTrue();
            if (answer.statusCode() == 200) {
                numbers.add(json(answer).get(0).get("service_request_id").asText());
            }
        }
        assertThat(count()).isEqualTo(numbers.size());
    }

    // Keys

    @Test
    void theAdministratorMakesAKeyThatIsShownOnceAndWithdrawsIt() throws Exception {
        String page = "/open311-anahtarlari";
        var browser = new BrowserSession(port, "admin");
        var refused = browser.send(browser.withTokens("POST", page, "istemci=B%C3%BCy%C3%BCk&sorumlu=")
                .setHeader("Content-Type", FORM));
        assertThat(refused.statusCode()).isEqualTo(302);
        String again = refused.headers().firstValue("Location").orElseThrow();
        assertThat(browser.send(browser.request(URI.create(again).getPath() + "?"
                                + URI.create(again).getQuery()))
                        .body())
                .contains("Anahtar verilmedi", "Büyük");

        browser.send(browser.withTokens("POST", page, "istemci=" + client + "y&sorumlu=Deneme")
                .setHeader("Content-Type", FORM));
        String shown = browser.send(browser.request(page)).body();
        var found = Pattern.compile("o311_[A-Za-z0-9_-]{43}").matcher(shown);
        assertThat(found.find()).isTrue();
        String made = found.group();
        assertThat(browser.send(browser.request(page)).body())
                .doesNotContain(made)
                .contains(client + "y");
        assertThat(jdbc.sql("select count(*) from open311_anahtar where ozet = :key")
                        .param("key", made)
                        .query(Integer.class)
                        .single())
                .isZero();
        String body = fixMyStreet("y", "38.7", "35.5", "durak").replace(key, made);
        assertThat(post("requests.json", body).statusCode()).isEqualTo(200);

        long id = jdbc.sql("select id from open311_anahtar where istemci = :client")
                .param("client", client + "y")
                .query(Long.class)
                .single();
        browser.send(
                browser.withTokens("POST", page + "/" + id + "/geri-al", "").setHeader("Content-Type", FORM));
        assertThat(post("requests.json", body).statusCode()).isEqualTo(403);
        assertThat(office.get("surec", page).status()).isEqualTo(403);
        assertThat(office.get("", page).status()).isEqualTo(302);
    }

    // Help

    private String fixMyStreet(String id, String latitude, String longitude, String service) {
        return String.join(
                "&",
                "api_key=" + key,
                "jurisdiction_id=kayseri.example",
                "service_code=" + service,
                "lat=" + latitude,
                "long=" + longitude,
                "address_string=",
                "email=" + word("ayse@example.org"),
                "first_name=" + word("Ayşe"),
                "last_name=" + word("Işık"),
                "phone=" + word("0532 111 22 33"),
                "deviceid=x",
                "description=" + word("title: Çukur\n\nÇukur var; ğüşıöç <b>\n\nurl: https://fms.example/report/1"),
                "media_url=" + word("https://fms.example/photo/1.jpeg"),
                "media_url=" + word("https://fms.example/photo/2.jpeg"),
                word("attribute[fixmystreet_id]") + "=" + id,
                word("attribute[title]") + "=" + word("Okul önündeki çukur"),
                word("attribute[easting]") + "=1",
                "requested_datetime=2026-06-01T09:30:00.000+03:00");
    }

    private static String word(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private long count() {
        return jdbc.sql("select count(*) from basvuru where delivered_by = :by")
                .param("by", "open311:" + client)
                .query(Long.class)
                .single();
    }

    private void assertArray(
            int status, String method, String path, @Nullable String type, @Nullable String body, String... more)
            throws Exception {
        String query = more.length > 0 ? more[0] : "";
        for (boolean json : List.of(true, false)) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + path + (json ? ".json" : ".xml") + query))
                    .header("Accept", "text/html,*/*");
            if (type != null) {
                request.header("Content-Type", type);
            }
            if (more.length > 2) {
                request.header(more[1], more[2]);
            }
            var answer = http.send(
                    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            String what = method + " " + path + " " + answer.body();
            assertThat(answer.statusCode()).as(what).isEqualTo(status);
            if (json) {
                var errors = JSON.readTree(answer.body());
                assertThat(errors.isArray()).as(what).isTrue();
                assertThat(errors.get(0).get("code").asInt()).as(what).isEqualTo(status);
                assertThat(errors.get(0).get("description").asText()).isNotBlank();
            } else {
                assertThat(text(xml(answer), "code")).as(what).isEqualTo(String.valueOf(status));
            }
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", "/open311/v2/" + path, null, null);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", "/open311/v2/" + path, FORM, body);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String type, @Nullable String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return http.send(
                request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        return JSON.readTree(answer.body());
    }

    private static Document xml(HttpResponse<String> answer) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body())));
        } catch (Exception unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    private static String text(Document document, String name) {
        return text(document, name, 0);
    }

    private static String text(Document document, String name, int n) {
        var found = document.getElementsByTagName(name).item(n);
        assertThat(found).as(name).isNotNull();
        return found.getTextContent();
    }
}
