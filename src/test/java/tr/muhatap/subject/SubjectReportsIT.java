package tr.muhatap.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Everything that is held on one person goes into one report, and nothing of anybody else. */
@HttpTest
class SubjectReportsIT {

    private static final String PAGE = "/veri-sahibi";
    private static final String REASON = "Dilekçeyle istendi.";

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String nationalId = "";
    private String phone = "";

    @BeforeEach
    void aPersonOfThisTest() {
        office = new Office(port);
        long any = Math.floorMod(Office.unique().hashCode(), 10_000_000L);
        nationalId = nationalId("30" + String.format("%07d", any));
        phone = "0533" + String.format("%07d", any);
    }

    /** With its two control digits. */
    private static String nationalId(String nine) {
        int odd = 0;
        int even = 0;
        for (int at = 0; at < 9; at++) {
            int digit = nine.charAt(at) - '0';
            if (at % 2 == 0) {
                odd += digit;
            } else {
                even += digit;
            }
        }
        int tenth = Math.floorMod(odd * 7 - even, 10);
        return nine + tenth + (odd + even + tenth) % 10;
    }

    private String registered(String nationalId, String lastName, String subject) {
        return office.register("istemci", """
                {"channel":"DIJITAL","source":"WEB","kind":"SIKAYET","subject":"%s","text":"Metin: %s",
                 "applicant":{"type":"GERCEK","firstName":"Ali","lastName":"%s",%s"phone":"%s"}}""".formatted(
                        subject,
                        subject,
                        lastName,
                        nationalId.isEmpty() ? "" : "\"nationalId\":\"" + nationalId + "\",",
                        phone));
    }

    private JsonNode report(String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("gerekce", REASON, "bicim", "json"));
        var answer = office.form("halkla", PAGE, all.toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        return answer.body();
    }

    @Test
    void allOfOnePersonAndNothingOfAnybodyElse() {
        String own = registered(nationalId, "İğdeci", "Çukur");
        String byNameAlone = registered("", "İĞDECİ", "Lamba");
        String ofTheHousehold = registered(nationalId("400000001"), "İğdeci", "Komşunun konusu");
        String ofAnother = registered("", "Başkası", "Yabancının konusu");
        String hidden = office.register("istemci", """
                {"channel":"DIJITAL","source":"WEB","kind":"IHBAR","subject":"Gizli ihbar","text":"Gizli metin",
                 "applicant":{"identityHidden":true}}""");
        jdbc.update(
                "update basvuru set applicant_phone = (select applicant_phone from basvuru where number = ?), "
                        + "applicant_national_id = ?, applicant_last_name = 'İğdeci' where number = ?",
                own,
                nationalId,
                hidden);
        office.form("halkla", "/dosya/" + own + "/not", "text", "Aranıp bilgi verildi.");
        Office.does(office.upload("halkla", own, "BASVURU", "foto.txt", "bir ek"));
        jdbc.update(
                "insert into cagri (sistem, call_id, stage, outbound, phone, started_at) select 'GENEL', ?, 'BITTI', false, "
                        + "applicant_phone, registered_at from basvuru where number = ?",
                Office.unique(),
                own);

        for (var report : List.of(
                report("tc", nationalId, "telefon", phone, "ad", "Ali", "soyad", "İğdeci"),
                report("telefon", phone, "ad", "ali", "soyad", "iğdeci", "tc", nationalId))) {
            assertThat(report.get("applications").findValuesAsText("number")).containsExactly(own, byNameAlone);
            assertThat(report.toString())
                    .contains("Çukur", "Lamba", nationalId, "Aranıp bilgi verildi.", "foto.txt", "Bildirim", "Çağrı")
                    .doesNotContain("Komşunun", "Yabancının", "Gizli", hidden, ofAnother, ofTheHousehold);
        }
        assertThat(report("tc", nationalId).get("applications").findValuesAsText("number"))
                .containsExactly(own);
        assertThat(report("telefon", phone, "ad", "Veli", "soyad", "İğdeci").get("applications"))
                .as("another one of the family")
                .isEmpty();
        assertThat(report("tc", nationalId, "telefon", "05339998877").toString())
                .as("a telephone of somebody else")
                .doesNotContain("Çağrı");
        assertThat(page("telefon", phone, "ad", "Ali", "soyad", "İğdeci", "gerekce", REASON))
                .as("two of that name share the telephone")
                .contains("birden çok başvuru sahibi var", "href=\"#tc\"");
        assertThat(office.form("yonetici", PAGE, "tc", nationalId, "gerekce", REASON, "bicim", "pdf")
                        .response()
                        .body())
                .startsWith("%PDF");
        assertThat(jdbc.queryForObject(
                        "select count(*) from veri_sahibi_raporu where numaralar like ? and reason = ? and actor = 'halkla' "
                                + "and kisi not like ?",
                        Integer.class,
                        "%" + own + "%",
                        REASON,
                        "%" + nationalId + "%"))
                .isEqualTo(4);
        assertThat(jdbc.queryForObject(
                        "select count(*) from kisisel_veri_goruntuleme where number = ? and place = 'veri sahibi raporu'",
                        Integer.class,
                        own))
                .isEqualTo(5);
    }

    @Test
    void nothingIsMadeWithoutAPersonOrAReason() {
        assertThat(page("gerekce", REASON)).contains("T.C. kimlik no, telefon veya e-posta yazın.");
        assertThat(page("telefon", phone, "gerekce", REASON))
                .contains("soyadı da yazın", "href=\"#soyad\"", "adı da yazın", "href=\"#ad\"");
        assertThat(page("tc", nationalId, "gerekce", " ")).contains("href=\"#gerekce\"");
        assertThat(page("eposta", "olmaz", "gerekce", REASON)).contains("href=\"#eposta\"");
        assertThat(report("tc", nationalId).get("applications")).isEmpty();
    }

    private String page(String... fields) {
        return office.form("halkla", PAGE, fields).response().body();
    }

    @Test
    void onlyThoseWhoSpeakForTheOfficeMakeIt() {
        for (var user : List.of("masa", "operator", "bilgi", "fen", "mudur", "surec", "denetci", "istemci")) {
            assertThat(office.get(user, PAGE).status()).as(user).isEqualTo(403);
            assertThat(office.form(user, PAGE, "tc", nationalId, "gerekce", REASON)
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(office.get("halkla", PAGE).response().body()).contains("Veri sahibi raporu", "Gerekçe");
    }
}
