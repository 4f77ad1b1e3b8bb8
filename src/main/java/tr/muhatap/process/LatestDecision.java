package tr.muhatap.process;

import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;

/** Which version of a decision table is the newest; asked of the database at most every five seconds, real time. */
class LatestDecision {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final RepositoryService repository;
    private final String key;
    private volatile @Nullable Known known;

    private record Known(String definitionId, long nanos) {}

    LatestDecision(RepositoryService repository, String key) {
        this.repository = repository;
        this.key = key;
    }

    String definitionId() {
        var current = known;
        long now = System.nanoTime();
        if (current == null || now - current.nanos() > FRESH_NANOS) {
            var newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            if (newest == null) {
                throw new IllegalStateException("Decision table " + key + " is not deployed");
            }
            current = new Known(newest.getId(), now);
            known = current;
        }
        return current.definitionId();
    }
}
