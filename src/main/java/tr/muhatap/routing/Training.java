package tr.muhatap.routing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.dosya.RoutedCases;
import tr.muhatap.dosya.RoutedCases.Routed;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Unit;
import tr.muhatap.routing.Hits.Hit;
import tr.muhatap.routing.Hits.Source;
import tr.muhatap.routing.ModelTrainer.Example;
import tr.muhatap.routing.ModelTrainer.Measured;
import tr.muhatap.routing.Models.Current;
import tr.muhatap.routing.PlainWords.Word;
import tr.muhatap.routing.UnitModel.Share;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.rules.Rules;
import tr.muhatap.rules.UnitRules;
import tr.muhatap.text.Texts;

/**
 * Trains the model on the latest routed applications: each night at three, and on request; on one node at a time, on a
 * thread of its own. Each training starts from scratch, so that erased data are no longer in the model.
 */
@Component
public class Training implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /** Maximum number of training texts; older ones are ignored, since responsibilities change. */
    private static final int MOST = 10_000;

    private static final int PAGE = 500;
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final LocalTime MORNING = LocalTime.of(5, 0);

    private final RoutedCases cases;
    private final Seeds seeds;
    private final Models models;
    private final ModelStore store;
    private final Hits hits;
    private final Rules rules;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    Training(
            RoutedCases cases,
            Seeds seeds,
            Models models,
            ModelStore store,
            Hits hits,
            Rules rules,
            Organization organization,
            CurrentUser currentUser,
            Clock clock) {
        this.cases = cases;
        this.seeds = seeds;
        this.models = models;
        this.store = store;
        this.hits = hits;
        this.rules = rules;
        this.organization = organization;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** State of the model. */
    public enum State {
        BASLANGIC,
        EGITILIYOR,
        HAZIR,
        BASARISIZ
    }

    /**
     * @param trainedAt when the current model was trained; null before the first training
     * @param examples the office's decisions used for training
     * @param first share of held-out texts with a right first proposal; null if there were too few
     * @param amongThree share of held-out texts whose unit was among the first three
     */
    public record Standing(
            State state,
            @Nullable Instant trainedAt,
            int examples,
            @Nullable Double first,
            @Nullable Double amongThree) {}

    /** Requests a training and returns immediately. */
    public void request() {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("routing.egitim.kim"));
        }
        store.request(clock.instant());
        var running = thread();
        if (running != null) {
            try {
                running.execute(() -> quietly(null));
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Another node, or the next start, trains", stopping);
            }
        }
    }

    public Standing standing() {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("routing.egitim.kim-gorur"));
        }
        var kept = store.standing(clock.instant());
        var measured = kept.measured();
        return new Standing(
                state(kept),
                kept.trainedAt(),
                kept.examples(),
                measured == null ? null : measured.first(),
                measured == null ? null : measured.amongThree());
    }

    private static State state(ModelStore.Standing kept) {
        if (kept.waiting()) {
            return State.EGITILIYOR;
        }
        if (kept.failedAt() != null) {
            return State.BASARISIZ;
        }
        return kept.trainedAt() == null ? State.BASLANGIC : State.HAZIR;
    }

    /** Trains while requested, and once at night; never throws, so that the schedule continues. */
    private void quietly(@Nullable Instant since) {
        try {
            while (train(since)) {
                LOG.debug("Trained");
            }
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("The model for routing was not trained", failed);
        }
    }

    /** Start of the current night; an older model is outdated. */
    private @Nullable Instant night() {
        var now = clock.instant().atZone(OfficeClock.ISTANBUL);
        var time = now.toLocalTime();
        return time.isBefore(NIGHT) || time.isAfter(MORNING)
                ? null
                : now.with(NIGHT).toInstant();
    }

    /**
     * Trains once, if this node can claim it.
     *
     * @param since models trained before are outdated; null: only if requested
     */
    boolean train(@Nullable Instant since) {
        var started = clock.instant();
        if (!store.claim(started, since)) {
            return false;
        }
        try {
            learn(started);
            return true;
        } catch (RuntimeException | OutOfMemoryError failed) {
            store.failed(clock.instant());
            throw failed;
        }
    }

    private void learn(Instant started) {
        long from = System.nanoTime();
        var before = models.current();
        var table = rules.unitRules();
        boolean published = rules.isPublished(RuleTable.BIRIM_YONLENDIRME);
        var examples = new ArrayList<Example>();
        // Ten thousand texts have about thirty thousand words: intern them
        var same = new HashMap<Word, Word>();
        Routed last = null;
        while (examples.size() < MOST) {
            var page = cases.page(last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            last = page.get(page.size() - 1);
            var read = page.stream()
                    .map(routed -> new Example(
                            PlainWords.of(routed.words(), routed.names()).stream()
                                    .map(word -> same.computeIfAbsent(word, itself -> itself))
                                    .toList(),
                            organization
                                    .currentUnit(routed.unit())
                                    .map(Unit::code)
                                    .orElse(routed.unit()),
                            1,
                            true))
                    .toList();
            count(page, read, before, table.orElse(null), published);
            read.stream().filter(example -> !example.words().isEmpty()).forEach(examples::add);
        }
        int own = examples.size();
        examples.addAll(seeds.examples(own));
        var trained = ModelTrainer.train(examples);
        store.keep(trained.model(), own, trained.measured(), started, clock.instant());
        LOG.info(
                "Learned routing from {} applications in {} ms{}",
                own,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from),
                words(trained.measured()));
    }

    private static String words(@Nullable Measured measured) {
        return measured == null
                ? ""
                : ", held back: first %.3f, among three %.3f".formatted(measured.first(), measured.amongThree());
    }

    /**
     * Records what the previous model, which was not trained on them, proposed for new applications, and for others a
     * changed unit.
     */
    private void count(
            List<Routed> page, List<Example> read, Current before, @Nullable UnitRules table, boolean published) {
        var known = hits.units(page.stream().map(Routed::number).toList());
        var counted = new ArrayList<Hit>();
        for (int place = 0; place < page.size(); place++) {
            var routed = page.get(place);
            String unit = known.get(routed.number());
            if (unit == null) {
                counted.add(hit(routed, read.get(place), before, table, published));
            } else if (!unit.equals(routed.unit())) {
                hits.moved(routed.number(), routed.unit());
            }
        }
        hits.add(counted);
    }

    private static Hit hit(Routed routed, Example read, Current before, @Nullable UnitRules table, boolean published) {
        var shares = before.model().shares(read.words());
        var units = new ArrayList<>(shares.stream().map(Share::unit).toList());
        var source = Source.OGRENILEN;
        var named = table == null
                ? Optional.<UnitRules.Named>empty()
                : table.named(routed.topic(), routed.kind().name(), routed.words());
        if (named.isPresent()) {
            boolean byWords = named.get().byWords();
            String unit = named.get().unit();
            if (!byWords || published || !LearnedUnits.overrules(before.examples(), shares, unit, before.byWords())) {
                source = byWords ? Source.KELIME : Source.KONU;
                units.remove(unit);
                units.add(0, unit);
            }
        }
        return new Hit(
                routed.number(),
                routed.registeredAt()
                        .atZoneSameInstant(OfficeClock.ISTANBUL)
                        .toLocalDate()
                        .toString()
                        .substring(0, 7),
                routed.unit(),
                source,
                List.copyOf(units.subList(0, Math.min(LearnedUnits.MOST, units.size()))));
    }

    private synchronized @Nullable ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(task -> {
            var own = new Thread(task, "routing-training");
            own.setDaemon(true);
            return own;
        });
        var ignored = started.scheduleWithFixedDelay(() -> quietly(night()), 1, 1, TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
