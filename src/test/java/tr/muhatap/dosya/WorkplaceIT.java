package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Requests of the task lists' and Cockpit's plugins. */
@HttpTest
class WorkplaceIT {

    private static final String CARDS = "/api/v1/gorev-kartlari?number=";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void oneRequestTellsOfAllApplicationsThatOneMaySeeAndOfNoOther() {
        String mine = office.atTheUnit("CIMER", Office.application("CIMER"));
        String notMine = office.register("istemci", Office.application("CIMER"));

        var ofUnit = office.get("fen", CARDS + mine + "&number=" + notMine).body();
        var ofOffice = office.get("halkla", CARDS + mine + "&number=" + notMine).body();

        assertThat(numbers(ofUnit)).isEqualTo(mine);
        assertThat(ofUnit.get(0).get("channelLabel").asText()).isEqualTo("CİMER");
        assertThat(ofUnit.get(0).get("unitLabel").asText()).isEqualTo("Fen İşleri");
        assertThat(ofOffice).hasSize(2);
        assertThat(office.get("park", CARDS + mine).body()).isEmpty();
        assertThat(office.get("", CARDS + mine).status()).isEqualTo(401);
    }

    /** The test sets the last day directly; counting has its own tests. */
    @ParameterizedTest
    @CsvSource({
        "-2, SURESI_GECTI, 2 gün geçti",
        "0, BUGUN, süresi bugün doluyor",
        "3, YAKLASIYOR, 3 gün kaldı",
        "4,, 4 gün kaldı"
    })
    void aCardSaysWhatIsLeftAndHowUrgentItIs(int days, String urgency, String remaining) {
        String number = office.register("istemci", Office.application("CIMER"));
        lastDay(number, days);

        var card = office.get("halkla", CARDS + number).body().get(0);

        assertThat(card.path("urgency").textValue()).isEqualTo(urgency);
        assertThat(card.get("remaining").asText()).isEqualTo(remaining);
    }

    @Test
    void aClosedApplicationHasNoDaysLeft() {
        String number = office.approved("CIMER", Office.application("CIMER"));

        var card = office.get("halkla", CARDS + number).body().get(0);

        assertThat(card.get("remaining").isNull()).isTrue();
        assertThat(card.get("urgency").isNull()).isTrue();
        assertThat(card.get("statusLabel").asText()).isEqualTo("Kapandı");
    }

    @Test
    void moreCardsThanAListCanShowAreRefused() {
        String many =
                IntStream.rangeClosed(1, 101).mapToObj("2026-%06d"::formatted).collect(Collectors.joining("&number="));

        assertThat(office.get("halkla", CARDS + many).status()).isEqualTo(400);
    }

    @Test
    void theChannelsAreCountedForThoseWhoReadAll() {
        var before = state("ACIK_KAPI");
        String late = office.register("istemci", Office.application("ACIK_KAPI"));
        String today = office.register("istemci", Office.application("ACIK_KAPI"));
        lastDay(late, -1);
        lastDay(today, 0);
        jdbc.sql("update basvuru set escalation_level = 2 where number = :number")
                .param("number", late)
                .update();

        var after = state("ACIK_KAPI");

        assertThat(after.get("open").asLong()).isEqualTo(before.get("open").asLong() + 2);
        assertThat(after.get("late").asLong()).isEqualTo(before.get("late").asLong() + 1);
        assertThat(after.get("dueToday").asLong())
                .isEqualTo(before.get("dueToday").asLong() + 1);
        assertThat(after.get("escalatedTwice").asLong())
                .isEqualTo(before.get("escalatedTwice").asLong() + 1);
        assertThat(office.get("denetci", "/api/v1/kanal-durumu").status()).isEqualTo(200);
        assertThat(office.get("fen", "/api/v1/kanal-durumu").status()).isEqualTo(403);
        assertThat(office.get("istemci", "/api/v1/kanal-durumu").status()).isEqualTo(403);
    }

    @Test
    void theHistoryIsToldInTheOfficesWordsToThoseWhoSeeIntoIt() {
        String number = office.atTheUnit("DIJITAL", Office.application("DIJITAL"));
        String past = "/api/v1/basvurular/" + number + "/gecmis";

        assertThat(office.get("surec", past).body().findValuesAsText("actionLabel"))
                .containsSubsequence("Başvuru kaydedildi", "Ön inceleme yapıldı", "Birime sevk edildi");
        assertThat(office.get("fen", past).status()).isEqualTo(200);
        assertThat(office.get("park", past).status()).isEqualTo(404);
        assertThat(office.get("istemci", past).status()).isEqualTo(404);
    }

    @Test
    void theHeatMapCountsFinishedStepsForTheOwnerOfTheProcess() {
        office.atTheUnit("DIJITAL", Office.application("DIJITAL"));
        String definition = office.get("surec", "/engine-rest/process-definition/key/dijital")
                .body()
                .get("id")
                .asText();
        String map = "/api/v1/surec-tanimlari/" + definition + "/isi-haritasi";

        var steps = office.get("surec", map).body();

        assertThat(steps.findValuesAsText("element")).contains("On_Inceleme", "Birime_Sevk");
        assertThat(steps.findValues("finished"))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(count.asLong()).isPositive());
        assertThat(steps.findValues("medianSeconds"))
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time.isIntegralNumber()).isTrue());
        assertThat(office.get("denetci", map).status()).isEqualTo(200);
        assertThat(office.get("halkla", map).status()).isEqualTo(403);
    }

    /** Cockpit's page of tasks. */
    @ParameterizedTest
    @CsvSource({"surec, 200", "denetci, 200", "fen, 403"})
    void thoseWithCockpitSeeHowManyTasksAGroupHas(String user, int status) {
        assertThat(office.get(user, "/engine-rest/task/report/candidate-group-count")
                        .status())
                .isEqualTo(status);
    }

    private void lastDay(String number, int daysFromToday) {
        jdbc.sql("update basvuru set deadline_last_day = cast(:day as date) where number = :number")
                .param("day", LocalDate.now(clock).plusDays(daysFromToday))
                .param("number", number)
                .update();
    }

    private JsonNode state(String channel) {
        return StreamSupport.stream(
                        office.get("surec", "/api/v1/kanal-durumu").body().spliterator(), false)
                .filter(state -> state.get("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static String numbers(JsonNode cards) {
        return String.join(",", cards.findValuesAsText("number"));
    }
}
