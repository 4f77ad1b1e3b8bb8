package tr.muhatap.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import tr.muhatap.organization.Organization;
import tr.muhatap.routing.ModelTrainer.Example;
import tr.muhatap.rules.Rules;

/**
 * Training examples before the office has routed anything: names of topics and units, words of the decision table, and
 * invented sentences ({@code routing/ornek-cumleler.csv}). Their weight decreases with the number of the office's
 * decisions.
 */
@Component
class Seeds {

    private static final String SENTENCES = "/routing/ornek-cumleler.csv";
    private static final String UNIT = "birim";
    private static final String SENTENCE = "cumle";

    /** Number of decisions that weigh as much as a shipped sentence. */
    private static final double HALF = 200;

    private final Organization organization;
    private final Rules rules;

    Seeds(Organization organization, Rules rules) {
        this.organization = organization;
        this.rules = rules;
    }

    /** @param decisions number of texts that the office routed */
    List<Example> examples(int decisions) {
        double weight = HALF / (HALF + decisions);
        var examples = new ArrayList<Example>();
        for (var row : sentences()) {
            add(row.get(SENTENCE), row.get(UNIT), weight, examples);
        }
        organization.allTopics().stream()
                .filter(topic -> !topic.closed())
                .forEach(topic -> add((topic.name() + " " + topic.words()).strip(), topic.unit(), weight, examples));
        organization.units().forEach(unit -> add(unit.name(), unit.code(), weight, examples));
        rules.unitRules()
                .ifPresent(table ->
                        table.words().forEach(row -> add(String.join(" ", row.words()), row.unit(), weight, examples)));
        return examples;
    }

    private void add(String text, String unit, double weight, List<Example> examples) {
        if (!text.isBlank()) {
            organization
                    .currentUnit(unit)
                    .ifPresent(current ->
                            examples.add(new Example(PlainWords.of(text, List.of()), current.code(), weight, false)));
        }
    }

    private static List<CSVRecord> sentences() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (InputStream source = Seeds.class.getResourceAsStream(SENTENCES)) {
            if (source == null) {
                throw new IllegalStateException("The sentences to begin with are missing: " + SENTENCES);
            }
            return format.parse(new InputStreamReader(source, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
