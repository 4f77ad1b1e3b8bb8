package tr.muhatap.engine;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.SchemaOperationsProcessEngineBuild;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Supports separate database roles: if {@code spring.flyway.user} is set, that role owns all tables, including the
 * engine's, and the program's role may only read and write rows, so that a compromised program cannot change the
 * schema. Otherwise one role does both.
 */
@Component
class SchemaOwnerPlugin extends AbstractProcessEnginePlugin {

    private static final String ROWS = "select, insert, update, delete";

    /** Privileges revoked from the program's role, by table. */
    private static final Map<String, String> LESS = Map.of(
            "flyway_schema_history", "insert, update, delete",
            "kayit_zinciri", "update, delete",
            "zincir_basi", "update, delete",
            "zincir_capasi", "update, delete",
            "zincir_anahtari", "update, delete",
            "zincir_damgasi", "update, delete");

    private final @Nullable JdbcTemplate owner;
    private final String program;

    SchemaOwnerPlugin(
            @Value("${spring.flyway.url:${spring.datasource.url:}}") String url,
            @Value("${spring.flyway.user:}") String user,
            @Value("${spring.flyway.password:}") String password,
            @Value("${spring.datasource.username:}") String program) {
        this.owner = user.isEmpty() || user.equals(program)
                ? null
                : new JdbcTemplate(new DriverManagerDataSource(url, user, password));
        this.program = program;
    }

    /** Runs before the engine checks its tables, whichever bean creates it first. */
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (owner != null) {
            new EngineTables(owner).create();
            letTheProgramWriteRows();
        }
    }

    /** Runs after the engine's own settings, which would make it create tables. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (owner != null) {
            engine.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_FALSE);
        }
    }

    /** Grants row privileges on all existing and future tables; repeated after tables were added. */
    void letTheProgramWriteRows() {
        if (owner == null) {
            return;
        }
        var role = quoted(program);
        var schema = quoted(String.valueOf(owner.execute((ConnectionCallback<String>) Connection::getSchema)));
        for (var grant : List.of(
                "grant usage on schema %s to %s",
                "grant " + ROWS + " on all tables in schema %s to %s",
                "grant usage, select on all sequences in schema %s to %s",
                "alter default privileges in schema %s grant " + ROWS + " on tables to %s",
                "alter default privileges in schema %s grant usage, select on sequences to %s")) {
            owner.execute(grant.formatted(schema, role));
        }
        for (var less : LESS.entrySet()) {
            if (Boolean.TRUE.equals(
                    owner.queryForObject("select to_regclass(?) is not null", Boolean.class, less.getKey()))) {
                owner.execute("revoke %s on %s from %s".formatted(less.getValue(), less.getKey(), role));
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** An engine configuration without an engine, which creates missing tables. */
    private static final class EngineTables extends StandaloneProcessEngineConfiguration {

        EngineTables(JdbcTemplate owner) {
            setDataSource(owner.getDataSource());
            setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
            setCmmnEnabled(false);
            setJobExecutorActivate(false);
        }

        void create() {
            init();
            commandExecutorSchemaOperations.execute(new SchemaOperationsProcessEngineBuild());
        }
    }
}
