package tr.muhatap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * The API's description is complete, and the checked-in one is current: after a change, {@code -Dmuhatap.openapi=yaz}
 * writes it.
 */
@HttpTest
class ApiDescriptionIT {

    private static final Path CHECKED_IN = Path.of("src/docs/openapi.json");

    /** Too large for a readable example. */
    private static final List<String> WITHOUT_EXAMPLE = List.of("Dosya", "TrackedApplication");

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    private JsonNode api;

    @BeforeEach
    void read() {
        api = new Office(port).get("", "/v3/api-docs").body();
        ((ObjectNode) api.get("info")).put("version", "0");
    }

    @Test
    void theCheckedInDescriptionIsThatOfTheProgram() throws IOException {
        if ("yaz".equals(System.getProperty("muhatap.openapi"))) {
            Files.writeString(CHECKED_IN, api.toPrettyString() + "\n");
        }
        assertThat(JSON.readTree(CHECKED_IN.toFile()))
                .as("%s; a changed API is written by -Dmuhatap.openapi=yaz", CHECKED_IN)
                .isEqualTo(api);
    }

    @Test
    void everyOperationSaysWhatAReaderNeeds() {
        var words = ApiWords.read(JSON);
        var described = new TreeSet<String>();
        operations(operation -> {
            described.add(operation.name());
            var one = operation.json();
            assertThat(one.path("summary").asText()).as(operation.name()).isNotBlank();
            assertThat(one.path("description").asText()).as(operation.name()).contains("**Kim:**");
            assertThat(one.path("tags")).as(operation.name()).hasSize(1);
            one.path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asText())
                            .as(operation.name() + " " + parameter.get("name"))
                            .isNotBlank());
            one.path("requestBody").path("content").path("application/json").properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(any -> assertThat(one.at("/requestBody/content/application~1json/example"))
                            .as("example of the body of " + operation.name())
                            .isNotEmpty());
            one.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .map(response -> response.getValue().at("/content/application~1json"))
                    .filter(content -> !content.isMissingNode())
                    .filter(content -> WITHOUT_EXAMPLE.stream()
                            .noneMatch(
                                    name -> content.at("/schema/$ref").asText().endsWith("/" + name)))
                    .forEach(content -> assertThat(content.path("example"))
                            .as("example of the answer of " + operation.name())
                            .isNotEmpty());
        });
        assertThat(words.operations().keySet()).isEqualTo(described);
        assertThat(words.schemas().keySet()).isSubsetOf(names(api.at("/components/schemas")));
    }

    @Test
    void everyOperationNamesItsRefusals() {
        operations(operation -> {
            var statuses = names(operation.json().get("responses"));
            assertThat(statuses).as(operation.name()).contains("400", "401", "429", "500", "503");
            if (operation.json().has("requestBody")) {
                assertThat(statuses).as(operation.name()).contains("409", "422");
            }
            if (operation.name().contains("{")) {
                assertThat(statuses).as(operation.name()).contains("404");
            }
        });
        assertThat(names(api.at("/paths/~1api~1v1~1basvurular/post/responses"))).contains("200", "201", "409", "422");
    }

    @Test
    void everyFieldOfARequestIsDescribed() {
        ApiWords.read(JSON).schemas().forEach((name, model) -> {
            if (!model.required().isEmpty() || !model.longest().isEmpty()) {
                api.at("/components/schemas/" + name + "/properties")
                        .properties()
                        .forEach(property -> assertThat(
                                        property.getValue().path("description").asText())
                                .as(name + "." + property.getKey())
                                .isNotBlank());
            }
        });
    }

    @Test
    void everyNamedCodeExists() {
        var patterns = ApiWords.read(JSON).operations().values().stream()
                .flatMap(operation -> operation.codes().stream())
                .distinct();
        assertThat(patterns)
                .hasSizeGreaterThan(15)
                .allSatisfy(pattern -> assertThat(RefusalCodes.matching(List.of(pattern)))
                        .as(pattern)
                        .isNotEmpty());
    }

    private record Described(String name, JsonNode json) {

        @Override
        public String toString() {
            return name;
        }
    }

    private void operations(Consumer<Described> look) {
        var all = new ArrayList<Described>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new Described(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue()))));
        assertThat(all).hasSizeGreaterThan(30).allSatisfy(look);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
