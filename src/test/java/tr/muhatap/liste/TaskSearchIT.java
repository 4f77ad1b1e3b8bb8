package tr.muhatap.liste;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Tasklist's one field of search. */
@HttpTest
class TaskSearchIT {

    private static final String SEARCH = "/api/v1/gorev-arama?q=";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void whatPeopleCallAnApplicationFindsItForWhoMayReadIt() {
        String number = office.atTheUnit(
                "CIMER", Office.application("CIMER").replace("Başvuru – İğde Sokağı", "Zürafa Heykeli Sokağı"));

        for (var typed : List.of(number, number.replace("-", " "), "ZÜRAFA heykeli", "heyk zür")) {
            assertThat(found("fen", typed)).as(typed).containsExactly(number);
            assertThat(found("park", typed)).as(typed).isEmpty();
        }
        assertThat(found("fen", "cimer")).contains(number);
        assertThat(found("fen", "FEN işl")).contains(number);
        assertThat(found("park", "fen işleri")).doesNotContain(number);
        assertThat(found("fen", "zürafa fil")).isEmpty();
        assertThat(found("fen", " ")).isEmpty();
    }

    @Test
    void namesAreSearchedByThoseWhoSeeThem() {
        String number = office.atTheUnit(
                "CIMER", Office.application("CIMER").replace("\"firstName\":\"Ayşe\"", "\"firstName\":\"Zeyrekli\""));

        assertThat(found("halkla", "zeyrekli")).contains(number);
        assertThat(found("fen", "zeyrekli")).isEmpty();
    }

    @Test
    void whoSearchesIsLoggedAndOnlyStaffMay() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        found("fen", number);

        assertThat(jdbc.sql("select numaralar from liste_goruntuleme where place = 'gorev-arama' and actor = 'fen'"
                                + " order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(number);
        assertThat(office.get("", SEARCH + number).status()).isEqualTo(401);
        assertThat(office.get("istemci", SEARCH + number).status()).isEqualTo(403);
        assertThat(office.get("fen", SEARCH + "a".repeat(201)).status()).isEqualTo(400);
    }

    private Stream<String> numbers(JsonNode body) {
        return StreamSupport.stream(body.path("numbers").spliterator(), false).map(JsonNode::asText);
    }

    private List<String> found(String user, String typed) {
        var answer = office.get(user, SEARCH + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return numbers(answer.body()).toList();
    }
}
