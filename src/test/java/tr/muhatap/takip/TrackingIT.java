package tr.muhatap.takip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** What a citizen sees with number and code, and who sees the citizen. */
@HttpTest
class TrackingIT {

    private static final String API = "/api/v1/basvurular/";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EarlierTrackingCodes earlier;

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    private record Registered(String number, String code) {}

    @Test
    void noCodeStandsAnywhereInTheDatabase() {
        var own = registered("ALO_153");
        String code = own.code();

        assertThat(jdbc.sql("select count(*) from basvuru where tracking_code is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select body from mesaj where number = :number")
                        .param("number", own.number())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).doesNotContain(code).contains("Takip kodunuz: (takip kodu)"));
        for (var place : new String[] {
            "/dosya/" + own.number(),
            API + own.number() + "/dosya",
            API + own.number() + "/history",
            "/kabul/" + own.number()
        }) {
            assertThat(office.get("halkla", place).response().body())
                    .as(place)
                    .doesNotContain(code, code.substring(0, 4) + " " + code.substring(4, 8));
        }
        assertThat(office.get("admin", "/demo/posta").response().body())
                .as("what went out, in the demonstration")
                .contains(code);
    }

    @Test
    void theDeskIssuesAnotherCodeAndTheOneBeforeEnds() {
        String call = Office.call(Office.unique());
        var first =
                Office.does(office.post("istemci", "/api/v1/basvurular", call)).body();
        String number = first.get("number").asText();
        assertThat(office.post("istemci", "/api/v1/basvurular", call).body().get("trackingCode"))
                .isEqualTo(first.get("trackingCode"));

        assertThat(office.post("fen", API + number + "/tracking-code", "").status())
                .isEqualTo(404);
        assertThat(office.post("denetci", API + number + "/tracking-code", "").status())
                .isEqualTo(403);
        assertThat(office.post("istemci", API + number + "/tracking-code", "").status())
                .isEqualTo(403);
        assertThat(track(number, first.get("trackingCode").asText()).status()).isEqualTo(200);

        var renewed = Office.does(office.post("operator", API + number + "/tracking-code", ""));
        String code = renewed.body().get("trackingCode").asText();

        assertThat(track(number, first.get("trackingCode").asText()).status()).isEqualTo(404);
        assertThat(track(number, code).status()).isEqualTo(200);
        assertThat(office.post("istemci", "/api/v1/basvurular", call)
                        .body()
                        .get("trackingCode")
                        .isNull())
                .isTrue();
        assertThat(office.get("halkla", API + number + "/history").response().body())
                .contains("TakipKoduYenilendi")
                .doesNotContain(code);
        assertThat(jdbc.sql("select count(*) from mesaj where number = :number and purpose = 'TAKIP_KODU'")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRandomCodeOfBeforeStaysGoodAsAHash() {
        String number = registered("ALO_153").number();
        jdbc.sql("update basvuru set tracking_code = 'ESKIKOD23456', code_issue = 0 where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("update mesaj set body = 'Takip kodunuz: ESKIKOD23456' where number = :number")
                .param("number", number)
                .update();

        earlier.hashAll();
        earlier.hashAll();

        assertThat(track(number, "eski kod2 3456").status()).isEqualTo(200);
        assertThat(track(number, "ESKIKOD23457").status()).isEqualTo(404);
        assertThat(jdbc.sql("select body from mesaj where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("Takip kodunuz: (takip kodu)");
        assertThat(jdbc.sql("select count(*) from basvuru where tracking_code is not null or code_hash like '%ESKI%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // With number and code

    @Test
    void aWrongCodeAndAnUnknownNumberLookTheSame() {
        var own = registered("ALO_153");
        var other = registered("ALO_153");

        var wrongCode = track(own.number(), other.code());
        var unknownNumber = track("1999-000001", own.code());

        assertThat(wrongCode.status()).isEqualTo(404);
        assertThat(unknownNumber.status()).isEqualTo(404);
        assertThat(wrongCode.response().body())
                .isEqualTo(unknownNumber.response().body())
                .contains("Bu numara ve takip koduyla bir başvuru bulunamadı.");
        assertThat(track(own.number(), "").response().body())
                .isEqualTo(wrongCode.response().body());
        assertThat(track(own.number(), own.code()).status()).isEqualTo(200);
    }

    @Test
    void aCodeIsTakenAsPeopleTypeIt() {
        var own = registered("ALO_153");
        var typed = " " + own.code().substring(0, 4).toLowerCase(Locale.ROOT) + "-"
                + own.code().substring(4, 8) + " " + own.code().substring(8);

        assertThat(track(own.number(), typed).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"number=2026-000001, code", "code=ABC, number"})
    void whatLacksIsNamed(String given, String lacking) {
        var answer = office.get("", "/api/v1/takip?" + given);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(lacking);
    }

    @Test
    void theCitizenSeesTheWayAndTheAnswerOnceItIsOutButNobodysNameAndNothingFromInside() {
        var own = registered("ALO_153");
        var number = own.number();
        Office.does(office.complete("operator", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "park-bahceler"));
        Office.does(office.put("park", API + number + "/gerekce", "{\"text\":\"Bizim işimiz değil.\"}"));
        Office.does(office.complete("park", number, "Cevap_Hazirlama", "birimKarari", "IADE"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", API + number + "/cevap", Office.DRAFT));

        var before = track(number, own.code());
        assertThat(before.body().get("statusLabel").asText()).isEqualTo("Birimde");
        assertThat(before.body().get("unit").asText()).isEqualTo("Fen İşleri");
        assertThat(before.body().get("answer").isNull()).isTrue();
        assertThat(before.body().at("/deadline/lastDay").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(before.body().get("steps").findValuesAsText("action"))
                .containsExactly("Alindi", "Incelendi", "SevkEdildi", "SevkEdildi");

        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        assertThat(track(number, own.code()).response().body())
                .as("not before it is approved and out")
                .doesNotContain("Çukur kapatıldı");
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        var after = track(number, own.code());
        assertThat(after.body().get("status").asText()).isEqualTo("KAPANDI");
        assertThat(after.body().get("outcomeLabel").asText()).isEqualTo("Olumlu");
        assertThat(after.body().get("answer").asText()).isEqualTo("Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.");
        for (var seen : List.of(before, after)) {
            assertThat(seen.response().body())
                    .doesNotContain(
                            "Ayşe",
                            "Işık",
                            "10000000146",
                            "5321112233",
                            "Bizim işimiz değil",
                            own.code(),
                            "\"operator\"",
                            "\"halkla\"",
                            "\"park\"",
                            "\"fen\"",
                            "\"istemci\"",
                            "actor");
        }
    }

    // Inside

    @Test
    void theHistoryNamesPeopleAsTheyWereCalledThen() {
        String number = office.register("istemci", Office.application("CIMER"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        try {
            rename("halkla", "Soyer");
            Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        } finally {
            rename("halkla", "Ünlüsoy");
        }

        var history = office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                .body();

        assertThat(nameIn(history, "Incelendi")).isEqualTo("Çağrı Ünlüsoy");
        assertThat(nameIn(history, "SevkEdildi")).isEqualTo("Çağrı Soyer");
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Çağrı Ünlüsoy (halkla)", "Çağrı Soyer (halkla)");
    }

    private void rename(String user, String lastName) {
        jdbc.sql("update act_id_user set last_ = :name where id_ = :user")
                .param("name", lastName)
                .param("user", user)
                .update();
    }

    private static String nameIn(JsonNode history, String action) {
        for (var entry : history) {
            if (entry.get("action").asText().equals(action)) {
                return entry.get("actorName").asText();
            }
        }
        return "";
    }

    @Test
    void aNationalIdIsNeverShownInFull() {
        var own = registered("BEYAZ_MASA");

        var file = office.get("masa", API + own.number() + "/dosya");

        assertThat(file.body().at("/applicant/nationalId").asText()).isEqualTo("100******46");
        assertThat(file.response().body()).doesNotContain("10000000146", own.code());
        for (var view : List.of("", "/history", "?channel=BEYAZ_MASA&size=100")) {
            var path = view.startsWith("?") ? "/api/v1/basvurular" + view : API + own.number() + view;
            assertThat(office.get("halkla", path).response().body())
                    .as(path)
                    .startsWith(view.equals("/history") ? "[{" : "{")
                    .doesNotContain("10000000146", "100******46", "Ayşe", "5321112233", own.code());
        }
    }

    @Test
    void everyLookAtPersonalDataIsWrittenDown() {
        var own = registered("BEYAZ_MASA");

        office.get("masa", API + own.number() + "/dosya");
        office.get("halkla", API + own.number() + "/dosya");
        office.get("halkla", API + own.number() + "/dosya");
        office.get("operator", API + own.number() + "/dosya");
        office.get("halkla", API + own.number());

        assertThat(looks(own.number())).containsExactly("masa dosya", "halkla dosya", "halkla dosya", "halkla api");
    }

    @Test
    void theListOfWhatIsBroughtByHandIsALookAtPersonalData() {
        var number = office.approved("DIJITAL", Office.application("DIJITAL", "\"address\":\"Gül Sokak 1, Kayseri\""));
        var before = looks(number).size();

        assertThat(office.get("halkla", "/teslim").response().body()).contains(number, "Gül Sokak 1");

        assertThat(looks(number).subList(before, looks(number).size())).containsExactly("halkla teslim");
    }

    private List<String> looks(String number) {
        return jdbc.sql("select actor, place from kisisel_veri_goruntuleme where number = :number order by id")
                .param("number", number)
                .query((row, index) -> row.getString("actor") + " " + row.getString("place"))
                .list();
    }

    private Registered registered(String channel) {
        var answer = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application(channel)));
        return new Registered(
                answer.body().get("number").asText(),
                answer.body().get("trackingCode").asText());
    }

    private Office.Answer track(String number, String code) {
        return office.get(
                "", "/api/v1/takip?number=" + number + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }
}
