package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import tr.muhatap.access.ProductionGuardFixture;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.process.ProcessNames;

/** What the README says about channels and roles is true. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path TABLE = Path.of("bpmn", "hizmet-standartlari.dmn");

    @Test
    void theRolesAreTheDemosUsersWithTheirGroups() throws IOException {
        var told = new LinkedHashMap<String, String>();
        for (var row : table("## Roles")) {
            var users = row.get(0).split(", ");
            var groups = row.get(1).split(", ");
            assertThat(groups).hasSameSizeAs(users);
            for (int i = 0; i < users.length; i++) {
                told.put(unquoted(users[i]), unquoted(groups[i]));
            }
        }

        assertThat(told)
                .isEqualTo(DemoUsers.ALL.stream()
                        .collect(Collectors.toMap(DemoUsers.Person::id, DemoUsers.Person::group)));
        assertThat(Files.readString(README)).contains("password `" + DemoUsers.PASSWORD + "`");
    }

    @Test
    void theChannelsAreTheProcessesWithTheLimitsOfTheDecisionTable() throws IOException {
        var told = table("## Channels").stream()
                .map(row -> String.join(" | ", row).replace("`", ""))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(Arrays.stream(Channel.values())
                        .map(channel -> channel.name() + " | " + channel.processKey() + " | " + limit(channel))
                        .toList());
        for (var channel : Channel.values()) {
            assertThat(Path.of("bpmn", channel.processKey() + ".bpmn")).exists();
        }
    }

    /** If one were missing in the list, production would start with it. */
    @Test
    void productionRefusesEachOfTheDemosUsers() {
        assertThat(ProductionGuardFixture.refusedUsers())
                .containsExactlyInAnyOrderElementsOf(
                        DemoUsers.ALL.stream().map(DemoUsers.Person::id).toList());
        assertThat(ProductionGuardFixture.refusedPassword()).isEqualTo(DemoUsers.PASSWORD);
    }

    /** The limit as in the decision table, e.g. {@code 15 iş günü}. */
    private static String limit(Channel channel) {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var table = Files.newInputStream(TABLE)) {
            DmnDecisionRuleResult row = engine.evaluateDecisionTable(
                            engine.parseDecision(ProcessNames.Keys.HIZMET_STANDARTLARI, table),
                            Variables.putValue("kanal", channel.name()).putValue("uzatilmis", false))
                    .getSingleResult();
            return row.getEntry("sure") + " "
                    + DayUnit.valueOf(String.valueOf((Object) row.getEntry("birim")))
                            .label();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rows of the table under a heading, without its header, as cells. */
    private static List<List<String>> table(String heading) throws IOException {
        var rows = Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(rows).as("table under %s", heading).isNotEmpty();
        return rows;
    }

    private static String unquoted(String cell) {
        return cell.replace("`", "").strip();
    }
}
