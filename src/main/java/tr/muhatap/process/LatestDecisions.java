package tr.muhatap.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Provides one {@link LatestDecision} per decision table. */
@Component
class LatestDecisions {

    private final RepositoryService repository;
    private final Map<String, LatestDecision> handles = new ConcurrentHashMap<>();

    LatestDecisions(RepositoryService repository) {
        this.repository = repository;
    }

    LatestDecision of(String key) {
        return handles.computeIfAbsent(key, each -> new LatestDecision(repository, each));
    }
}
