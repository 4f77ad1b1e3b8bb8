package tr.muhatap.routing;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.muhatap.routing.Hits.Source;

/** The current model on this node: the stored one, or, before the first training, one trained on shipped examples. */
@Component
class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    /** Prior accuracy of the table's word and topic rows before anything was measured, as pseudo-counts. */
    private static final double WORDS_BELIEVED = 0.7;

    private static final double TOPICS_BELIEVED = 0.95;
    private static final double CASES_BELIEVED = 20;

    private final ModelStore store;
    private final Seeds seeds;
    private final Hits hits;
    private volatile @Nullable Current current;

    Models(ModelStore store, Seeds seeds, Hits hits) {
        this.store = store;
        this.seeds = seeds;
        this.hits = hits;
    }

    /**
     * @param version of the stored model; 0 before the first
     * @param examples the office's decisions used for training
     * @param byTopic accuracy of the table's topic rows, {@code byWords} of its word rows
     */
    record Current(long version, UnitModel model, int examples, double byTopic, double byWords) {}

    /** One query for the version; the model itself is loaded once per version. */
    Current current() {
        long version = store.version();
        var known = current;
        if (known == null || known.version() != version) {
            known = load(version);
            current = known;
        }
        return known;
    }

    private synchronized Current load(long version) {
        var meanwhile = current;
        if (meanwhile != null && meanwhile.version() == version) {
            return meanwhile;
        }
        int examples = store.standing(Instant.EPOCH).examples();
        return store.model(version)
                .flatMap(Models::read)
                .map(model -> new Current(
                        version,
                        model,
                        examples,
                        right(Source.KONU, TOPICS_BELIEVED),
                        right(Source.KELIME, WORDS_BELIEVED)))
                .orElseGet(() -> new Current(
                        version, ModelTrainer.train(seeds.examples(0)).model(), 0, TOPICS_BELIEVED, WORDS_BELIEVED));
    }

    private static Optional<UnitModel> read(byte[] written) {
        try {
            return Optional.of(UnitModel.read(written));
        } catch (UncheckedIOException ofAnotherVersion) {
            LOG.warn("The model of the database is not this version's; training makes a new one", ofAnotherVersion);
            return Optional.empty();
        }
    }

    private double right(Source source, double believed) {
        var measured = hits.rightOf(source);
        return (measured[1] + believed * CASES_BELIEVED) / (measured[0] + CASES_BELIEVED);
    }
}
