package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Changes of rules, people and texts are in the log, and a row changed by SQL alone is named. */
@HttpTest
class OfficeLogIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Verifications verifications;

    @Autowired
    private IdentityService identities;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    /** Each row, with a statement that changes it as a superuser of the database would, and one that undoes it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tatil:2027-01-01            | update tatil set ad = 'X' where tarih = '2027-01-01'       | update tatil set ad = 'Yılbaşı' where tarih = '2027-01-01'
            act_id_user:fen             | update act_id_user set email_ = 'x@y.z' where id_ = 'fen'  | update act_id_user set email_ = :before where id_ = 'fen'
            act_id_user:fen             | update act_id_user set lock_exp_time_ = timestamp '2099-01-01 00:00:00' where id_ = 'fen' | update act_id_user set lock_exp_time_ = null where id_ = 'fen'
            act_id_membership:fen       | insert into act_id_membership (user_id_, group_id_) values ('fen', 'denetci') | delete from act_id_membership where user_id_ = 'fen' and group_id_ = 'denetci'
            act_id_group:denetci        | update act_id_group set name_ = 'X' where id_ = 'denetci'  | update act_id_group set name_ = :before where id_ = 'denetci'
            """)
    void aRowThatWasChangedBySqlAloneIsNamed(String row, String change, String undo) throws IOException {
        String before = change.contains("act_id_user")
                ? text("select email_ from act_id_user where id_ = 'fen'")
                : change.contains("act_id_group") ? text("select name_ from act_id_group where id_ = 'denetci'") : "";
        String name = change.contains("tatil") ? text("select ad from tatil where tarih = '2027-01-01'") : "";
        assertThat(subjects()).isEmpty();
        jdbc.sql(change).update();
        try {
            assertThat(subjects()).singleElement().asString().contains(row);
        } finally {
            jdbc.sql(undo.replace("'Yılbaşı'", "'" + name + "'").replace(":before", "'" + before + "'"))
                    .update();
        }
        assertThat(subjects()).isEmpty();
    }

    @Test
    void holidaysTariffsTemplatesAndExtensionsLeaveEntries() throws IOException {
        String day = "2029-03-14";
        assertThat(office.put("surec", "/api/v1/holidays/" + day, "{\"name\":\"Deneme\"}")
                        .status())
                .isIn(200, 201);
        assertThat(office.delete("surec", "/api/v1/holidays/" + day).status()).isIn(200, 204);

        assertThat(entries("tatil", day)).containsExactly("TatilDegisti surec set", "TatilDegisti surec gone");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void peopleAndTheirGroupsLeaveEntries() throws IOException {
        var user = identities.newUser("denetlenen");
        user.setFirstName("Deniz");
        user.setLastName("Ak");
        user.setPassword("Cok-uzun-bir-parola-1");
        identities.saveUser(user);
        identities.createMembership("denetlenen", "denetci");
        identities.deleteUser("denetlenen");

        assertThat(entries("act_id_user", "denetlenen"))
                .containsExactly("KullaniciDegisti sistem set", "KullaniciDegisti sistem gone");
        assertThat(entries("act_id_membership", "denetlenen|denetci"))
                .containsExactly("KullaniciDegisti sistem set", "KullaniciDegisti sistem gone");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void aClosedAccountLeavesAnEntry() throws IOException {
        var user = identities.newUser("kapatilan");
        user.setFirstName("Deniz");
        user.setLastName("Ak");
        user.setPassword("Cok-uzun-bir-parola-1");
        identities.saveUser(user);

        office.form("admin", "/kullanicilar/kapatilan", "islem", "kapat");
        assertThat(subjects()).isEmpty();
        office.form("admin", "/kullanicilar/kapatilan", "islem", "ac");
        assertThat(subjects()).isEmpty();

        assertThat(jdbc.sql(
                                "select detail from kurum_olayi where actor = 'admin' and anahtar = 'kapatilan' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "{\"user\":\"kapatilan\",\"what\":\"HESAP_KAPATILDI\"}",
                        "{\"user\":\"kapatilan\",\"what\":\"HESAP_ACILDI\"}");
        identities.deleteUser("kapatilan");
    }

    @Test
    void looksAndListsAreInTheLogAndNoOneTakesThemOut() throws IOException {
        String number = office.register("istemci", Office.application("ALO_153"));
        office.get("denetci", "/denetim/basvuru/" + number);
        office.get("denetci", "/denetim/listeler/gecikenler");
        assertThat(verifications.run().broken()).isEmpty();
        long look = id("select max(id) from kisisel_veri_goruntuleme where number = '" + number + "'");
        long list = id("select max(id) from liste_goruntuleme where actor = 'denetci'");

        jdbc.sql("update kisisel_veri_goruntuleme set actor = 'fen' where id = " + look)
                .update();
        jdbc.sql("update liste_goruntuleme set sorgu = 'x' where id = " + list).update();
        assertThat(verifications.run().broken())
                .extracting(Verifications.Fault::subject, Verifications.Fault::number)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("görüntüleme kaydı", number),
                        org.assertj.core.groups.Tuple.tuple("liste görüntüleme kaydı: denetim/gecikenler", null));

        jdbc.sql("update kisisel_veri_goruntuleme set actor = 'denetci' where id = " + look)
                .update();
        jdbc.sql("update liste_goruntuleme set sorgu = '' where id = " + list).update();
        assertThat(verifications.run().broken()).isEmpty();
    }

    @Test
    void settingsOfTheStartStandInTheLogWithoutSecrets() {
        assertThat(jdbc.sql("select detail from kurum_olayi where tablo = 'ayar' and anahtar like '%rate.per-address'")
                        .query(String.class)
                        .list())
                .containsExactly("{\"value\":\"1000000\"}");
        assertThat(jdbc.sql("select detail from kurum_olayi where tablo = 'ayar' and anahtar like '%key'")
                        .query(String.class)
                        .list())
                .allSatisfy(detail -> assertThat(detail).isIn("{\"value\":\"\"}", "{\"value\":\"***\"}"));
    }

    private List<String> entries(String table, String key) {
        return jdbc.sql(
                        "select action, actor, ozet from kurum_olayi where tablo = :table and anahtar = :key order by id")
                .params(Map.of("table", table, "key", key))
                .query((row, index) ->
                        row.getString(1) + " " + row.getString(2) + (row.getString(3) == null ? " gone" : " set"))
                .list();
    }

    private List<String> subjects() throws IOException {
        return verifications.run().broken().stream()
                .map(one -> String.valueOf(one.subject()))
                .toList();
    }

    private String text(String question) {
        return jdbc.sql(question).query(String.class).single();
    }

    private long id(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
