package tr.muhatap.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import tr.muhatap.SharedContext;

/** A test against the program in production's profile on PostgreSQL. All of them share one context and one database. */
@SharedContext
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.jmx.enabled=false",
            // Off in tests otherwise
            "spring.test.observability.auto-configure=true",
            // Fewer than production's, since every wrong password costs a slow hash
            "muhatap.access.account-failures=4",
            "muhatap.access.address-failures=8",
            "muhatap.operation.figures=PT1S"
        })
@ActiveProfiles("production")
@ContextConfiguration(initializers = ProductionSettings.class)
@Import({Personnel.class, RoundTrips.class})
@interface PostgresTest {}
