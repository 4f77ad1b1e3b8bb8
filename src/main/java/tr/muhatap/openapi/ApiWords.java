package tr.muhatap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code openapi/api.yaml}: descriptions that cannot be derived from the code's signatures, in Turkish.
 *
 * @param operations by method and path, e.g. {@code GET /api/v1/deadlines}
 * @param parameters by name, for all operations with such a parameter
 * @param schemas by name
 */
record ApiWords(
        String title,
        String description,
        Map<String, String> tags,
        Map<String, Operation> operations,
        Map<String, String> parameters,
        Map<String, Model> schemas) {

    private static final String FILE = "openapi/api.yaml";

    /**
     * @param id operationId for generated clients
     * @param who permitted users, as text; null: everybody
     * @param answers descriptions of success responses, by status
     * @param refusals statuses in addition to those of every operation
     * @param codes refusal codes with 409; a trailing {@code *} is a wildcard
     * @param request an example of the body
     * @param response an example of the answer's body
     * @param headers of a success, by name
     */
    record Operation(
            String id,
            String tag,
            String summary,
            @Nullable String description,
            @Nullable String who,
            Map<String, String> answers,
            List<Integer> refusals,
            List<String> codes,
            @Nullable JsonNode request,
            @Nullable JsonNode response,
            Map<String, String> headers) {

        Operation {
            answers = answers == null ? Map.of() : answers;
            refusals = refusals == null ? List.of() : refusals;
            codes = codes == null ? List.of() : codes;
            headers = headers == null ? Map.of() : headers;
        }
    }

    /**
     * @param properties descriptions by name
     * @param required required properties of a request
     * @param longest maximum lengths of texts in a request, by name
     */
    record Model(
            @Nullable String description,
            Map<String, String> properties,
            List<String> required,
            Map<String, Integer> longest) {

        Model {
            properties = properties == null ? Map.of() : properties;
            required = required == null ? List.of() : required;
            longest = longest == null ? Map.of() : longest;
        }
    }

    static ApiWords read(ObjectMapper json) {
        try (var words = new ClassPathResource(FILE).getInputStream()) {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(words);
            return json.convertValue(read, ApiWords.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
