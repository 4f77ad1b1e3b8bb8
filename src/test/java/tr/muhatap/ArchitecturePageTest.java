package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;

/**
 * {@code src/docs/architecture.md} is consistent with the code: after a change, {@code -Dmuhatap.architecture=yaz}
 * updates the generated parts.
 */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("src/docs/architecture.md");
    private static final Path DOCUMENTER = Path.of("target/architecture");
    private static final Pattern RELATION =
            Pattern.compile("Rel\\([A-Za-z.]+\\.([A-Za-z]+), [A-Za-z.]+\\.([A-Za-z]+),");

    private static final ApplicationModules MODULES = ApplicationModules.of(MuhatapApplication.class);

    @Test
    void theDiagramIsThatOfTheProgram() throws IOException {
        String page = Files.readString(PAGE);
        String written = replaced(replaced(page, "diagram", diagram()), "modules", table());
        if ("yaz".equals(System.getProperty("muhatap.architecture"))) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE))
                .as("%s; changed modules are written by -Dmuhatap.architecture=yaz", PAGE)
                .isEqualTo(written);
    }

    @Test
    void theSequenceNamesWhatThereIs() throws IOException {
        String page = Files.readString(PAGE);
        String sequence = page.substring(page.indexOf("sequenceDiagram"));
        var named = Pattern.compile("participant \\w+ as ([\\w.]+)").matcher(sequence);
        int participants = 0;
        while (named.find()) {
            participants++;
            if (named.group(1).contains(".")) {
                assertThat(Path.of("src/main/java/tr/muhatap", named.group(1).replace('.', '/') + ".java"))
                        .exists();
            }
        }
        assertThat(participants).isGreaterThan(6);
        var elements = Pattern.compile("\\b[A-Z][a-z]+_[A-Z][A-Za-z]+").matcher(sequence);
        String model = Files.readString(Path.of("bpmn/cimer.bpmn"));
        while (elements.find()) {
            assertThat(model).contains("id=\"" + elements.group() + "\"");
        }
    }

    /** Modulith's component diagram as Mermaid, without transitive arrows. */
    private static String diagram() throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(DOCUMENTER.toString()))
                .writeModulesAsPlantUml(
                        Documenter.DiagramOptions.defaults().withDependencyDepth(DependencyDepth.IMMEDIATE));
        var uses = new TreeMap<String, Set<String>>();
        var relations = RELATION.matcher(Files.readString(DOCUMENTER.resolve("components.puml")));
        while (relations.find()) {
            uses.computeIfAbsent(lower(relations.group(1)), module -> new TreeSet<>())
                    .add(lower(relations.group(2)));
        }
        assertThat(uses).hasSizeGreaterThan(15);
        var arrows = new ArrayList<String>();
        uses.forEach((module, used) -> used.stream()
                .filter(one -> used.stream().noneMatch(other -> !other.equals(one) && reaches(uses, other, one)))
                .forEach(one -> arrows.add("    " + module + " --> " + one)));
        return "```mermaid\nflowchart TD\n" + String.join("\n", arrows) + "\n```";
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        var used = uses.getOrDefault(from, Set.of());
        return used.contains(to) || used.stream().anyMatch(next -> reaches(uses, next, to));
    }

    private static String lower(String component) {
        return component.toLowerCase(Locale.ROOT);
    }

    /** Each module with the sentence of its {@code package-info}. */
    private static String table() throws IOException {
        var lines = new StringBuilder("| Module | What it is |\n|---|---|\n");
        for (var module : MODULES.stream()
                .sorted(java.util.Comparator.comparing(
                        one -> one.getIdentifier().toString()))
                .toList()) {
            String name = module.getIdentifier().toString();
            var info = Path.of("src/main/java/tr/muhatap", name, "package-info.java");
            String comment = Files.readString(info)
                    .replaceAll("(?s)^.*?/\\*\\*(.*?)\\*/.*$", "$1")
                    .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                    .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                    .strip();
            lines.append("| `").append(name).append("` | ").append(comment).append(" |\n");
        }
        return lines.toString().stripTrailing();
    }

    private static String replaced(String page, String part, String content) {
        String begin = "<!-- " + part + ": generated -->\n";
        String end = "\n<!-- end of " + part + " -->";
        assertThat(page).contains(begin, end);
        return page.substring(0, page.indexOf(begin) + begin.length()) + content + page.substring(page.indexOf(end));
    }
}
