package tr.muhatap.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** What is asked often is found while the operator types, given and registered in one step, and counted. */
@HttpTest
class KnownAnswersIT {

    private static final String PAGE = "/soru-cevap";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String mark;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        mark = "kod" + Office.unique().replaceAll("[^A-Za-z0-9]", "");
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from soru_cevap_sayimi").update();
        jdbc.sql("delete from soru_cevap").update();
    }

    private long added(String user, String unit) {
        office.form(
                user,
                PAGE,
                "question",
                "IŞIKLI çöp kutusu " + mark,
                "answer",
                "Pazartesi günleri toplanır.",
                "topic",
                "yol-cukur",
                "unit",
                unit);
        return jdbc.sql("select max(id) from soru_cevap where soru like :mark")
                .param("mark", "%" + mark)
                .query(Long.class)
                .single();
    }

    private String[] call(String... further) {
        var fields = new ArrayList<>(List.of("channel", "ALO_153", "key", Office.unique()));
        fields.addAll(List.of("phone", "0532 111 22 33", "nationalId", "10000000146"));
        fields.addAll(List.of("firstName", "Ayşe", "lastName", "Örnek"));
        fields.addAll(List.of(further));
        return fields.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ışıklı", "ISIKLI", "işikli cop", "PAZARTESİ", "çukur", "kut"})
    void itIsFoundByFoldedBeginningsOfWords(String typed) {
        added("yonetici", "");

        assertThat(office.form("operator", "/kabul/sorular", "questionWords", typed + " " + mark)
                        .response()
                        .body())
                .contains("Böyle cevaplandı", "Pazartesi günleri toplanır.")
                .doesNotContain("<h1");
        assertThat(office.get("fen", PAGE + "?ara=" + mark).response().body()).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\u0000", "' or 1=1 --", "yokböylebirşey", "😀"})
    void whatNobodyMeansFindsNothing(String typed) {
        added("yonetici", "");

        var answer = office.form("operator", "/kabul/sorular", "questionWords", typed);

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.response().body()).doesNotContain("Böyle cevaplandı");
    }

    @Test
    void oneButtonRegistersAndClosesAndCounts() {
        long id = added("yonetici", "");
        long before = applications();

        var shown = office.form("operator", "/kabul", call("islem", "soru", "questionWords", mark));
        assertThat(shown.response().body()).contains("cevap:" + id);
        var given = office.form("operator", "/kabul", call("islem", "cevap:" + id));

        String receipt = given.response().headers().firstValue("Location").orElse("");
        assertThat(receipt).contains("/kabul/");
        assertThat(applications()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select status from basvuru where number = :number")
                        .param("number", receipt.replaceFirst("^.*/kabul/([0-9-]+).*$", "$1"))
                        .query(String.class)
                        .single())
                .isEqualTo("KAPANDI");
        assertThat(office.get("operator", PAGE + "/" + id).response().body()).contains("toplam 1 kez");
    }

    @Test
    void whatLacksIsNamedAndNothingIsCounted() {
        long id = added("yonetici", "");
        long before = applications();

        var refused =
                office.form("operator", "/kabul", "channel", "ALO_153", "key", Office.unique(), "islem", "cevap:" + id);

        assertThat(refused.response().body()).contains("Başvuru kaydedilmedi");
        assertThat(applications()).isEqualTo(before);
        assertThat(office.get("operator", PAGE + "/" + id).response().body()).contains("toplam 0 kez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cevap:", "cevap:-1", "cevap:999999999999999999", "cevap:99999999999999999999", "cevap:x"})
    void anAnswerThatThereIsNotRegistersNothing(String button) {
        long before = applications();

        assertThat(office.form("operator", "/kabul", call("islem", button)).status())
                .isLessThan(500);

        assertThat(applications()).isEqualTo(before);
    }

    private long applications() {
        return jdbc.sql("select count(*) from basvuru").query(Long.class).single();
    }

    @Test
    void aUnitKeepsItsOwnAndNoOther() {
        long own = added("fen", "fen-isleri");
        long managers = added("yonetici", "");
        assertThat(managers).isGreaterThan(own);

        assertThat(saved("park", own, "1", "park-bahceler").status()).isEqualTo(403);
        assertThat(office.form("fen", PAGE + "/" + managers, "version", "1", "islem", "kaldir")
                        .status())
                .isEqualTo(403);
        assertThat(office.form("operator", PAGE, "question", "x", "answer", "y").status())
                .isEqualTo(403);
        saved("fen", own, "1", "fen-isleri");
        assertThat(office.get("operator", PAGE + "/" + own).response().body()).contains("Salı");

        // Somebody else was faster
        assertThat(office.form("fen", PAGE + "/" + own, "version", "1", "islem", "kaldir")
                        .response()
                        .body())
                .contains("başka bir kullanıcı");
        office.form("fen", PAGE + "/" + own, "version", "2", "islem", "kaldir");
        assertThat(office.get("fen", PAGE + "/" + own).status()).isEqualTo(404);
    }

    private Office.Answer saved(String user, long id, String version, String unit) {
        return office.form(user, PAGE + "/" + id, "version", version, "question", mark, "answer", "Salı", "unit", unit);
    }

    @ParameterizedTest
    @CsvSource({"fen, ''", "fen, park-bahceler", "yonetici, yok-boyle"})
    void theUnitIsOneOfTheWriters(String user, String unit) {
        office.form(user, PAGE, "question", mark, "answer", "Cevap", "unit", unit);

        assertThat(jdbc.sql("select count(*) from soru_cevap").query(Long.class).single())
                .isZero();
    }

    @Test
    void oddTextsAreRefusedInWords() {
        for (var odd : List.of("", " ", "a\u0000b", "x".repeat(5000))) {
            assertThat(office.form("yonetici", PAGE, "question", odd, "answer", odd)
                            .status())
                    .isLessThan(500);
        }
        assertThat(jdbc.sql("select count(*) from soru_cevap").query(Long.class).single())
                .isZero();
    }

    @Test
    void systemsDoNotRead() {
        assertThat(office.get("istemci", PAGE).status()).isEqualTo(403);
    }
}
