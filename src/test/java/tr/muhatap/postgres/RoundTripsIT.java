package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.RequiresTuning;

/**
 * What each operation costs in round trips to the database: measured, and not to grow unseen. Whoever makes one cheaper
 * lowers its ceiling here; whoever has to make one dearer says why. {@code target/round-trips.txt} has the table and
 * each statement.
 */
@PostgresTest
@RequiresTuning
class RoundTripsIT {

    /** Now and then a look at the units’, the holidays' version or at the newest decision table comes on top. */
    private static final int RUNS = 3;

    /**
     * A person's request reads its session, so that what is taken from a user ends on every node; an approval looks for
     * duplicates. What ends writes the row that reports count and ends its questions by link.
     */
    private static final Map<String, Integer> CEILINGS = Map.of(
            "intake", 13,
            "claim", 7,
            "review", 15,
            "route", 16,
            "draft", 4,
            "answer", 15,
            "approve", 18,
            "send", 26);

    private record OneRequest(String user, String element, String members) {}

    private static final List<OneRequest> STEPS = List.of(
            new OneRequest("cagri", "On_Inceleme", "\"decision\":\"KABUL\""),
            new OneRequest("cagri", "Birime_Sevk", "\"unit\":\"fen-isleri\""),
            new OneRequest("ugur", "Cevap_Hazirlama", "\"decision\":\"CEVAP\",\"answer\":" + Applications.ANSWER),
            new OneRequest("cagri", "Cevap_Onayi", "\"decision\":\"ONAY\""));

    /**
     * Routing holds its unit, which must not be closed meanwhile; the answer's words go into the search table, by which
     * lists find it.
     */
    private static final Map<String, Integer> CEILINGS_OF_ONE_REQUEST = Map.of(
            "On_Inceleme", 18,
            "Birime_Sevk", 20,
            "Cevap_Hazirlama", 21,
            "Cevap_Onayi", 21);

    private static final String LIFECYCLE = "lifecycle";

    /** All of them, with the claims of the three other tasks; asked for are at most 160. */
    private static final int CEILING_OF_A_LIFECYCLE = 134;

    /**
     * Each row of a batch is one; reading of tasks to find the next step is among them, as whoever works does it too.
     */
    private static final long CEILING_OF_STATEMENTS = 220;

    /**
     * What PostgreSQL writes ahead for a lifecycle, without the whole pages that a checkpoint brings: 61,500 alone,
     * more where another test's program is still connected to the same server.
     */
    private static final long CEILING_OF_WAL_BYTES = 75_000;

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void stopListening() {
        RoundTrips.stop();
    }

    @Test
    void anOperationTakesNoMoreRoundTripsThanMeasured() throws IOException {
        var least = least(new ProductionOffice(port));
        var counts = counts(least);
        var table = counts.entrySet().stream()
                .map(row -> String.format(Locale.ROOT, "%-10s %4d%n", row.getKey(), row.getValue()))
                .collect(Collectors.joining());
        System.out.println("Round trips to PostgreSQL (four claims in a lifecycle)\n" + table);
        Files.writeString(
                Path.of("target", "round-trips.txt"),
                least.entrySet().stream()
                        .map(row -> "\n" + row.getKey() + "\n    " + String.join("\n    ", row.getValue()))
                        .collect(Collectors.joining("\n", table, "\n")));

        assertThat(least)
                .isNotEmpty()
                .allSatisfy((operation, trips) -> assertThat(trips)
                        .as(operation)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(CEILINGS.getOrDefault(operation, 0)));
        assertThat(counts.get(LIFECYCLE)).isLessThanOrEqualTo(CEILING_OF_A_LIFECYCLE);
    }

    /** The same steps in one request each, without a query, a claim and a draft of their own. */
    @Test
    void aStepInOneRequestTakesNoMoreRoundTripsThanMeasured() {
        var office = new ProductionOffice(port);
        inOneRequestEach(office);
        var least = inOneRequestEach(office);
        inOneRequestEach(office).forEach((step, trips) -> least.merge(step, trips, Math::min));

        System.out.println("Round trips of a step in one request: " + least);
        assertThat(least)
                .isNotEmpty()
                .allSatisfy((step, trips) -> assertThat(trips)
                        .as(step)
                        .isPositive()
                        .isLessThanOrEqualTo(CEILINGS_OF_ONE_REQUEST.getOrDefault(step, 0)));
    }

    private static Map<String, Integer> inOneRequestEach(ProductionOffice office) {
        var trips = new LinkedHashMap<String, Integer>();
        var number = office.register(Applications.on("CIMER"));
        for (var step : STEPS) {
            RoundTrips.since(RoundTrips.REQUESTS);
            var answer = office.post(
                    step.user(),
                    "/api/v1/basvurular/" + number + "/adim",
                    "{\"step\":\"%s\",%s}".formatted(step.element(), step.members()));
            assertThat(answer.status()).as(step.element()).isEqualTo(200);
            trips.put(step.element(), RoundTrips.since(RoundTrips.REQUESTS).size());
        }
        return trips;
    }

    /** The cheapest of several lifecycles: background work does not count. */
    @Test
    void aLifecycleTakesNoMoreStatementsAndWritesNoMoreAheadThanMeasured() {
        var office = new ProductionOffice(port);
        lifecycle(office);
        long statements = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            var before = position();
            RoundTrips.statements();
            lifecycle(office);
            statements = Math.min(statements, RoundTrips.statements());
            bytes = Math.min(bytes, bytesSince(before));
        }

        System.out.println("A lifecycle: " + statements + " statements, " + bytes + " bytes of WAL");
        assertThat(statements).as("statements").isPositive().isLessThanOrEqualTo(CEILING_OF_STATEMENTS);
        assertThat(bytes).as("bytes of WAL").isPositive().isLessThanOrEqualTo(CEILING_OF_WAL_BYTES);
    }

    private String position() {
        return jdbc.sql("select cast(pg_current_wal_insert_lsn() as varchar)")
                .query(String.class)
                .single();
    }

    private long bytesSince(String position) {
        return jdbc.sql("select cast(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), cast(:since as pg_lsn)) as bigint)")
                .param("since", position)
                .query(Long.class)
                .single();
    }

    /** How many each operation takes, and at last a lifecycle of them. */
    static Map<String, Integer> ofALifecycle(ProductionOffice office) {
        return counts(least(office));
    }

    private static Map<String, List<String>> least(ProductionOffice office) {
        lifecycle(office);
        var least = new LinkedHashMap<String, List<String>>();
        for (int run = 0; run < RUNS; run++) {
            lifecycle(office)
                    .forEach((operation, trips) ->
                            least.merge(operation, trips, (one, other) -> one.size() <= other.size() ? one : other));
        }
        return least;
    }

    private static Map<String, Integer> counts(Map<String, List<String>> trips) {
        var counts = new LinkedHashMap<String, Integer>();
        trips.forEach((operation, made) -> counts.put(operation, made.size()));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.put(LIFECYCLE, all + 3 * counts.getOrDefault("claim", 0));
        return counts;
    }

    private static Map<String, List<String>> lifecycle(ProductionOffice office) {
        var trips = new LinkedHashMap<String, List<String>>();
        // Accounts are remembered for seconds; on a slow machine the last lifecycle is longer ago
        office.get(ProductionOffice.SYSTEM, "/api/v1/basvurular/2020-000001");
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

    private static List<String> completes(
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
