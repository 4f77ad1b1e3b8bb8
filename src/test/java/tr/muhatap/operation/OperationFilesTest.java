package tr.muhatap.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The operation files, validated as far as possible without the programs that they are for. */
class OperationFilesTest {

    private static final Path OPS = Path.of("src/ops");
    private static final Path CHART = OPS.resolve("helm/muhatap");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ \\.Values\\.(\\w+) }}");

    @TempDir
    Path folder = Path.of("");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.list(CHART.resolve("templates"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aChartsTemplateWithTheChartsValuesIsOneObjectOfKubernetes(Path template) {
        Map<String, Object> values = new Yaml().load(read(CHART.resolve("values.yaml")));

        var rendered = PLACEHOLDER.matcher(read(template)).replaceAll(placeholder -> {
            assertThat(values).as(template + " asks for").containsKey(placeholder.group(1));
            return String.valueOf(values.get(placeholder.group(1)));
        });

        assertThat(rendered).doesNotContain("{{");
        Map<String, Object> object = new Yaml().load(rendered);
        assertThat(object).containsKeys("apiVersion", "kind", "metadata", "spec");
    }

    @Test
    void everyValueOfTheChartIsUsed() throws IOException {
        Map<String, Object> values = new Yaml().load(read(CHART.resolve("values.yaml")));

        assertThat(templates()
                        .flatMap(template -> PLACEHOLDER.matcher(read(template)).results())
                        .map(found -> found.group(1)))
                .containsAll(values.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "alerts.yaml", "helm/muhatap/Chart.yaml", "dashboard.json"})
    void theRestIsReadable(String file) {
        Object read = new Yaml().load(read(OPS.resolve(file)));

        assertThat(read).isInstanceOf(Map.class);
    }

    /** Mandatory settings, as the README lists them. */
    @Test
    void whatProductionNeedsIsSetWhereverItIsStarted() {
        var needed = Pattern.compile("(?m)^\\| `([A-Z_]+)`(?:, `([A-Z_]+)`)? \\|")
                .matcher(read(Path.of("README.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1), row.group(2)))
                .filter(Objects::nonNull)
                .filter(name -> name.startsWith("SPRING_") || name.startsWith("MUHATAP_"))
                .toList();

        assertThat(needed).contains("SPRING_PROFILES_ACTIVE", "MUHATAP_NOTIFICATION_BASE_URL");
        assertThat(needed).isNotEmpty().allSatisfy(name -> {
            assertThat(read(OPS.resolve("compose.yaml"))).contains(name);
            assertThat(read(CHART.resolve("templates/deployment.yaml")) + read(CHART.resolve("values.yaml")))
                    .contains(name);
        });
    }

    @Test
    void everyAlertSaysInTurkishWhatItIs() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> alerts =
                new Yaml().load(read(OPS.resolve("alerts.yaml")));

        assertThat(alerts.getOrDefault("groups", List.of()))
                .flatExtracting(group -> group.getOrDefault("rules", List.of()))
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> {
                    assertThat(rule).containsKeys("alert", "expr", "labels");
                    assertThat(String.valueOf(rule.get("annotations"))).contains("summary=");
                });
    }

    /** The demonstration has no place where people work. */
    @Test
    void whatIsOperatedIsTheProductionJar() {
        assertThat(read(OPS.resolve("Dockerfile"))).contains("COPY target/muhatap-production.jar");
        assertThat(read(Path.of(".dockerignore"))).contains("!target/muhatap-production.jar");
        assertThat(read(OPS.resolve("muhatap.service"))).contains("target/muhatap-production.jar");
        assertThat(read(OPS.resolve("compose.yaml")))
                .contains("SPRING_FLYWAY_USER", "SPRING_FLYWAY_PASSWORD", "roles.sql:/docker-entrypoint-initdb.d/");
    }

    @Test
    void theDockerfileCopiesEveryLayer() {
        assertThat(Pattern.compile("layers/([a-z-]+)/")
                        .matcher(read(OPS.resolve("Dockerfile")))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "exit-trial"})
    void aScriptIsOneThatTheShellCanRead(String script) throws Exception {
        assertThat(OPS.resolve(script)).isExecutable();
        assertThat(run("bash", "-n", OPS.resolve(script).toString())).isZero();
    }

    @Test
    void systemdHasNothingToSayAboutTheUnit() throws Exception {
        assumeThat(run("sh", "-c", "command -v systemd-analyze"))
                .as("systemd-analyze is there")
                .isZero();
        // The JRE of the machine that is built on may lie elsewhere.
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var unit = Files.writeString(
                folder.resolve("muhatap.service"),
                read(OPS.resolve("muhatap.service")).replace("/usr/bin/java", java));

        assertThat(run("systemd-analyze", "verify", unit.toString())).isZero();
    }

    /** Every test that a document refers to exists. */
    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "src/docs/asvs-5.0-level-2.md"})
    void theTestsThatAreNamedAreThere(String document) throws IOException {
        List<String> there;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }

        assertThat(Pattern.compile("`(\\w+(?:Test|IT))`")
                        .matcher(read(Path.of(document)))
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .isSubsetOf(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {".ci/run", ".ci/lint"})
    void aJobIsOneThatTheShellCanRead(String script) throws Exception {
        assertThat(Path.of(script)).isExecutable();
        assertThat(run("bash", "-n", script)).isZero();
    }

    @Test
    void anUnknownJobIsRefusedAndTheKnownOnesAreNamed() throws Exception {
        var process =
                new ProcessBuilder(".ci/run", "yok").redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("exit", "random", "dates", "bench-small", "vulnerabilities");
    }

    /** The trial takes too long for the gate; the classes it renames have to exist nevertheless. */
    @Test
    void whatTheTrialOfTheWayOutRenamesIsThere() throws IOException {
        var script = read(OPS.resolve("exit-trial"));
        assertThat(Pattern.compile("src/[\\w/.-]+\\.java|src/main/resources/META-INF/resources/webjars/camunda")
                        .matcher(script)
                        .results()
                        .map(found -> Path.of(found.group())))
                .hasSizeGreaterThan(2)
                .allSatisfy(path -> assertThat(path).exists());
        assertThat(read(Path.of("pom.xml")))
                .contains("<camunda.version>", "<groupId>org.camunda.bpm</groupId>", "process_test_coverage");
        assertThat(read(Path.of("src/main/resources/application.yaml")))
                .containsPattern("(?ms)^camunda:$.*^ +webapp:$")
                .contains(Pattern.compile("s\\|([A-Za-z0-9+/]{43}=)\\|")
                        .matcher(script)
                        .results()
                        .map(hash -> hash.group(1))
                        .toArray(String[]::new));
        assertThat(read(Path.of("src/test/java/tr/muhatap/process/ProcessTestConfiguration.java")))
                .contains("ProcessEngineCoverageConfiguration.class, ", "/** Primary, because");

        var renamed = Pattern.compile("Camunda\\(([\\w|]+)\\)").matcher(script);
        assertThat(renamed.find()).isTrue();
        assertThat(List.of(renamed.group(1).split("\\|"))).containsAll(enginesTypesWithItsName());
    }

    private static List<String> enginesTypesWithItsName() throws IOException {
        var used = Pattern.compile("import org\\.camunda\\.bpm\\.[\\w.]+\\.Camunda(\\w+);");
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> used.matcher(read(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
