package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What each operation costs in round trips to the database: measured, and not to grow unseen. Whoever makes one cheaper lowers
 * its ceiling here; whoever has to make one dearer says why.
 */
@PostgresTest
class RoundTripsIT {

    /** Now and then a look at the holidays' version or at the newest decision table comes on top. */
    private static final int RUNS = 3;

    private static final Map<String, Integer> CEILINGS = Map.of(
            "intake", 21,
            "claim", 16,
            "review", 33,
            "route", 34,
            "draft", 7,
            "answer", 33,
            "approve", 31,
            "send", 34);

    @LocalServerPort
    int port;

    @Test
    void anOperationTakesNoMoreRoundTripsThanMeasured() throws IOException {
        var office = new ProductionOffice(port);
        lifecycle(office);
        var least = new LinkedHashMap<String, Integer>();
        for (int run = 0; run < RUNS; run++) {
            lifecycle(office).forEach((operation, trips) -> least.merge(operation, trips, Math::min));
        }
        int all = least.values().stream().mapToInt(Integer::intValue).sum() + 3 * least.getOrDefault("claim", 16);
        var table = least.entrySet().stream()
                        .map(row -> String.format(Locale.ROOT, "%-10s %4d", row.getKey(), row.getValue()))
                        .collect(Collectors.joining("\n"))
                + String.format(Locale.ROOT, "%n%-10s %4d%n", "lifecycle", all);
        System.out.println("Round trips to PostgreSQL (four claims in a lifecycle)\n" + table);
        Files.writeString(Path.of("target", "round-trips.txt"), table);

        assertThat(least)
                .allSatisfy((operation, trips) -> assertThat(trips)
                        .as(operation)
                        .isPositive()
                        .isLessThanOrEqualTo(CEILINGS.getOrDefault(operation, 0)));
    }

    private static Map<String, Integer> lifecycle(ProductionOffice office) {
        var trips = new LinkedHashMap<String, Integer>();
        RoundTrips.since(RoundTrips.REQUESTS);
        var number = office.register(Applications.on("CIMER"));
        trips.put("intake", RoundTrips.since(RoundTrips.REQUESTS));

        var review = office.task("cagri", number, "On_Inceleme");
        RoundTrips.since(RoundTrips.REQUESTS);
        assertThat(office.post("cagri", "/engine-rest/task/" + review + "/claim", "{\"userId\":\"cagri\"}")
                        .status())
                .isEqualTo(204);
        trips.put("claim", RoundTrips.since(RoundTrips.REQUESTS));

        trips.put("review", completes(office, "cagri", number, "On_Inceleme", "onInceleme", "KABUL"));
        trips.put("route", completes(office, "cagri", number, "Birime_Sevk", "birim", "fen-isleri"));
        RoundTrips.since(RoundTrips.REQUESTS);
        office.put("ugur", "/api/v1/basvurular/" + number + "/cevap", Applications.ANSWER);
        trips.put("draft", RoundTrips.since(RoundTrips.REQUESTS));
        trips.put("answer", completes(office, "ugur", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        RoundTrips.since(RoundTrips.JOBS);
        trips.put("approve", completes(office, "cagri", number, "Cevap_Onayi", "onay", "ONAY"));
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(office.status(number)).isEqualTo("KAPANDI"));
        // The commit that made it visible is counted a moment later
        await().during(Duration.ofMillis(300)).until(() -> true);
        trips.put("send", RoundTrips.since(RoundTrips.JOBS));
        return trips;
    }

    private static int completes(
            ProductionOffice office, String user, String number, String element, String variable, String value) {
        var task = office.task(user, number, element);
        RoundTrips.since(RoundTrips.REQUESTS);
        var answer = office.post(
                user,
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value));
        assertThat(answer.status()).isEqualTo(204);
        return RoundTrips.since(RoundTrips.REQUESTS);
    }
}
