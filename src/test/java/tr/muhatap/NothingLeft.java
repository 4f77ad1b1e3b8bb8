package tr.muhatap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import tr.muhatap.calendar.OfficeClock;

/**
 * Resets state that classes of a shared context would otherwise leak to each other (clocks, drafts, stored forms,
 * users), and fails if a class leaves settings, decision tables, running jobs or a diverging clock that it should have
 * reset itself. The engine's clock is static: each class starts with that of its own context.
 */
class NothingLeft implements TestExecutionListener, Ordered {

    private static final String BEFORE = NothingLeft.class.getName();
    private static final String USER = "user: ";
    private static final Duration LONGEST_JOB = Duration.ofSeconds(60);

    /** Configuration tables of the office, each with an SQL expression that describes its rows. */
    private static final Map<String, String> SETTINGS = Map.of(
            "holidays", "select cast(tarih as varchar(10)) || ' ' || ad from tatil",
            "templates",
                    "select title || ' ' || text from cevap_sablonu one where not removed and version = "
                            + "(select max(version) from cevap_sablonu other where other.id = one.id)",
            "user", "select id_ from act_id_user",
            "member", "select user_id_ || ' ' || group_id_ from act_id_membership");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            remember(test);
        }
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        remember(test);
    }

    private static void remember(TestContext test) {
        if (test.hasAttribute(BEFORE)) {
            return;
        }
        var context = test.getApplicationContext();
        context.getBeanProvider(OfficeClock.class)
                .ifAvailable(clock -> ClockUtil.offset(clock.offset().toMillis()));
        test.setAttribute(BEFORE, isShared(test) ? settings(context) : Set.of());
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (!test.hasAttribute(BEFORE)) {
            return;
        }
        var context = test.getApplicationContext();
        try {
            if (isShared(test)) {
                check(context, before(test));
            }
        } finally {
            context.getBeanProvider(OfficeClock.class).ifAvailable(clock -> clock.setOffset(Duration.ZERO));
            ClockUtil.reset();
        }
    }

    private static void check(ApplicationContext context, Set<String> before) {
        var jdbc = jdbc(context);
        // Setting time back under a running job would expire its lock
        await().atMost(LONGEST_JOB.toSeconds(), TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(jdbc.queryForList(
                                "select id_ from act_ru_job where lock_owner_ is not null and retries_ > 0"))
                        .as("running jobs")
                        .isEmpty());
        jdbc.update("delete from yarim_form");
        jdbc.update("delete from kural_taslagi");
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .as("the engine's clock beside the office's")
                .isCloseTo(context.getBean(OfficeClock.class).instant(), within(1, ChronoUnit.MINUTES));
        var former = before.stream()
                .filter(setting -> setting.startsWith(USER))
                .map(setting -> setting.substring(USER.length()))
                .toList();
        jdbc.queryForList("select id_ from act_id_user", String.class).stream()
                .filter(user -> !former.contains(user))
                .forEach(user -> {
                    jdbc.update("delete from act_id_membership where user_id_ = ?", user);
                    jdbc.update("delete from act_id_user where id_ = ?", user);
                });
        var after = settings(context);
        var added = new TreeSet<>(after);
        added.removeAll(before);
        var missing = new TreeSet<>(before);
        missing.removeAll(after);
        assertThat(added).as("settings that are left").isEmpty();
        assertThat(missing).as("settings that are gone").isEmpty();
    }

    /** The configuration rows, each with its table. */
    private static Set<String> settings(ApplicationContext context) {
        var settings = new TreeSet<String>();
        var jdbc = jdbc(context);
        SETTINGS.forEach(
                (name, sql) -> jdbc.queryForList(sql, String.class).forEach(row -> settings.add(name + ": " + row)));
        var repository = context.getBean(ProcessEngine.class).getRepositoryService();
        // Those in force, regardless of their version
        for (var table :
                repository.createDecisionDefinitionQuery().latestVersion().list()) {
            for (var rule : repository.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class)) {
                var cells = Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                        .map(DmnElement::getRawTextContent)
                        .map(String::strip)
                        .toList();
                settings.add(table.getKey() + ": " + cells);
            }
        }
        return settings;
    }

    private static JdbcTemplate jdbc(ApplicationContext context) {
        return new JdbcTemplate(context.getBean(DataSource.class));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> before(TestContext test) {
        return (Set<String>) requireNonNull(test.getAttribute(BEFORE));
    }

    private static boolean isShared(TestContext test) {
        return AnnotatedElementUtils.hasAnnotation(test.getTestClass(), SharedContext.class);
    }
}
