package tr.muhatap.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * The whole way: registered, routed, learned, proposed. {@code mvn verify -Dit.test=UnitProposalsIT
 * -Dmuhatap.oneri.olcum=2500} registers and routes that many invented complaints and prints how many of 300 unseen ones
 * are proposed rightly.
 */
@HttpTest
class UnitProposalsIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String TRAINING = "/api/v1/birim-onerisi/egitim";
    private static final int MEASURED = Integer.getInteger("muhatap.oneri.olcum", 0);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Training training;

    @Autowired
    ModelStore store;

    @Autowired
    Hits hits;

    @Autowired
    Clock clock;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        forget();
    }

    /** All tests share the database, and proposals are made by one model. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from birim_onerisi_modeli").update();
        jdbc.sql("delete from birim_onerisi_isabeti").update();
    }

    @Test
    void whatTheOfficeRoutesIsProposedForTheNextAndNoLongerWhenItIsErased() {
        var routed = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            routed.add(routed("Zürafalar yine bahçeye girdi " + i, "kultur"));
        }
        String returned = routed("Timsahlar havuza girdi", "kultur");
        taken("admin", returned, "{\"step\":\"Cevap_Hazirlama\",\"decision\":\"IADE\",\"reason\":\"Bizde değil\"}");
        String asked = registered("Zürafa gördük");
        assertThat(first(asked).get("unit").asText()).isNotEqualTo("kultur");

        train();

        var proposals = proposals(asked);
        assertThat(proposals).hasSize(3);
        assertThat(proposals.get(0).get("unit").asText()).isEqualTo("kultur");
        assertThat(proposals.get(0).get("source").asText()).isEqualTo("OGRENILEN");
        assertThat(proposals.get(0).get("reason").asText()).contains("zürafa");
        double before = 1;
        for (var proposal : proposals) {
            assertThat(proposal.get("confidence").asDouble()).isBetween(0.0, before);
            before = proposal.get("confidence").asDouble();
        }
        assertThat(first(registered("Timsahlar havuza girdi")).get("reason").asText())
                .doesNotContain("timsahlar");
        assertThat(hits.units(routed)).hasSize(4).containsValue("kultur");
        assertThat(office.get("surec", "/kurallar/oneriler").response().body())
                .contains("Eğitildi", "Kültür ve Kütüphaneler");

        jdbc.sql("update basvuru set subject = '-', text = '' where number in (:numbers)")
                .param("numbers", routed)
                .update();
        train();
        assertThat(first(asked).get("reason").asText()).doesNotContain("zürafa");
    }

    @Test
    void theTableComesFirstWhereItNamesAUnit() {
        String number = office.register(
                "istemci",
                Office.application("CIMER")
                        .replace("\"kind\"", "\"topic\":\"budama\",\"kind\"")
                        .replace("ğüşıöç ĞÜŞİÖÇ", "Köpekler ısırıyor, otobüs gelmiyor"));
        var proposals = proposals(number);
        assertThat(proposals.get(0).get("unit").asText()).isEqualTo("park-bahceler");
        assertThat(proposals.get(0).get("source").asText()).isEqualTo("TABLO");
        assertThat(proposals).extracting(each -> each.get("unit").asText()).doesNotHaveDuplicates();
    }

    @Test
    void beforeAnyTrainingItGoesByWhatTheProgramBrought() {
        String number = registered("Evimizde üç gündür sular kesik, musluktan su akmıyor");
        assertThat(first(number).get("unit").asText()).isEqualTo("su-kanal");
        var state = office.get("surec", TRAINING).body();
        assertThat(state.get("state").asText()).isEqualTo("BASLANGIC");
        assertThat(state.get("trainedAt").isNull()).isTrue();
        assertThat(state.get("examples").asInt()).isZero();
        var file = office.get("halkla", API + number + "/dosya").body();
        assertThat(file.get("proposedUnits")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"surec, 202", "admin, 202", "halkla, 403", "denetci, 403", "istemci, 403", "fen, 403"})
    void onlyTheProcessOwnerTrains(String user, int status) {
        assertThat(office.post(user, TRAINING, "").status()).isEqualTo(status);
        if (status == 202) {
            settle();
        } else {
            assertThat(office.form(user, "/kurallar/oneriler/egitim").status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"halkla, 200", "istemci, 200", "denetci, 200", "fen, 404", "operator, 404", "'', 401"})
    void aProposalIsForWhoeverReadsTheApplication(String user, int status) {
        String number = registered("Bir konu");
        assertThat(office.get(user, API + number + "/birim-onerisi").status()).isEqualTo(status);
        assertThat(office.get("halkla", API + "2020-999999/birim-onerisi").status())
                .isEqualTo(404);
    }

    @Test
    void oneNodeAtATimeTrainsAndALeaseEndsByItself() {
        var now = clock.instant();
        assertThat(store.claim(now, null)).as("nobody asked").isFalse();
        store.request(now);
        assertThat(store.claim(now, null)).isTrue();
        assertThat(store.claim(now.plusSeconds(60), null)).as("another node").isFalse();
        assertThat(store.claim(now.minusSeconds(60), null))
                .as("another node whose clock is behind")
                .isFalse();
        assertThat(store.claim(now.plus(Duration.ofHours(1)), null))
                .as("the node died")
                .isTrue();
        store.failed(now);
        assertThat(store.standing(now).failedAt()).isNotNull();
        assertThat(store.claim(now.plusSeconds(1), now.minusSeconds(10)))
                .as("trained tonight")
                .isFalse();
        assertThat(store.claim(now.plusSeconds(1), now.plus(Duration.ofHours(2))))
                .as("the next night")
                .isTrue();
    }

    @Test
    void aModelThatCannotBeReadGivesWayToWhatTheProgramBrought() {
        train();
        jdbc.sql("update birim_onerisi_modeli set model = :bytes, surum = surum + 1")
                .param("bytes", new byte[] {1, 2, 3})
                .update();
        assertThat(proposals(registered("Köpekler saldırıyor"))).hasSize(3);
    }

    @Test
    void thousandsAreLearnedFrom() {
        if (MEASURED == 0) {
            return;
        }
        long from = System.nanoTime();
        for (var complaint : InventedComplaints.of(MEASURED, 11)) {
            routed(complaint.text(), complaint.unit());
        }
        long routed = System.nanoTime();
        train();
        long trained = System.nanoTime();
        int first = 0;
        int three = 0;
        var unseen = InventedComplaints.of(300, 12);
        for (var complaint : unseen) {
            var units = new ArrayList<String>();
            proposals(registered(complaint.text()))
                    .forEach(each -> units.add(each.get("unit").asText()));
            first += units.get(0).equals(complaint.unit()) ? 1 : 0;
            three += units.contains(complaint.unit()) ? 1 : 0;
        }
        System.out.printf(
                "Invented text, %d routed in %d s, trained in %d ms; of %d unseen: first %d, among three %d%n",
                MEASURED, (routed - from) / 1_000_000_000, (trained - routed) / 1_000_000, unseen.size(), first, three);
        assertThat(first).isGreaterThan(240);
        assertThat(three).isGreaterThan(270);
    }

    private String registered(String text) {
        return office.register(
                "istemci",
                Office.application("CIMER")
                        .replace("ğüşıöç ĞÜŞİÖÇ", text.replace("\"", "").replace("\n", " ")));
    }

    private String routed(String text, String unit) {
        String number = registered(text);
        taken("halkla", number, "{\"step\":\"On_Inceleme\",\"decision\":\"KABUL\"}");
        taken("halkla", number, "{\"step\":\"Birime_Sevk\",\"unit\":\"" + unit + "\"}");
        return number;
    }

    private void taken(String user, String number, String step) {
        Office.does(office.post(user, API + number + "/adim", step));
    }

    private List<JsonNode> proposals(String number) {
        var list = new ArrayList<JsonNode>();
        Office.does(office.get("halkla", API + number + "/birim-onerisi"))
                .body()
                .forEach(list::add);
        return list;
    }

    private JsonNode first(String number) {
        return proposals(number).get(0);
    }

    /** Asked for over the API; done here, so that nobody waits for the other thread. */
    private void train() {
        Office.does(office.post("surec", TRAINING, ""));
        settle();
        assertThat(office.get("surec", TRAINING).body().get("state").asText()).isEqualTo("HAZIR");
    }

    private void settle() {
        while (store.standing(clock.instant()).waiting()) {
            if (!training.train(null)) {
                Thread.onSpinWait();
            }
        }
    }
}
