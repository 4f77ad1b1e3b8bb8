package tr.muhatap.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tr.muhatap.SharedContext;
import tr.muhatap.notification.AnswerDelivery;

/**
 * The whole program on its own database in memory, with an engine whose jobs run only when a test says so. All process
 * tests share this one context: each further one would boot another engine. A test that needs a different setting
 * therefore does not belong here.
 */
@Tag("engine")
@SharedContext
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process-tests;DB_CLOSE_DELAY=-1",
            "muhatap.access.password-iterations=1000",
            "camunda.bpm.job-execution.enabled=false",
            // What sweeps by itself would meddle with what a test counts.
            "muhatap.rules.recalculation-sweep=P1D",
            "muhatap.rules.recalculation-batch=2",
            "muhatap.operation.reconciliation=P1D",
            "muhatap.notification.digest-sweep=P1D"
        })
@ActiveProfiles("process-test")
@Import(ProcessTestConfiguration.class)
@MockitoSpyBean(types = AnswerDelivery.class)
@interface ProcessTest {}
