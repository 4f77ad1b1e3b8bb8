package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.LegalStep;

/**
 * Each user, each step, two channels, and both ways: a page lets nobody do what the API refuses, nor the other way
 * round.
 */
@HttpTest
class WhoTakesStepsIT {

    private static final List<String> EVERYONE = List.of(
            "masa",
            "operator",
            "bilgi",
            "halkla",
            "fen",
            "park",
            "yonetici",
            "mudur",
            "surec",
            "denetci",
            "istemci",
            "admin");

    /** What no step is taken with, whoever sends it. */
    private static final String FAULTY = "\u0001";

    @LocalServerPort
    int port;

    /** @param blind who may not even read the application, and so gets 404 */
    @ParameterizedTest
    @CsvSource({
        "BILGI_EDINME, bilgi, bilgi halkla admin, bilgi halkla admin, masa operator park istemci",
        "ALO_153, operator, halkla admin, operator halkla admin, masa bilgi park istemci"
    })
    void bothWaysLetTheSamePeopleTakeEachStep(
            String channel, String desk, String takersOfTheLaw, String takersOfTheDesk, String blind) {
        var office = new Office(port);
        var number = office.register(desk, Office.application(channel));
        Office.does(office.complete(Office.reviewer(channel), number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete(Office.router(channel), number, "Birime_Sevk", "birim", "fen-isleri"));
        var before = doneByPeople(office, number);

        var all = new SoftAssertions();
        for (var step : LegalStep.values()) {
            var takers = names(step.isOfCitizensDesk() ? takersOfTheDesk : takersOfTheLaw);
            for (var user : EVERYONE) {
                int refused = names(blind).contains(user) ? 404 : 403;
                var overApi = office.post(user, "/api/v1/basvurular/" + number + "/" + step.address(), json(step));
                var onPage = office.form(user, "/dosya/" + number + "/" + step.address(), "reason", FAULTY);
                if (takers.contains(user)) {
                    all.assertThat(overApi.status()).as("%s %s", user, step).isIn(409, 422);
                    all.assertThat(onPage.status())
                            .as("%s %s on the page", user, step)
                            .isEqualTo(200);
                    all.assertThat(onPage.response().body())
                            .as("%s %s on the page", user, step)
                            .contains("role=\"alert\"");
                } else {
                    all.assertThat(overApi.status()).as("%s %s", user, step).isEqualTo(refused);
                    // Pages are for people; a program is refused before anything is looked up
                    all.assertThat(onPage.status())
                            .as("%s %s on the page", user, step)
                            .isEqualTo(user.equals("istemci") ? 403 : refused);
                }
            }
        }
        all.assertAll();
        assertThat(doneByPeople(office, number)).as("nobody did anything").isEqualTo(before);
    }

    /** What the system sends meanwhile is nobody's step. */
    private static List<String> doneByPeople(Office office, String number) {
        var history = office.get("denetci", "/api/v1/basvurular/" + number + "/history")
                .body();
        return history.findValuesAsText("action").stream()
                .filter(action -> !action.equals("MesajIletildi"))
                .toList();
    }

    private static String json(LegalStep step) {
        return Set.of(LegalStep.WITHDRAWAL, LegalStep.REOPENING).contains(step) ? "{\"reason\":\"\\u0001\"}" : "{}";
    }

    private static Set<String> names(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
