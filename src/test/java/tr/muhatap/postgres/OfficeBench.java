package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.MuhatapApplication;

/**
 * The benchmark ({@code mvn -Pbench verify}): the program over HTTP, in a process of its own, against the bare engine
 * and against plain SQL, interleaved in one run on one PostgreSQL, empty and filled. Settings: {@code
 * muhatap.bench.open} (open applications), {@code .closed}, {@code .rounds}, {@code .lifecycles} (a round), {@code
 * .warmup} (lifecycles of each before the first is measured: a program that works all day is not compiled again every
 * morning), {@code .intake}, {@code .looks} (at each list), {@code .timers} (in all), {@code .storms} (escalations of
 * each, by commas), {@code .patience} (minutes for what has to come to its end). Prints a table, says which targets are
 * met, and writes all of it to {@code target/bench.json}.
 */
class OfficeBench {

    private static final int THREADS = 4;
    private static final int OPEN = Integer.getInteger("muhatap.bench.open", 50_000);
    private static final int CLOSED = Integer.getInteger("muhatap.bench.closed", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("muhatap.bench.rounds", 5);
    private static final int LIFECYCLES = Integer.getInteger("muhatap.bench.lifecycles", 300);
    private static final int WARMUP = Integer.getInteger("muhatap.bench.warmup", 6_000);
    private static final int INTAKE = Integer.getInteger("muhatap.bench.intake", 1_000);
    private static final int LOOKS = Integer.getInteger("muhatap.bench.looks", 100);
    private static final int TIMERS = Integer.getInteger("muhatap.bench.timers", 100_000);
    private static final List<Integer> STORMS = Stream.of(
                    System.getProperty("muhatap.bench.storms", "5000,30000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("muhatap.bench.patience", 30));

    /** As {@code src/ops} starts it. */
    private static final String[] AS_IN_PRODUCTION = {
        "-XX:+UseParallelGC", "-XX:TrimNativeHeapInterval=60000", "-Xmx320m"
    };

    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** One that can carry applications from their registration to their end. */
    interface Contestant {

        String name();

        void lifecycle(int run);

        /** How many are not at their end yet. */
        long unfinished();
    }

    /** What is asked of a figure. */
    private record Target(String figure, boolean atLeast, double value) {

        boolean isMetBy(double measured) {
            return atLeast ? measured >= value : measured <= value;
        }
    }

    private static final List<Target> TARGETS = List.of(
            new Target("lifecycles/s, filled, muhatap", true, 30),
            new Target("ratio, filled, of the bare engine", true, 0.9),
            new Target("ratio, filled, of empty", true, 0.9),
            new Target("round trips, lifecycle, muhatap", false, 160),
            new Target("intake/s, filled", true, 100),
            new Target("intake p99, filled, ms", false, 500),
            new Target("escalations of 5000, muhatap, s", false, 30),
            new Target("Tasklist page p95, ms", false, 50),
            new Target("Tasklist page of a unit p95, ms", false, 50),
            new Target("start, s", false, 15),
            new Target("memory at the end, MB", false, 700));

    @Test
    void measure() throws Exception {
        figure("cores", Runtime.getRuntime().availableProcessors());
        String database = Postgres.newDurableDatabase();
        var settings = ProductionSettings.on(Postgres.url(Postgres.port(), database));
        startOnAnEmptyDatabase();
        roundTrips(settings);
        long from = System.nanoTime();
        try (var program = Node.launch(settings, AS_IN_PRODUCTION);
                var bare = new BareEngine(Postgres.pool(Postgres.newDurableDatabase()))) {
            program.awaitStarted();
            figure("start, s", seconds(from));
            figure("memory after the start, MB", program.residentMegabytes());
            var office = program.office();
            var muhatap = new Muhatap(office, JdbcClient.create(Postgres.pool(database)));
            var contestants =
                    List.of(new PlainSql(Postgres.newDurableDatabase()), bare, muhatap, new OneRequestAStep(muhatap));

            contestants.forEach(contestant -> rate(contestant, WARMUP));
            lifecycles("empty", contestants);
            intake("empty", office);
            var ours = new Filling(Postgres.dataSource(database));
            var theirs = new Filling(bare.dataSource());
            from = System.nanoTime();
            var rest = CompletableFuture.runAsync(() -> {
                theirs.fill(bare.reviewed(), OPEN, "2001");
                theirs.fill(bare.closed(), CLOSED, "2002");
            });
            ours.fill(muhatap.reviewed(), OPEN, "2001");
            ours.fill(muhatap.closed(), CLOSED, "2002");
            rest.join();
            figure("filling, s", seconds(from));
            figure("open", OPEN);
            figure("closed", CLOSED);
            contestants.forEach(contestant -> rate(contestant, LIFECYCLES));
            lifecycles("filled", contestants);
            intake("filled", office);
            latencies(office, muhatap);
            holiday(office);
            ours.fill(muhatap.reviewed(), Math.max(0, TIMERS - OPEN), "2003");
            theirs.fill(bare.reviewed(), Math.max(0, TIMERS - OPEN), "2003");
            for (int storm : STORMS) {
                storm(storm, muhatap, Postgres.dataSource(database));
                storm(storm, bare, bare.dataSource());
            }
            figure("memory at the end, MB", program.residentMegabytes());
        }
        report();
    }

    private void startOnAnEmptyDatabase() {
        long from = System.nanoTime();
        try (var node = Node.launch(ProductionSettings.on(Postgres.url(Postgres.port(), Postgres.newDatabase())))) {
            node.awaitStarted();
            figure("start on an empty database, s", seconds(from));
        }
    }

    /** In this process, where its statements can be counted; it leaves behind the people who work in the office. */
    private void roundTrips(Map<String, String> settings) throws IOException {
        var arguments = Stream.concat(
                        settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of("--server.port=0", "--spring.jmx.enabled=false", "--logging.level.root=warn"))
                .toArray(String[]::new);
        try (var program = new SpringApplicationBuilder(MuhatapApplication.class, Personnel.class, RoundTrips.class)
                .profiles("production")
                .run(arguments)) {
            var web = ((ServletWebServerApplicationContext) program).getWebServer();
            roundTrips("muhatap", RoundTripsIT.ofALifecycle(new ProductionOffice(web.getPort())));
        }
        try (var bare = new BareEngine(RoundTrips.listeningOn(Postgres.dataSource(Postgres.newDatabase())))) {
            roundTrips("bare engine", bare.roundTrips());
        }
        RoundTrips.stop();
    }

    private void roundTrips(String name, Map<String, Integer> trips) {
        trips.forEach((operation, count) -> figure("round trips, " + operation + ", " + name, count));
    }

    private void lifecycles(String fill, List<? extends Contestant> contestants) {
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var contestant : contestants) {
                rates.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                        .add(rate(contestant, LIFECYCLES));
            }
        }
        rates.forEach((name, measured) -> figure("lifecycles/s, " + fill + ", " + name, median(measured)));
    }

    /** Lifecycles a second, to the last one's end. */
    private static double rate(Contestant contestant, int count) {
        long from = System.nanoTime();
        atOnce(THREADS, count, run -> {
            contestant.lifecycle(run);
            return 0L;
        });
        await(contestant::unfinished, 0);
        return count / seconds(from);
    }

    private void intake(String fill, ProductionOffice office) {
        long from = System.nanoTime();
        var times = atOnce(8, INTAKE, run -> timed(() -> office.register(Applications.on("CIMER"))));
        figure("intake/s, " + fill, INTAKE / seconds(from));
        figure("intake p50, " + fill + ", ms", percentile(times, 50));
        figure("intake p99, " + fill + ", ms", percentile(times, 99));
    }

    private void latencies(ProductionOffice office, Muhatap muhatap) throws IOException {
        var filters = office.get("cagri", "/engine-rest/filter?resourceType=Task&maxResults=50")
                .body();
        var all = IntStream.range(0, filters.size())
                .mapToObj(filters::get)
                .filter(filter -> filter.get("name").asText().equals("Tümü"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        var registered = office.post(ProductionOffice.SYSTEM, "/api/v1/basvurular", Applications.on("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        var looks = new LinkedHashMap<String, Runnable>();
        looks.put(
                "Tasklist page",
                () -> ok(office.get("cagri", "/engine-rest/filter/" + all + "/list?firstResult=0&maxResults=15")));
        looks.put(
                "Tasklist page of a unit",
                () -> ok(office.get("ugur", "/engine-rest/filter/" + all + "/list?firstResult=0&maxResults=15")));
        looks.put("Tasklist count", () -> ok(office.get("cagri", "/engine-rest/filter/" + all + "/count")));
        looks.put("search", () -> ok(office.get("cagri", "/api/v1/basvurular?status=BIRIMDE&size=20")));
        looks.put("application", () -> ok(office.get("cagri", "/api/v1/basvurular/" + number)));
        looks.put("tracking", () -> ok(office.get("", "/api/v1/takip?number=" + number + "&code=" + code)));
        looks.put(
                "a month's counts per channel",
                () -> assertThat(muhatap.countsOfAMonth()).isNotNull());
        looks.forEach((name, look) -> {
            for (int i = 0; i < LOOKS / 5; i++) {
                look.run();
            }
            var times = atOnce(1, LOOKS, run -> timed(look));
            figure(name + " p50, ms", percentile(times, 50));
            figure(name + " p95, ms", percentile(times, 95));
        });
    }

    private static void ok(ProductionOffice.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
    }

    /** A holiday behind every open limit: all of them are computed again, those of the fill move. */
    private void holiday(ProductionOffice office) {
        long from = System.nanoTime();
        var answer =
                office.put("idris", "/api/v1/holidays/" + Muhatap.LAST_DAY_OF_THE_FILL, "{\"name\":\"Seçim günü\"}");
        figure("limits moved by a holiday", answer.body().path("moved").asInt());
        figure("limits moved by a holiday, s", seconds(from));
    }

    /** So many limits pass at once, among all other timers. */
    private void storm(int wanted, Contestant contestant, javax.sql.DataSource dataSource) {
        var jdbc = JdbcClient.create(dataSource);
        String escalated = "select count(*) from act_ru_task where task_def_key_ = 'Yonetici_Mudahalesi'";
        long before = count(jdbc, escalated);
        figure("timers, " + contestant.name(), count(jdbc, "select count(*) from act_ru_job"));
        int storm = jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 minute' where id_ in (select id_ "
                        + "from act_ru_job where handler_cfg_ = 'Sure_Doldu' and duedate_ > now() order by id_ limit "
                        + wanted + ")")
                .update();
        // Limits stand there for days before they pass: the server knows by then how many do
        jdbc.sql("analyze act_ru_job").update();
        long from = System.nanoTime();
        // An idle executor looks again only after a while; work for it wakes it
        contestant.lifecycle(0);
        await(() -> storm - (count(jdbc, escalated) - before), 0, Duration.ofSeconds(1));
        figure("escalations/s of " + storm + ", " + contestant.name(), storm / seconds(from));
        figure("escalations of " + storm + ", " + contestant.name() + ", s", seconds(from));
    }

    // How it is measured

    private static <T> List<T> atOnce(int threads, int count, IntFunction<T> work) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            var tasks = IntStream.range(0, count)
                    .mapToObj(run -> (Callable<T>) () -> work.apply(run))
                    .toList();
            for (var future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(LongSupplier left, long wanted) {
        await(left, wanted, Duration.ofMillis(20));
    }

    /**
     * @param pause between two looks; a look at a hundred thousand tasks takes from the server what it is to be
     * measured by
     */
    private static void await(LongSupplier left, long wanted, Duration pause) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left.getAsLong() > wanted) {
            if (System.nanoTime() > end) {
                throw new AssertionError(left.getAsLong() + " are still not done");
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static long timed(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return System.nanoTime() - from;
    }

    static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double percentile(List<Long> nanos, int percent) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private void report() throws IOException {
        ratio("filled, of the bare engine", "lifecycles/s, filled, muhatap", "lifecycles/s, filled, bare engine");
        ratio(
                "filled, one request a step, of the bare engine",
                "lifecycles/s, filled, muhatap, one request a step",
                "lifecycles/s, filled, bare engine");
        ratio("filled, of empty", "lifecycles/s, filled, muhatap", "lifecycles/s, empty, muhatap");
        var targets = new LinkedHashMap<String, Object>();
        for (var target : TARGETS) {
            if (figures.get(target.figure()) instanceof Number measured) {
                boolean met = target.isMetBy(measured.doubleValue());
                targets.put(target.figure(), Map.of("asked", target.value(), "met", met));
                System.out.printf(
                        Locale.ROOT,
                        "%-45s asked %s %6.2f: %s%n",
                        target.figure(),
                        target.atLeast() ? "at least" : "at most ",
                        target.value(),
                        met ? "met" : "MISSED");
            }
        }
        Files.writeString(
                Path.of("target", "bench.json"),
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("figures", figures, "targets", targets)));
    }

    /** Printed at once: a full run takes long. */
    private void figure(String name, Object value) {
        figures.put(name, value);
        System.out.println(
                value instanceof Double number
                        ? String.format(Locale.ROOT, "%-45s %12.2f", name, number)
                        : String.format(Locale.ROOT, "%-45s %12s", name, value));
    }

    private void ratio(String name, String of, String by) {
        figure(
                "ratio, " + name,
                ((Number) figures.getOrDefault(of, 0)).doubleValue()
                        / ((Number) figures.getOrDefault(by, 1)).doubleValue());
    }

    /** The whole program, by its addresses. */
    record Muhatap(ProductionOffice office, JdbcClient jdbc) implements Contestant {

        /** Last day of what the fill copies, far from every other. */
        static final LocalDate LAST_DAY_OF_THE_FILL =
                LocalDate.now(java.time.ZoneId.of("Europe/Istanbul")).plusDays(15);

        @Override
        public String name() {
            return "muhatap";
        }

        @Override
        public void lifecycle(int run) {
            carry(office.register(Applications.on("CIMER")));
        }

        private void carry(String number) {
            does("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
            does("cagri", number, "Birime_Sevk", "birim", "fen-isleri");
            ok(office.put("ugur", "/api/v1/basvurular/" + number + "/cevap", Applications.ANSWER));
            does("ugur", number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
            does("cagri", number, "Cevap_Onayi", "onay", "ONAY");
        }

        private void does(String user, String number, String element, String variable, String value) {
            String task = office.task(user, number, element);
            var claimed = office.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}");
            assertThat(claimed.status()).isEqualTo(204);
            var completed = office.post(
                    user,
                    "/engine-rest/task/" + task + "/complete",
                    "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value));
            assertThat(completed.status()).isEqualTo(204);
        }

        @Override
        public long unfinished() {
            return count(jdbc, "select count(*) from basvuru where status = 'CEVAPLANDI'");
        }

        /** Number of an application that waits for its routing. */
        String reviewed() {
            String number = office.register(Applications.on("CIMER"));
            office.complete("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
            awaitItsMessages(number);
            return number;
        }

        String closed() {
            String number = office.register(Applications.on("CIMER"));
            carry(number);
            await(this::unfinished, 0);
            awaitItsMessages(number);
            return number;
        }

        /** Else each copy would send them again, next to what is measured. */
        private void awaitItsMessages(String number) {
            await(
                    () -> jdbc.sql("select count(*) from mesaj where number = ? and status = 'BEKLIYOR'")
                            .param(number)
                            .query(Long.class)
                            .single(),
                    0);
        }

        List<Map<String, Object>> countsOfAMonth() {
            return jdbc.sql(
                            "select channel, count(*), sum(case when closed_at >= deadline_late_from then 1 else 0 end) "
                                    + "from basvuru where received_at >= now() - interval '1 month' group by channel")
                    .query()
                    .listOfRows();
        }
    }

    /** The same program by five requests a lifecycle: intake, and each step as a whole. */
    record OneRequestAStep(Muhatap muhatap) implements Contestant {

        @Override
        public String name() {
            return "muhatap, one request a step";
        }

        @Override
        public void lifecycle(int run) {
            String number = muhatap.office().register(Applications.on("CIMER"));
            takes("cagri", number, "On_Inceleme", "\"decision\":\"KABUL\"");
            takes("cagri", number, "Birime_Sevk", "\"unit\":\"fen-isleri\"");
            takes("ugur", number, "Cevap_Hazirlama", "\"decision\":\"CEVAP\",\"answer\":" + Applications.ANSWER);
            takes("cagri", number, "Cevap_Onayi", "\"decision\":\"ONAY\"");
        }

        private void takes(String user, String number, String step, String members) {
            var taken = muhatap.office()
                    .post(
                            user,
                            "/api/v1/basvurular/" + number + "/adim",
                            "{\"step\":\"%s\",%s}".formatted(step, members));
            assertThat(taken.status()).isEqualTo(200);
        }

        @Override
        public long unfinished() {
            return muhatap.unfinished();
        }
    }

    /** The least that any program would have to write. */
    private static final class PlainSql implements Contestant {

        private final JdbcClient jdbc;

        PlainSql(String database) {
            jdbc = JdbcClient.create(Postgres.pool(database));
            jdbc.sql("create table item (id text primary key, status text, text text)")
                    .update();
            jdbc.sql("create table event (id bigserial primary key, item text, what text, at timestamptz)")
                    .update();
        }

        @Override
        public String name() {
            return "plain SQL";
        }

        @Override
        public void lifecycle(int run) {
            String id = java.util.UUID.randomUUID().toString();
            jdbc.sql("insert into item values (?, 'new', ?)")
                    .params(id, "x".repeat(200))
                    .update();
            for (var step : Arrays.asList("review", "route", "answer", "approve", "send")) {
                jdbc.sql("with moved as (update item set status = ? where id = ? returning id) "
                                + "insert into event (item, what, at) select id, ?, now() from moved")
                        .params(step, id, step)
                        .update();
            }
        }

        @Override
        public long unfinished() {
            return 0;
        }
    }
}
