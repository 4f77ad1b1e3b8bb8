package tr.muhatap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the whole program over HTTP: demo users, no demo applications, and an active job executor. All such tests
 * share one context; each registers applications of its own and ignores others.
 */
@SharedContext
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "muhatap.demo.data=false",
            // A production hash takes most of a second without the optimizing compiler, and every request with a
            // password computes one
            "muhatap.access.password-iterations=1000",
            "muhatap.rate.per-address=1000000",
            "muhatap.rate.per-recipient=1000000",
            "muhatap.rate.wrong-codes=1000000",
            // The tests' own receivers of status changes
            "muhatap.webhook.hosts=127.0.0.1:*",
            "muhatap.webhook.private-addresses=127.0.0.1",
            "muhatap.webhook.sweep=1s",
            "spring.datasource.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1",
            // Numbers start over with each database: files of an earlier run have the same names
            "muhatap.notification.sms-directory=target/sms-${random.uuid}",
            "spring.jmx.enabled=false"
        })
public @interface HttpTest {}
