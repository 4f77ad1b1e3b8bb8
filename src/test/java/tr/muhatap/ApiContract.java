package tr.muhatap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Validates API responses against the program's own OpenAPI document: an undocumented status, media type, field or
 * value fails the test that received it.
 */
final class ApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1/";
    private static final String WORDS = "mend openapi/api.yaml, the record, or the program";

    /** Statuses allowed if nothing is mapped to the path or method. */
    private static final Set<Integer> NOT_SERVED = Set.of(400, 401, 403, 404, 405, 429);

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Loaded from the first program that is queried: all are of one build. */
    private static @Nullable JsonNode description;

    private ApiContract() {}

    static void check(String base, String method, String path, HttpResponse<String> response) {
        if (!path.startsWith(API)) {
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        described(base).ifPresent(api -> check(api, method, path, response.statusCode(), type, response.body()));
    }

    static void check(JsonNode api, String method, String address, int status, String contentType, String body) {
        String path = address.replaceFirst("\\?.*", "");
        var template = api.get("paths").properties().stream()
                .filter(known -> path.matches(known.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst();
        var operation = template.map(known -> known.getValue().get(method.toLowerCase(java.util.Locale.ROOT)));
        String seen = method + " " + template.map(Map.Entry::getKey).orElse(path) + " answered " + status;
        if (operation.isEmpty()) {
            require(NOT_SERVED.contains(status), seen + ", and is not described");
            return;
        }
        var described = resolved(api, operation.get().get("responses").get(String.valueOf(status)));
        require(described != null, seen + ", a status that is not described");
        var content = described.get("content");
        if (content == null) {
            require(body.isEmpty(), seen + " with a body that is not described");
            return;
        }
        if (content.has("*/*")) {
            return;
        }
        String type = contentType.replaceFirst(";.*", "");
        require(content.has(type), seen + " as “" + type + "”, which is not described");
        validate(api, seen, content.get(type).get("schema"), body);
    }

    private static void validate(JsonNode api, String seen, JsonNode schema, String body) {
        var errors = SCHEMAS.computeIfAbsent(schema.toString(), key -> schema(api, schema))
                .validate(
                        body,
                        com.networknt.schema.InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        require(
                errors.isEmpty(),
                seen + " otherwise than described:\n"
                        + errors.stream().map(Error::toString).collect(Collectors.joining("\n")) + "\n" + body);
    }

    /** With all components included and additional properties forbidden. */
    private static Schema schema(JsonNode api, JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        ObjectNode components = api.get("components").deepCopy();
        components.get("schemas").forEach(each -> {
            if (each.has("properties") && !each.has("additionalProperties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        });
        whole.set("components", components);
        return REGISTRY.getSchema(whole);
    }

    private static JsonNode resolved(JsonNode api, JsonNode response) {
        return response != null && response.has("$ref")
                ? api.at(response.get("$ref").asText().substring(1))
                : response;
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new AssertionError(fault + " (" + WORDS + ")");
        }
    }

    private static synchronized Optional<JsonNode> described(String base) {
        if (description == null) {
            try {
                var answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(base + "/v3/api-docs"))
                                        .build(),
                                BodyHandlers.ofString());
                require(answer.statusCode() < 500, "the description itself: " + answer.body());
                if (answer.statusCode() == 200) {
                    description = JSON.readTree(answer.body());
                }
            } catch (IOException unreachable) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.ofNullable(description);
    }
}
