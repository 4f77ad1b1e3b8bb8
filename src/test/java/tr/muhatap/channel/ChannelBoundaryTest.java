package tr.muhatap.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Channels are distinguished by their row and nowhere else. Demonstration data and tests may name single channels. */
class ChannelBoundaryTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Set<String> PROGRAM_TEXT =
            Set.of("java", "html", "js", "mjs", "css", "sql", "txt", "properties", "yaml", "yml");

    /** The same word with another meaning: a desk's group, and 4982 as the law that grants a remedy. */
    private static final List<Path> OTHER_MEANING = List.of(
            Path.of("src/main/java/tr/muhatap/access/Groups.java"),
            // Which groups may, in the API's description
            Path.of("src/main/resources/openapi/api.yaml"),
            // Rows that a migration wrote once, of the channels that there were
            Path.of("src/main/resources/db/migration/V330__aktarim.sql"),
            Path.of("src/main/resources/db/migration/V341__rapor_tur.sql"),
            Path.of("src/main/resources/templates/yazi/basvuru-yollari.txt"));

    @Test
    void noConstantOfASingleChannelIsNamedOutside() {
        var constant = new DescribedPredicate<JavaFieldAccess>("a constant of a single channel") {
            @Override
            public boolean test(JavaFieldAccess access) {
                return access.getTargetOwner().isEquivalentTo(Channel.class)
                        && access.getTarget().getRawType().isEquivalentTo(Channel.class);
            }
        };

        noClasses()
                .that()
                .resideOutsideOfPackages("tr.muhatap.channel..", "tr.muhatap.demo..")
                .should()
                .accessFieldWhere(constant)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("tr.muhatap"));
    }

    /** Quoted codes and process keys, as SQL, scripts, templates and forms would name a channel. */
    @Test
    void noCodeOrProcessKeyIsWrittenOutside() throws IOException {
        var words = Arrays.stream(Channel.values())
                .flatMap(channel -> Stream.of(channel.name(), channel.processKey()))
                .map(Pattern::quote)
                .toList();
        var named = Pattern.compile("[\"'`](" + String.join("|", words) + ")[\"'`]");

        try (var program = Files.walk(MAIN);
                var forms = Files.walk(Path.of("forms"))) {
            assertThat(Stream.concat(program, forms)
                            .filter(ChannelBoundaryTest::isProgramText)
                            .filter(file -> !OTHER_MEANING.contains(file))
                            .flatMap(file ->
                                    named.matcher(text(file)).results().map(found -> file + ": " + found.group())))
                    .isEmpty();
        }
    }

    private static boolean isProgramText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && PROGRAM_TEXT.contains(name.substring(name.lastIndexOf('.') + 1))
                && !file.startsWith(MAIN.resolve("java/tr/muhatap/channel"))
                && !file.startsWith(MAIN.resolve("java/tr/muhatap/demo"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
