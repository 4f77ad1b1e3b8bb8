package tr.muhatap.access;

import java.sql.DatabaseMetaData;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** Stores sessions in the database, so that a sign-in is valid on all nodes. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /** Qualifier of the uncached repository; without it the cached one is injected. */
    private static final String DATABASE = "database";

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    /** Safe to run on several nodes at once. */
    private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

    /** Two concurrent first requests of one session may write the same attribute. */
    private static final String WRITE_ATTRIBUTE_ON_H2 =
            "merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) values (?, ?, ?)";

    /** Each statement commits by itself: a transaction around it would double the round trips. */
    @Bean(defaultCandidate = false)
    @Qualifier(DATABASE)
    JdbcIndexedSessionRepository sessionsInTheDatabase(DataSource dataSource, AccessSettings settings)
            throws Exception {
        var sessions = new JdbcIndexedSessionRepository(
                new JdbcTemplate(dataSource), TransactionOperations.withoutTransaction());
        sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
        sessions.setCleanupCron(EVERY_TEN_MINUTES);
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        if ("PostgreSQL".equals(product)) {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        } else {
            sessions.setCreateSessionAttributeQuery(WRITE_ATTRIBUTE_ON_H2);
        }
        return sessions;
    }

    @Bean
    SessionRepository<?> sessions(@Qualifier(DATABASE) JdbcIndexedSessionRepository sessionsInTheDatabase) {
        return shared(sessionsInTheDatabase);
    }

    private static SessionRepository<?> shared(SessionRepository<? extends Session> database) {
        return new CachingSessionRepository<>(database, REMEMBERED, USE_INTERVAL, System::nanoTime);
    }
}
