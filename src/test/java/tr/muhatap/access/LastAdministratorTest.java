package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is the last administrator, on a database of its own. */
class LastAdministratorTest {

    private static final Instant NOW = Instant.parse("2026-05-18T09:00:00Z");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:yoneticiler;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=50");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final LastAdministrator lastAdministrator = new LastAdministrator(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));

    LastAdministratorTest() {
        jdbc.sql("drop all objects").update();
        jdbc.sql("create table act_id_group (id_ varchar(64) primary key)").update();
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, lock_exp_time_ timestamp)")
                .update();
        jdbc.sql("create table act_id_membership (user_id_ varchar(64), group_id_ varchar(64))")
                .update();
        jdbc.sql("insert into act_id_group values ('camunda-admin'), ('surec-sahibi')")
                .update();
    }

    private void add(String user, String group, @Nullable Instant lockedUntil) {
        jdbc.sql("insert into act_id_user values (?, ?)")
                .param(user)
                .param(lockedUntil == null ? null : Timestamp.from(lockedUntil))
                .update();
        jdbc.sql("insert into act_id_membership values (?, ?)")
                .param(user)
                .param(group)
                .update();
    }

    @Test
    void oneWhoIsKeptOutIsNoOther() {
        add("admin", Groups.CAMUNDA_ADMIN, null);
        add("surec", "surec-sahibi", null);
        add("eski", Groups.CAMUNDA_ADMIN, NOW.plusSeconds(1));

        assertThat(lastAdministrator.isLast("admin")).isTrue();
        assertThat(lastAdministrator.isLast("surec")).isFalse();
        assertThat(lastAdministrator.isLast("eski")).as("admin is there").isFalse();
    }

    @Test
    void oneWhoseLockIsOverIs() {
        add("admin", Groups.CAMUNDA_ADMIN, null);
        add("ikinci", Groups.CAMUNDA_ADMIN, NOW);

        assertThat(lastAdministrator.isLast("admin")).isFalse();
        assertThat(lastAdministrator.isLast("ikinci")).isFalse();
    }

    @Test
    void ofTwoAtOnceTheSecondWaits() {
        add("admin", Groups.CAMUNDA_ADMIN, null);
        var first = new TransactionTemplate(new JdbcTransactionManager(database));
        var other = new LastAdministrator(
                JdbcClient.create(new DriverManagerDataSource(database.getUrl())), Clock.fixed(NOW, ZoneOffset.UTC));

        first.executeWithoutResult(status -> {
            lastAdministrator.isLast("admin");
            assertThatThrownBy(() -> other.isLast("admin")).isInstanceOf(DataAccessException.class);
        });
        assertThat(other.isLast("admin")).isTrue();
    }
}
