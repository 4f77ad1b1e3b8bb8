package tr.muhatap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.AbstractAggregateRoot;
import tr.muhatap.problem.RefusalCode;

class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/tr/muhatap");
    private static final long MOST_LINES_OF_A_PART = 350;
    private static final double MOST_PERCENT_OF_THE_LINES = 15;

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tr.muhatap");

    @Test
    void noModuleHoldsMoreThanItsShareOfTheProgram() throws IOException {
        Map<String, Long> lines;
        try (var files = Files.walk(SOURCES)) {
            lines = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SOURCES.relativize(file).getNameCount() > 1)
                    .collect(Collectors.groupingBy(
                            file -> SOURCES.relativize(file).getName(0).toString(),
                            Collectors.summingLong(ArchitectureTest::lines)));
        }
        long all = lines.values().stream().mapToLong(Long::longValue).sum();

        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy((module, own) -> assertThat(own * 100.0 / all)
                        .as("percent of the program's lines in %s", module)
                        .isLessThanOrEqualTo(MOST_PERCENT_OF_THE_LINES));
    }

    @Test
    void eachPartOfTheRecordIsReadAtASitting() throws IOException {
        try (var files = Files.list(SOURCES.resolve("basvuru"))) {
            var parts = files.filter(file -> PROGRAM.stream()
                            .filter(type -> type.isAssignableTo(AbstractAggregateRoot.class))
                            .anyMatch(type -> file.endsWith(type.getSimpleName() + ".java")))
                    .toList();
            assertThat(parts)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(part ->
                            assertThat(lines(part)).as("lines of %s", part).isLessThanOrEqualTo(MOST_LINES_OF_A_PART));
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyRefusalHasACodeOfItsOwnThatIsDocumented() throws IOException, ClassNotFoundException {
        var codes = new ArrayList<String>();
        for (var type : PROGRAM.get(RefusalCode.class).getAllSubclasses()) {
            for (var constant : Class.forName(type.getFullName()).getEnumConstants()) {
                codes.add(((RefusalCode) constant).name());
            }
        }
        List<String> documented;
        try (var lines = Files.lines(Path.of("src/docs/refusals.md"))) {
            documented = lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(3, line.indexOf('`', 3)))
                    .toList();
        }
        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(80);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void onlyEngineProcessAndDemoUseTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("tr.muhatap.engine..", "tr.muhatap.process..", "tr.muhatap.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(PROGRAM);
    }

    @Test
    void onlyEngineKnowsTheEnginesInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tr.muhatap.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..impl..")
                .check(PROGRAM);
    }

    @Test
    void nobodyAsksForTheTimeWithoutTheInjectedClock() {
        for (var type : new Class<?>[] {
            Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class
        }) {
            noClasses().should().callMethod(type, "now").check(PROGRAM);
        }
        noClasses().should().callConstructor(Date.class).check(PROGRAM);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("tr.muhatap.calendar.CalendarConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(PROGRAM);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(PROGRAM);
    }
}
