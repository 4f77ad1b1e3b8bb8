package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fails if a new version of the engine's apps has new strings. */
class CamundaAppsInTurkishTest {

    private static final String APPS = "/META-INF/resources/webjars/camunda/app/";

    /** Values put in by the app, and the tags and entities of the few strings that are HTML. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|br|strong)\\b[^>]*>|&[lg]t;");

    /** Signs and names that are the same in every language, and "Form", which is Turkish too. */
    private static final Set<String> SAME_IN_TURKISH = Set.of("<", "<=", ">", ">=", "CSV", "JSON", "Optimize", "Form");

    /** The makers' notice is hidden, and Turkish has no plural after a number. */
    private static final Set<String> LEFT_OUT = Set.of(
            "BANNER_CE_EOL_TEXT", "PLGN_BATCH_S", "PLGN_MIG_S", "PLGN_MOD_DIALOG_S", "PLGN_MOD_RESTART_DIALOG_S");

    /** Leads to our start page in place of the makers'. */
    private static final String OTHER_LINK = "FIRST_LOGIN_INFO";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyShippedStringHasItsTurkish(String app) {
        assertThat(keys(locale(app, "tr"))).containsExactlyInAnyOrderElementsOf(keys(locale(app, "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersAreKept(String app) {
        var english = labels(app, "en");
        var turkish = labels(app, "tr");
        english.keySet().removeAll(LEFT_OUT);
        turkish.keySet().removeAll(LEFT_OUT);
        english.remove(OTHER_LINK);
        turkish.remove(OTHER_LINK);

        assertThat(placeholders(turkish)).isEqualTo(placeholders(english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftInEnglish(String app) {
        var english = labels(app, "en");
        var left = labels(app, "tr");
        left.entrySet()
                .removeIf(label -> label.getValue().isBlank()
                        || SAME_IN_TURKISH.contains(label.getValue())
                        || !label.getValue()
                                .strip()
                                .equals(english.getOrDefault(label.getKey(), "").strip()));

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftEmpty(String app) {
        var english = labels(app, "en");
        var left = labels(app, "tr");
        left.entrySet()
                .removeIf(label -> !label.getValue().isBlank()
                        || LEFT_OUT.contains(label.getKey())
                        || english.getOrDefault(label.getKey(), "").isBlank());

        assertThat(left).isEmpty();
    }

    private static Map<String, List<String>> placeholders(Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> !placeholders(label.getValue()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, label -> placeholders(label.getValue())));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(String app, String language) {
        var labels = new TreeMap<String, String>();
        locale(app, language)
                .get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        collect("", node, keys);
        return keys;
    }

    /** Includes the entries of lists, such as months and weekdays, by index. */
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
