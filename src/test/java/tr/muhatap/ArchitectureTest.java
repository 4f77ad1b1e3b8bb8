package tr.muhatap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tr.muhatap");

    @Test
    void onlyEngineProcessAccessAndDemoKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "tr.muhatap.engine..", "tr.muhatap.process..", "tr.muhatap.access..", "tr.muhatap.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
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
