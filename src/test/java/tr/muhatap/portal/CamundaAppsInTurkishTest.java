package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new version of the engine's apps may bring new strings; then this tells which. */
class CamundaAppsInTurkishTest {

    private static final String APPS = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist"})
    void everyShippedStringHasItsTurkish(String app) {
        assertThat(keys(locale(app, "tr"))).containsExactlyInAnyOrderElementsOf(keys(locale(app, "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist"})
    void placeholdersAreKept(String app) {
        var turkish = locale(app, "tr").get("labels");
        var expected = new TreeMap<String, List<String>>();
        var found = new TreeMap<String, List<String>>();

        locale(app, "en").get("labels").properties().forEach(label -> {
            expected.put(label.getKey(), placeholders(label.getValue()));
            found.put(label.getKey(), placeholders(turkish.path(label.getKey())));
        });

        assertThat(found).isEqualTo(expected);
    }

    private static List<String> placeholders(JsonNode text) {
        return PLACEHOLDER
                .matcher(text.asText())
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        collect("", node, keys);
        return keys;
    }

    /** Lists count by their places: a month or a weekday must not be missing. */
    private static void collect(String path, JsonNode node, List<String> keys) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), keys));
        } else if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                collect(path + "/" + place, node.get(place), keys);
            }
        } else {
            keys.add(path);
        }
    }

    private static JsonNode locale(String app, String language) {
        String name = APPS + app + "/locales/" + language + ".json";
        try (var in = CamundaAppsInTurkishTest.class.getResourceAsStream(name)) {
            var bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new ObjectMapper().readTree(withoutByteOrderMark(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String withoutByteOrderMark(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
