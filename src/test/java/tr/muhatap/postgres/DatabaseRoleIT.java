package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.access.ProductionGuardFixture;

class DatabaseRoleIT {

    private static final String DATABASE = Postgres.newDatabase();

    @BeforeAll
    static void aTableOfTheOwners() {
        Postgres.execute(Postgres.dataSource(Postgres.USER, "postgres"), "create role too_much login createrole");
        JdbcClient.create(Postgres.dataSource(Postgres.OWNER, DATABASE))
                .sql("create table one (id integer)")
                .update();
    }

    @Test
    void aSuperuserIsRefused() {
        assertThat(faults(Postgres.USER, false))
                .containsExactly("spring.datasource.username must not be a superuser of the database");
    }

    @Test
    void whoMakesRolesIsRefused() {
        assertThat(faults("too_much", false)).hasSize(1);
    }

    @Test
    void theOwnerIsRefusedWhereAnotherRoleMakesTheTables() {
        assertThat(faults(Postgres.OWNER, false)).isEmpty();
        assertThat(faults(Postgres.OWNER, true))
                .containsExactly(
                        "spring.datasource.username must not be able to create tables, spring.flyway.user does",
                        "spring.datasource.username must not own tables, spring.flyway.user does");
    }

    @Test
    void aRoleForRowsAloneIsWelcome() {
        assertThat(faults(Postgres.PROGRAM, true)).isEmpty();
    }

    @Test
    void aRoleThatMayChangeTheLogIsRefused() {
        var owner = JdbcClient.create(Postgres.dataSource(Postgres.OWNER, DATABASE));
        owner.sql("create table kayit_zinciri (id integer)").update();
        owner.sql("grant select, insert on kayit_zinciri to " + Postgres.PROGRAM)
                .update();
        assertThat(faults(Postgres.PROGRAM, true)).isEmpty();

        owner.sql("grant update on kayit_zinciri to " + Postgres.PROGRAM).update();

        assertThat(faults(Postgres.PROGRAM, true))
                .containsExactly(
                        "spring.datasource.username must not change or empty the history's log, only add to it");
        owner.sql("drop table kayit_zinciri").update();
    }

    private static List<String> faults(String user, boolean ownerIsAnother) {
        return ProductionGuardFixture.faultsOfTheRole(Postgres.dataSource(user, DATABASE), ownerIsAnother);
    }
}
