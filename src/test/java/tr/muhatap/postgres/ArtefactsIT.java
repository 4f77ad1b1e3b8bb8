package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two artefacts of the build: their content, and that they start. */
class ArtefactsIT {

    private static final Path DEMO = Path.of("target", "muhatap.jar");
    private static final Path PRODUCTION = Path.of("target", "muhatap-production.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String OF_TESTS =
            "(junit|hamcrest|archunit|jcommander|mockito|assertj|spring-modulith-(?!api-)|spring-boot-test).*";

    @TempDir
    Path folder = Path.of("");

    @Test
    void productionHasNeitherTheDemonstrationNorWhatOnlyItNeeds() throws IOException {
        assertThat(libraries(PRODUCTION))
                .noneMatch(name -> name.matches(OF_TESTS))
                .noneMatch(name -> name.matches("(greenmail|h2)-.*"))
                .anyMatch(name -> name.startsWith("spring-modulith-api-"))
                .anyMatch(name -> name.startsWith("postgresql-"));
        assertThat(entries(PRODUCTION))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/tr/muhatap/demo/"))
                .contains("BOOT-INF/classes/META-INF/services/tr.muhatap.Command")
                .contains("BOOT-INF/classes/tr/muhatap/MuhatapApplication.class");
    }

    @Test
    void theDemonstrationHasNothingOfTheTests() throws IOException {
        assertThat(libraries(DEMO))
                .noneMatch(name -> name.matches(OF_TESTS))
                .anyMatch(name -> name.startsWith("greenmail-"))
                .anyMatch(name -> name.startsWith("h2-"));
        assertThat(entries(DEMO)).contains("BOOT-INF/classes/tr/muhatap/demo/ReplayCommand.class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"muhatap.jar", "muhatap-production.jar"})
    void theBillOfMaterialsNamesEveryLibraryAndNoOther(String jar) throws IOException {
        var path = Path.of("target", jar);
        var named = new ArrayList<String>();
        try (var file = new JarFile(path.toFile());
                var bill = file.getInputStream(file.getEntry("META-INF/sbom/application.cdx.json"))) {
            StreamSupport.stream(
                            new ObjectMapper().readTree(bill).get("components").spliterator(), false)
                    .map(component -> component.get("purl").asText())
                    // They are empty: Spring Boot leaves them out.
                    .filter(purl -> !purl.contains("/org.springframework.boot/spring-boot-starter"))
                    .map(ArtefactsIT::fileName)
                    .forEach(named::add);
        }

        // The loader's own helper is put in by Spring Boot when it packs.
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(libraries(path).stream()
                        .filter(name -> !name.startsWith("spring-boot-jarmode-"))
                        .toList());
    }

    @Test
    void productionStartsAsTheProductionOfTwoRoles() throws Exception {
        var arguments = new ArrayList<>(List.of("--server.port=0"));
        ProductionSettings.on(Postgres.url(Postgres.port(), Postgres.newDatabase()))
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        try (var node = Node.ofJar(PRODUCTION, arguments.toArray(String[]::new))) {
            node.awaitStarted();
            node.awaitLog(People.TOKEN);
            assertThat(get(node.port(), "/actuator/health/readiness")).isEqualTo(200);
            assertThat(get(node.port(), "/")).isEqualTo(200);
            assertThat(get(node.port(), "/demo/posta")).isNotEqualTo(200);
            assertThat(node.unexpectedFailures()).isEmpty();
        }
    }

    @Test
    void productionWithoutSettingsNamesWhatLacks() {
        try (var node = Node.ofJar(PRODUCTION, "--server.port=0")) {
            assertThat(node.exitCode()).isEqualTo(1);
            assertThat(node.log()).contains("spring.datasource.url must name a PostgreSQL database");
        }
        try (var node = Node.ofJar(PRODUCTION, "replay", "istekler.csv")) {
            assertThat(node.exitCode()).isEqualTo(2);
            assertThat(node.log()).contains("Bilinmeyen komut: replay").doesNotContain("\tat ");
        }
        try (var node = Node.ofJar(PRODUCTION, "dogrula", "--paket", "yok.json")) {
            assertThat(node.exitCode()).isEqualTo(2);
            assertThat(node.log()).contains("Doğrulanamadı").doesNotContain("\tat ");
        }
    }

    @Test
    void theDemonstrationStartsByItselfAndReplaysAFile() throws Exception {
        var file = Files.writeString(
                folder.resolve("istekler.csv"),
                "case_enquiry_id,open_dt,closed_dt,type,source\n1,2022-01-21 10:00,2022-01-21 11:00,Yol,Self Service\n");
        try (var node = Node.ofJar(DEMO, "--server.port=0", "--muhatap.demo.data=false")) {
            node.awaitStarted();
            assertThat(get(node.port(), "/")).isEqualTo(200);
            try (var replay = Node.ofJar(DEMO, "replay", file.toString(), "--url", "http://127.0.0.1:" + node.port())) {
                assertThat(replay.exitCode()).as(replay.log()).isZero();
                assertThat(replay.log()).contains("Okunan 1", "Alınan 1 · reddedilen 0", "Kapatılan 1");
            }
        }
    }

    /** Of {@code pkg:maven/group/name@version?classifier=…&type=jar}. */
    private static String fileName(String purl) {
        var parts = Pattern.compile("pkg:maven/[^/]+/([^@]+)@([^?]+)(?:.*[?&]classifier=([^&]+))?.*")
                .matcher(purl);
        assertThat(parts.matches()).as(purl).isTrue();
        return parts.group(1) + "-" + parts.group(2) + (parts.group(3) == null ? "" : "-" + parts.group(3)) + ".jar";
    }

    @ParameterizedTest
    @ValueSource(strings = {"muhatap.jar", "muhatap-production.jar"})
    void theNoticesNameWhatOthersMade(String jar) throws IOException {
        try (var file = new JarFile(Path.of("target", jar).toFile());
                var notices = file.getInputStream(file.getEntry("META-INF/THIRD-PARTY.txt"))) {
            String text = new String(notices.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains("(org.camunda.bpm:camunda-engine:").doesNotContain("Unknown license");
            assertThat(text.contains("(com.icegreen:greenmail:")).isEqualTo(jar.equals("muhatap.jar"));
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> libraries(Path jar) throws IOException {
        return entries(jar).stream()
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }

    private static int get(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
