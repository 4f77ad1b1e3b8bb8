package tr.muhatap.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine makes its own tables; our migrations put indexes on them and therefore come after it. */
@Configuration(proxyBeanMethods = false)
class EngineSchemaBeforeFlyway {

    @Bean
    FlywayMigrationStrategy migrationsAfterTheEngine(
            ObjectProvider<ProcessEngine> engine, ObjectProvider<SchemaOwnerPlugin> owner) {
        return flyway -> {
            engine.getObject();
            flyway.migrate();
            owner.getObject().letTheProgramWriteRows();
        };
    }
}
