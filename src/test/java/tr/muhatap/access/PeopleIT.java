package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Users, passwords and memberships as an administrator changes them over HTTP. */
@HttpTest
class PeopleIT {

    private static final String PASSWORD = "dogru at pil zimba";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcClient jdbc;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @AfterEach
    void away() {
        identityService.deleteUser("yeni");
    }

    @Test
    void aPasswordIsHeldToTheRuleByEveryWay() {
        assertThat(create("yeni", "kisa", "Yeni")).isEqualTo(422);
        assertThat(create("yeni", "password1234", "Yeni")).isEqualTo(422);
        assertThat(exists("yeni")).isFalse();
        assertThat(create("yeni", PASSWORD, "Yeni")).isEqualTo(204);

        assertThat(office.put("admin", "/engine-rest/user/yeni/credentials", credentials("kisa"))
                        .status())
                .isEqualTo(422);
        assertThat(identityService.checkPassword("yeni", PASSWORD)).isTrue();
    }

    /** An unattended session would otherwise allow guessing the password, bypassing the sign-in's throttle. */
    @Test
    void aWrongCurrentPasswordIsAFailureLikeAtTheSignIn() {
        assertThat(create("yeni", PASSWORD, "Yeni")).isEqualTo(204);

        for (var user : List.of("fen", "yeni")) {
            long failures = failures();

            var refused = office.put("fen", "/engine-rest/user/" + user + "/credentials", """
                    {"password":"baska at pil zimba","authenticatedUserPassword":"yanlış"}""");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().get("detail").asText()).isEqualTo("Mevcut parola yanlış.");
            assertThat(failures()).isEqualTo(failures + 1);
        }
        assertThat(identityService.checkPassword("fen", "demo")).isTrue();
    }

    private long failures() {
        return jdbc.sql("select count(*) from guvenlik_olayi where action = 'GIRIS_HATASI' and subject = 'fen'")
                .query(Long.class)
                .single();
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(office.delete("admin", "/engine-rest/group/camunda-admin/members/admin")
                        .status())
                .isEqualTo(409);
        assertThat(office.get("admin", "/engine-rest/user/count").status()).isEqualTo(200);
    }

    @Test
    void aProfileUnderAnothersIdGivesNobodysPasswordAway() {
        assertThat(create("yeni", PASSWORD, "Yeni")).isEqualTo(204);

        var exchanged = office.put(
                "admin",
                "/engine-rest/user/yeni/profile",
                "{\"id\":\"denetci\",\"firstName\":\"D\",\"lastName\":\"E\"}");

        assertThat(exchanged.status()).isEqualTo(422);
        assertThat(identityService.checkPassword("denetci", "demo")).isTrue();
        assertThat(identityService.checkPassword("denetci", PASSWORD)).isFalse();
    }

    @Test
    void whatCannotBeReadIsRefusedInTurkishWithoutAServersError() {
        for (var body : new String[] {"{", "[]", "null", "{\"priority\":\"x\"}"}) {
            var refused = office.post("halkla", "/engine-rest/task?maxResults=1", body);

            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.response().body()).as(body).contains("İstek").doesNotContain("Dto", "Cannot");
        }
        assertThat(office.get("", "/engine-rest/" + "a".repeat(4000)).status()).isEqualTo(400);
    }

    @Test
    void whoeverReadsTheFormerAddressIsToldOfTheNewOne() {
        assertThat(create("yeni", PASSWORD, "Yeni")).isEqualTo(204);
        String former = Office.unique() + "@belediye.example";

        for (var address : new String[] {former, "yeni@belediye.example", "yeni@belediye.example"}) {
            var profile =
                    "{\"id\":\"yeni\",\"firstName\":\"Yeni\",\"lastName\":\"Kişi\",\"email\":\"" + address + "\"}";
            assertThat(office.put("admin", "/engine-rest/user/yeni/profile", profile)
                            .status())
                    .isEqualTo(204);
        }

        assertThat(jdbc.sql("select body from mesaj where recipient = :former and purpose = 'ADRES_DEGISTI'")
                        .param("former", former)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("“yeni” kullanıcısının e-posta adresi değiştirildi.")
                .doesNotContain("yeni@belediye.example");
    }

    @Test
    void aNameThatTheHistoryUsesOrThatCannotBeReadIsRefused() {
        for (var name : new String[] {
            ".", "..", "count", "create", "-a", "sistem", "SISTEM", "vatandas", "Sistem.", "a b", "x".repeat(65)
        }) {
            assertThat(create(name, PASSWORD, "Ad")).as(name).isEqualTo(422);
            assertThat(exists(name)).isFalse();
        }
        assertThat(create("yeni", PASSWORD, "Ad\\u0007")).isEqualTo(422);
        assertThat(exists("yeni")).isFalse();
    }

    /** Staff addresses have to be deliverable like citizens'. */
    @ParameterizedTest
    @ValueSource(
            strings = {"yıldız@belediye.example", "a b@belediye.example", "yok", "a@", "a@localhost", "A <a@b.example>"
            })
    void anAddressThatNoMailReachesIsRefused(String email) {
        var created = office.post(
                "admin",
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"yeni\",\"firstName\":\"Y\",\"lastName\":\"\",\"email\":\"%s\"},\"credentials\":{\"password\":\"%s\"}}"
                        .formatted(email, PASSWORD));

        assertThat(created.status()).isEqualTo(422);
        assertThat(created.response().body()).contains("E-posta adresi");
        assertThat(exists("yeni")).isFalse();
        assertThat(create("yeni", PASSWORD, "Yeni")).isEqualTo(204);
        assertThat(office.put(
                                "admin",
                                "/engine-rest/user/yeni/profile",
                                "{\"id\":\"yeni\",\"firstName\":\"Y\",\"lastName\":\"\",\"email\":\"%s\"}"
                                        .formatted(email))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobodyDeletesHimself() {
        assertThat(office.delete("admin", "/engine-rest/user/admin").status()).isEqualTo(409);
        assertThat(exists("admin")).isTrue();
    }

    @Test
    void theAuditorReadsWhoChangedWhom() {
        create("yeni", PASSWORD, "Yeni");
        office.put("admin", "/engine-rest/group/denetci/members/yeni", "{}");

        var page = office.get("denetci", "/guvenlik-gunlugu").response().body();

        assertThat(page).contains("Kullanıcı eklendi", "Gruba eklendi", "yeni");
        assertThat(page).doesNotContain(PASSWORD);
        assertThat(jdbc.sql("select actor from guvenlik_olayi where action = 'GRUBA_EKLENDI' and subject = 'yeni'")
                        .query(String.class)
                        .list())
                .contains("admin");
        assertThat(office.get("halkla", "/guvenlik-gunlugu").status()).isEqualTo(403);
    }

    private int create(String name, String password, String firstName) {
        return office.post(
                        "admin",
                        "/engine-rest/user/create",
                        "{\"profile\":{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"\"},\"credentials\":{\"password\":\"%s\"}}"
                                .formatted(name, firstName, password))
                .status();
    }

    private static String credentials(String password) {
        return "{\"password\":\"%s\",\"authenticatedUserPassword\":\"demo\"}".formatted(password);
    }

    private boolean exists(String name) {
        return identityService.createUserQuery().userId(name).count() > 0;
    }
}
