package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For upgrades of the engine: each class that replaces a part of it names what it replaces, of which version, and which
 * test notices when that changes.
 */
class EngineReplacementsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** Extension points: subclasses add something and replace nothing. */
    private static final Set<String> EXTENSION_POINTS = Set.of(
            "AbstractBpmnParseListener",
            "AbstractProcessEnginePlugin",
            "Command",
            "CommandInterceptor",
            "ExceptionLoggingHandler",
            "Expression",
            "SessionFactory",
            "StandaloneProcessEngineConfiguration");

    private static final Pattern INSIDE = Pattern.compile(
            "org\\.camunda\\..*\\bimpl\\..*|org\\.camunda\\.bpm\\.engine\\.spring\\..*|org\\.apache\\.ibatis\\..*");

    private static final Pattern SAYS_WHAT =
            Pattern.compile("Replaces [^;]+ of Camunda (?<version>[0-9.]*[0-9])\\b[^;]*; (?<noticing>[^/]*)");

    private static final Pattern TEST = Pattern.compile("\\{@code (\\w+(?:Test|IT))}");

    static Stream<String> replacements() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tr.muhatap.engine").stream()
                        .filter(type -> !type.isInterface() && replacesAPart(type))
                        .map(EngineReplacementsTest::outermost)
                        .distinct()
                        .sorted();
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void eachReplacementSaysWhatItReplacesAndWhichTestNotices(String type) throws IOException {
        String words = Files.readString(SOURCES.resolve(type.replace('.', '/') + ".java"))
                .replaceAll("\\s*\\n\\s*\\*(?!/)\\s*", " ");
        var says = SAYS_WHAT.matcher(words);

        assertThat(says.find()).as("%s says what it replaces", type).isTrue();
        assertThat(says.group("version"))
                .isEqualTo(ProcessEngine.class.getPackage().getImplementationVersion());
        assertThat(TEST.matcher(says.group("noticing")).results().map(EngineReplacementsTest::name))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tests()).contains(test));
    }

    @Test
    void theReplacementsAreFound() {
        assertThat(replacements()).hasSizeGreaterThan(10);
    }

    private static boolean replacesAPart(JavaClass type) {
        return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .anyMatch(parent -> INSIDE.matcher(parent.getName()).matches()
                        && !parent.getSimpleName().endsWith("Cmd")
                        && !EXTENSION_POINTS.contains(parent.getSimpleName()));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    private static String name(MatchResult test) {
        return test.group(1);
    }

    private static List<String> tests() {
        try (var files = Files.walk(TESTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
