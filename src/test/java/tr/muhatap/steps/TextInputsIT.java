package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** What people type is looked at by one check, whichever field it stands in: characters, lines, length. */
@HttpTest
class TextInputsIT {

    /** Chosen from a list, an amount or a day: read by a parser of its own. */
    private static final Set<String> NO_WORDS = Set.of(
            "requestedOn",
            "ground",
            "amount",
            // An enumeration's name and an amount, as those above
            "item",
            "price",
            "paidOn",
            "filedOn",
            "servedOn",
            "answeredOn",
            "outcome",
            "kind",
            "askedOn",
            "paper",
            "way");

    private static final String OF_ONE = "/api/v1/basvurular/";
    private static final String ZERO_WIDTH = "\\u200b\\u2060";

    @LocalServerPort
    int port;

    /**
     * A field that takes words.
     *
     * @param path behind the application's, or an absolute one
     * @param body with {@code @} for the words
     * @param isLine whether the words stand in one line
     * @param isNeeded whether it may not be empty
     */
    private record Input(
            String user, String method, String path, String body, String field, boolean isLine, boolean isNeeded) {}

    private static Stream<Input> inputs() {
        return Stream.of(
                new Input(
                        "bilgi",
                        "POST",
                        "/extension",
                        "{\"ground\":\"BASKA_BIRIM\",\"reason\":\"@\"}",
                        "reason",
                        false,
                        true),
                new Input(
                        "bilgi",
                        "POST",
                        "/payment",
                        "{\"paidOn\":\"2026-06-01\",\"receipt\":\"@\"}",
                        "receipt",
                        true,
                        true),
                new Input("bilgi", "POST", "/receipt-confirmation", "{\"receipt\":\"@\"}", "receipt", true, false),
                new Input("bilgi", "POST", "/receipt-refusal", "{\"reason\":\"@\"}", "reason", false, true),
                new Input("bilgi", "POST", "/interim-answer", "{\"text\":\"@\"}", "text", false, true),
                new Input(
                        "bilgi",
                        "POST",
                        "/opinion",
                        "{\"kind\":\"GORUS\",\"body\":\"@\",\"question\":\"N\"}",
                        "body",
                        true,
                        true),
                new Input(
                        "bilgi",
                        "POST",
                        "/opinion",
                        "{\"kind\":\"GORUS\",\"body\":\"N\",\"question\":\"@\"}",
                        "question",
                        false,
                        true),
                new Input(
                        "bilgi",
                        "POST",
                        "/appeal",
                        "{\"filedOn\":\"2026-06-01\",\"boardNumber\":\"@\"}",
                        "boardNumber",
                        true,
                        true),
                new Input("halkla", "POST", "/duplicate-of", "{\"number\":\"@\"}", "number", true, true),
                new Input("halkla", "POST", "/contact-correction", "{\"phone\":\"@\"}", "phone", true, false),
                new Input("halkla", "POST", "/contact-correction", "{\"email\":\"@\"}", "email", true, false),
                new Input("halkla", "POST", "/contact-correction", "{\"address\":\"@\"}", "address", true, false),
                new Input("halkla", "POST", "/withdrawal", "{\"reason\":\"@\"}", "reason", false, false),
                new Input("halkla", "POST", "/reopening", "{\"reason\":\"@\"}", "reason", false, true),
                new Input("fen", "PUT", "/gerekce", "{\"decision\":\"IADE\",\"text\":\"@\"}", "text", false, true),
                new Input(
                        "fen",
                        "PUT",
                        "/gerekce",
                        "{\"decision\":\"YETKISIZ\",\"text\":\"N\",\"target\":\"@\"}",
                        "target",
                        true,
                        true),
                new Input("fen", "PUT", "/cevap", "{\"outcome\":\"OLUMLU\",\"text\":\"@\"}", "text", false, true),
                new Input("surec", "PUT", "/api/v1/holidays/2030-03-03", "{\"name\":\"@\"}", "name", true, true),
                new Input(
                        "surec",
                        "PUT",
                        "/api/v1/fee-tariffs/2030-03-03",
                        "{\"payAt\":\"@\",\"prices\":[{\"item\":\"SAYFA\",\"price\":\"0.50\"}]}",
                        "payAt",
                        true,
                        true),
                new Input(
                        "surec",
                        "PUT",
                        "/api/v1/fee-tariffs/2030-03-03",
                        "{\"payAt\":\"N\",\"iban\":\"@\",\"prices\":[{\"item\":\"SAYFA\",\"price\":\"0.50\"}]}",
                        "iban",
                        true,
                        false));
    }

    @Test
    void noFieldTakesWhatCannotBeReadOrPrinted() {
        var office = new Office(port);
        String number = LegalStepsIT.informationRequestAtTheUnit(office);
        inputs().forEach(input -> bad(input).forEach(words -> {
            String path = input.path().startsWith("/api") ? input.path() : OF_ONE + number + input.path();
            String body = input.body().replace("@", words);
            var answer = input.method().equals("PUT")
                    ? office.put(input.user(), path, body)
                    : office.post(input.user(), path, body);

            assertThat(answer.status())
                    .as("%s %s", input.path(), words.length() > 60 ? "too long" : words)
                    .isEqualTo(422);
            assertThat(answer.body().at("/errors").findValuesAsText("field"))
                    .as(input.path())
                    .contains(input.field());
        }));
    }

    /** A field that is added has to be tried above. */
    @Test
    void everyFieldOfWordsIsTried() {
        var words = Arrays.stream(StepRequests.class.getDeclaredClasses())
                .flatMap(request -> Arrays.stream(request.getRecordComponents()))
                .filter(component -> component.getType() == String.class)
                .map(RecordComponent::getName)
                .filter(field -> !NO_WORDS.contains(field))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inputs().map(Input::field).collect(Collectors.toSet())).containsAll(words);
    }

    private static Stream<String> bad(Input input) {
        var everywhere = Stream.of("a\\u0000b", "a\\u0007b", "a\\ud800b", "a\\uffffb", "x".repeat(20_001));
        var inLines = input.isLine() ? Stream.of("a\\nb", "a\\tb", "a\\u2028b", "a\\u202eb") : Stream.<String>of();
        var empty = input.isNeeded() ? Stream.of("", " \\t ", ZERO_WIDTH) : Stream.<String>of();
        return Stream.of(everywhere, inLines, empty).flatMap(all -> all);
    }
}
