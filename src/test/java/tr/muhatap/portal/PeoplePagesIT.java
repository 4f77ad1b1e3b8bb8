package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Administrators keep the office's users, and nobody can lock the office out. */
@HttpTest
class PeoplePagesIT {

    private static final String PAGE = "/kullanicilar";
    private static final String PASSWORD = "sabah-erken-gelen-58";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Office office;
    private Office own;
    private String id;

    @BeforeEach
    void aNewUser() {
        office = new Office(port);
        own = new Office(port, PASSWORD);
        id = "kisi-" + Office.unique().substring(0, 8);
        assertThat(add("id", id, "groups", "denetci").status()).isEqualTo(302);
    }

    @Test
    void whatIsAddedSignsInAndIsShownWithItsGroups() {
        assertThat(own.get(id, "/durum").status()).isEqualTo(200);
        assertThat(own.get(id, PAGE).status()).isEqualTo(403);

        assertThat(office.get("admin", PAGE + "?ara=" + id + "&grup=denetci")
                        .response()
                        .body())
                .contains("1 kullanıcı.", "Deniz Yılmaz", "href=\"/kullanicilar/" + id + "\"");
        assertThat(office.get("admin", PAGE + "?ara=" + id + "&grup=halkla-iliskiler")
                        .response()
                        .body())
                .contains("0 kullanıcı.");
    }

    @Test
    void aGroupThatIsTakenIsGoneAtTheNextRequest() {
        assertThat(own.get(id, "/durum").status()).isEqualTo(200);

        change("islem", "gruplar", "groups", "beyaz-masa");

        assertThat(own.get(id, "/durum").status()).isEqualTo(403);
        assertThat(own.get(id, "/kabul").status()).isEqualTo(200);
    }

    @Test
    void aClosedAccountIsKeptOutUntilItIsOpenedAgain() {
        change("islem", "kapat");

        assertThat(own.get(id, "/durum").status()).isEqualTo(401);
        assertThat(office.get("admin", PAGE + "?ara=" + id).response().body()).contains("<td>Kapalı</td>");

        change("islem", "ac");

        assertThat(own.get(id, "/durum").status()).isEqualTo(200);
        assertThat(jdbc.sql("select action from guvenlik_olayi where subject = :id order by id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsSubsequence("KULLANICI_EKLENDI", "GRUBA_EKLENDI", "HESAP_KAPATILDI", "HESAP_ACILDI");
    }

    @Test
    void theLastAdministratorWhoCanSignInStays() {
        assertThat(office.form("admin", PAGE + "/admin", "islem", "gruplar", "groups", "denetci")
                        .response()
                        .body())
                .contains("son sistem yöneticisi");
        assertThat(office.form("admin", PAGE + "/admin", "islem", "kapat")
                        .response()
                        .body())
                .contains("Kendi hesabınızı kapatamazsınız");
        change("islem", "gruplar", "groups", "camunda-admin");
        change("islem", "kapat");

        // A second one who is kept out is none
        assertThat(office.form("admin", PAGE + "/admin", "islem", "gruplar")
                        .response()
                        .body())
                .contains("son sistem yöneticisi");
        assertThat(office.get("admin", PAGE).status()).isEqualTo(200);
        change("islem", "gruplar");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNoPasswordIsKept() {
        var page = add("id", id, "groups", "yok", "parola", "kisa-parola", "firstName", "", "email", "x")
                .response()
                .body();

        assertThat(page)
                .contains("href=\"#id\"", "href=\"#firstName\"", "href=\"#parola\"", "href=\"#gruplar\"")
                .contains("Bu kullanıcı adı alınmış.")
                .doesNotContain("kisa-parola");
        assertThat(add("id", id + "b", "groups", "izleme", "groups", "denetci")
                        .response()
                        .body())
                .contains("Bir kullanıcı ya görevlidir ya sistemdir");
        assertThat(change("islem", "bilgi", "firstName", "Deniz", "lastName", "Ak", "email", "a@b@c"))
                .contains("href=\"#email\"")
                .contains("value=\"denetci\" checked");
        assertThat(office.form("surec", PAGE + "/" + id, "islem", "kapat").status())
                .isEqualTo(403);
        assertThat(office.get("admin", PAGE + "/kimse").status()).isEqualTo(404);
    }

    @Test
    void theMorningsTilesLeadToTheirLists() {
        String received = java.time.OffsetDateTime.now(java.time.ZoneId.of("Europe/Istanbul"))
                .minusDays(12)
                .withNano(0)
                .toString();
        office.register(
                "istemci", Office.application("CIMER").replaceFirst("\\{", "{\"receivedAt\":\"" + received + "\","));
        var page = office.get("surec", "/durum").response().body();

        for (String list : new String[] {"sorunlar", "bulgular", "bildirimler", "kapilar"}) {
            assertThat(page).contains("href=\"#" + list + "\"", "id=\"" + list + "\"");
        }
        var week = java.util.regex.Pattern.compile(
                        "href=\"(/basvurular\\?durum=ACIK[^\"]+)\"><span class=\"sayi\">(\\d+)</span>")
                .matcher(page);
        assertThat(week.find()).isTrue();
        assertThat(week.group(2)).isNotEqualTo("0");
        assertThat(office.get("surec", week.group(1).replace("&amp;", "&"))
                        .response()
                        .body())
                .contains(week.group(2) + " başvuru");
        assertThat(office.get("surec", "/denetim/dogrulama").status()).isEqualTo(200);
    }

    private Office.Answer add(String... fields) {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("firstName", "Deniz");
        all.put("lastName", "Yılmaz");
        all.put("email", "deniz@ornek.example");
        all.put("parola", PASSWORD);
        var sent = new java.util.ArrayList<String>();
        for (int at = 0; at < fields.length; at += 2) {
            if (fields[at].equals("groups")) {
                sent.add("groups");
                sent.add(fields[at + 1]);
            } else {
                all.put(fields[at], fields[at + 1]);
            }
        }
        all.forEach((name, value) -> {
            sent.add(name);
            sent.add(value);
        });
        return office.form("admin", PAGE, sent.toArray(String[]::new));
    }

    private String change(String... fields) {
        return office.form("admin", PAGE + "/" + id, fields).response().body();
    }
}
