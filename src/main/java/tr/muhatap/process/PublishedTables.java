package tr.muhatap.process;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import tr.muhatap.rules.RuleTable;

/** For the demonstration's reset: restores the shipped tables. */
@Component
public class PublishedTables {

    private final RepositoryService repository;
    private final LatestDecisions latest;

    PublishedTables(RepositoryService repository, LatestDecisions latest) {
        this.repository = repository;
        this.latest = latest;
    }

    /** Deletes every version that the office published. */
    public void takeBack() {
        repository
                .createDeploymentQuery()
                .deploymentSource(ModelDeployment.OFFICE)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        for (var table : RuleTable.values()) {
            latest.of(table.key()).forget();
        }
    }
}
