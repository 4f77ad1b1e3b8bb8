package tr.muhatap.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the engine's tables before Flyway runs, since our migrations add indexes to them. */
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
