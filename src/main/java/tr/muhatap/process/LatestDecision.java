package tr.muhatap.process;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;

/** Cached latest version of a decision table; queried at most every five seconds of real time. */
class LatestDecision {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final RepositoryService repository;
    private final String key;
    private final Map<Integer, String> older = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    private record Known(String definitionId, int version, long nanos) {}

    LatestDecision(RepositoryService repository, String key) {
        this.repository = repository;
        this.key = key;
    }

    String definitionId() {
        return newest().definitionId();
    }

    int version() {
        return newest().version();
    }

    /** The definition of a version; empty if it was deleted. */
    Optional<String> definitionId(int version) {
        var current = newest();
        if (current.version() == version) {
            return Optional.of(current.definitionId());
        }
        String remembered = older.get(version);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .decisionDefinitionVersion(version)
                        .singleResult())
                .map(DecisionDefinition::getId);
        found.ifPresent(id -> older.put(version, id));
        return found;
    }

    /** Evicts the cache after a version was added or deleted on this node. */
    void forget() {
        known = null;
        older.clear();
    }

    private Known newest() {
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
            current = new Known(newest.getId(), newest.getVersion(), now);
            known = current;
        }
        return current;
    }
}
