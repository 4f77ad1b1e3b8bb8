package tr.muhatap.process;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Gives handles on the newest versions of decision tables. */
@Component
class LatestDecisions {

    private final RepositoryService repository;

    LatestDecisions(RepositoryService repository) {
        this.repository = repository;
    }

    LatestDecision of(String key) {
        return new LatestDecision(repository, key);
    }
}
