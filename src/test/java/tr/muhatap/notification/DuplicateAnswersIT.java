package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;

/** Applicants of duplicates get the main application's answer, or one of their own. */
@HttpTest
class DuplicateAnswersIT {

    private static final String TEXT = "Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.";

    @Autowired
    private Messages messages;

    @Autowired
    private OfficeClock clock;

    @LocalServerPort
    int port;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @AfterEach
    void backToRealTime() {
        clock.setOffset(Duration.ZERO);
        ClockUtil.reset();
    }

    @Test
    void theAnswerReachesAlsoTheApplicantsOfDuplicatesAndOfTheirDuplicates() {
        var main = registered();
        var duplicate = registered();
        var ofDuplicate = registered();
        closeAsDuplicate(ofDuplicate, duplicate);
        closeAsDuplicate(duplicate, main);
        assertThat(tracked(duplicate)).contains(main, "\"answer\":null", "Ön incelemede");

        answer(main);

        for (var waiting : new String[] {duplicate, ofDuplicate}) {
            assertThat(messages.find(waiting + ":cevap:" + main + ":")).get().satisfies(message -> {
                assertThat(message.status()).isEqualTo(Message.State.GONDERILDI);
                assertThat(message.body()).contains(TEXT, waiting, main);
            });
            assertThat(tracked(waiting)).contains(TEXT);
        }
    }

    @Test
    void whoIsADuplicateOfWhatWasAnsweredHearsItAtOnce() {
        var main = registered();
        answer(main);
        var duplicate = registered();

        closeAsDuplicate(duplicate, main);
        office.moveClock("PT0S");

        assertThat(messages.find(duplicate + ":cevap:" + main + ":"))
                .get()
                .extracting(Message::status)
                .isEqualTo(Message.State.GONDERILDI);
    }

    @Test
    void whenTheMainOneEndsWithoutAnAnswerItsDuplicatesBeginAgain() {
        var main = registered();
        var duplicate = registered();
        var ofDuplicate = registered();
        closeAsDuplicate(ofDuplicate, duplicate);
        closeAsDuplicate(duplicate, main);

        Office.does(office.post("halkla", path(main) + "/withdrawal", "{\"reason\":\"Vazgeçti.\"}"));

        assertThat(status(duplicate)).isEqualTo("ON_INCELEMEDE");
        assertThat(office.task(duplicate, "On_Inceleme")).isNotEmpty();
        assertThat(status(ofDuplicate)).as("waits for what is open again").isEqualTo("KAPANDI");
        answer(duplicate);
        assertThat(messages.find(ofDuplicate + ":cevap:" + duplicate + ":1:")).isPresent();
        assertThat(messages.find(duplicate + ":cevap:" + main + ":")).isEmpty();
    }

    @Test
    void whatEndedWithoutAnAnswerIsNoMainOneAndNobodyIsJoinedTwice() {
        var ended = registered();
        Office.does(office.post("halkla", path(ended) + "/withdrawal", "{\"reason\":\"Vazgeçti.\"}"));
        var main = registered();
        var other = registered();

        assertThat(join(main, ended)).contains("cevap verilmeden kapanmış");
        assertThat(join(other, main)).doesNotContain("birleştirilmiş");
        assertThat(join(other, registered())).contains("zaten " + main + " numaralı başvuruyla");
        assertThat(join(main, other)).contains("birleştirilmiş");
    }

    @Test
    void aMainOneThatEndsBetweenItsNamingAndTheDecisionIsRefused() {
        var main = registered();
        var duplicate = registered();
        note(duplicate, main);
        Office.does(office.post("halkla", path(main) + "/withdrawal", "{\"reason\":\"Vazgeçti.\"}"));

        assertThat(office.complete("operator", duplicate, "On_Inceleme", "onInceleme", "MUKERRER")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(status(duplicate)).isEqualTo("ON_INCELEMEDE");
    }

    @Test
    void theManagersReminderGoesToWhomTheOpenTaskIs() {
        var number = office.answered("ALO_153", Office.application("ALO_153"));
        var lateFrom = OffsetDateTime.parse(office.get("halkla", path(number))
                        .body()
                        .at("/deadline/lateFrom")
                        .asText())
                .toInstant();
        office.moveClock(
                Duration.between(clock.instant(), lateFrom).plusSeconds(60).toString());
        Office.does(office.complete("yonetici", number, "Yonetici_Mudahalesi", "mudahale", "UYAR"));

        assertThat(messages.newest(0, 200))
                .filteredOn(message -> number.equals(message.number()) && message.purpose() == Purpose.UYARI)
                .extracting(Message::recipient)
                .contains("halkla@belediye.example")
                .doesNotContain("fen@belediye.example");
    }

    private String registered() {
        var body = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153")))
                .body();
        var number = body.get("number").asText();
        codes.put(number, body.get("trackingCode").asText());
        return number;
    }

    private void closeAsDuplicate(String number, String main) {
        note(number, main);
        Office.does(office.complete("operator", number, "On_Inceleme", "onInceleme", "MUKERRER"));
    }

    private void note(String number, String main) {
        Office.does(office.put(
                "operator", path(number) + "/gerekce", "{\"decision\":\"MUKERRER\",\"target\":\"" + main + "\"}"));
    }

    private void answer(String number) {
        Office.does(office.complete("operator", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", path(number) + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
    }

    private String join(String number, String main) {
        return office.post("halkla", path(number) + "/duplicate-of", "{\"number\":\"" + main + "\"}")
                .response()
                .body();
    }

    private String tracked(String number) {
        return office.get("", "/api/v1/takip?number=" + number + "&code=" + codes.get(number))
                .response()
                .body();
    }

    private String status(String number) {
        return office.get("halkla", path(number)).body().get("status").asText();
    }

    private static String path(String number) {
        return "/api/v1/basvurular/" + number;
    }
}
