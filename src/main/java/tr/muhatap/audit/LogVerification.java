package tr.muhatap.audit;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Computes the log again from the history and its salts, and compares it with what was sealed, signed and brought outside. Reads
 * entries in their order, keeps the logarithm of them and one hash of each application, and names what was done to them.
 */
final class LogVerification {

    private static final int MOST = 100;

    /** Entries whose places moved together; more of them are named one by one. */
    private static final int LONGEST_SHIFT = 5;

    /** Events come into the log within seconds: one that is so much older than a head before it was put in later. */
    private static final Duration LATEST = Duration.ofHours(1);

    /** What was done to an entry. */
    enum What {
        /** The event does not say what it said when it was sealed. */
        DEGISTIRILDI(Texts.of("audit.log-verification.degistirildi")),
        /** The event, its entry or its salt is gone. */
        SILINDI(Texts.of("audit.log-verification.silindi")),
        /** It was not there when the heads around it were signed. */
        EKLENDI(Texts.of("audit.log-verification.sonradan-eklendi")),
        SIRASI_DEGISTI(Texts.of("audit.log-verification.sirasi-degisti")),
        /** A head covers more entries than there are. */
        KESILDI(Texts.of("audit.log-verification.sonu-kesildi")),
        /** A head outside is unknown here, as after an old backup was put back. */
        GERI_ALINDI(Texts.of("audit.log-verification.eski-bir-yedege-donuldu")),
        /** Entries and hashes fit each other, but no head. */
        YENIDEN_YAZILDI(Texts.of("audit.log-verification.zincir-yeniden-yazildi")),
        /** The head itself is not what was signed. */
        BAS_DEGISTIRILDI(Texts.of("audit.log-verification.imzali-bas-degistirildi"));

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @param number null where no application is concerned, or none is known */
    record Broken(@Nullable String number, int log, long entry, What what) {}

    /**
     * @param checked how many entries were read
     * @param erased how many of them verify by their hash alone, since their words were erased
     * @param broken the first of everything that is wrong, in the log's order; no more than a hundred
     * @param heads how many signed heads hold
     * @param head the last that was signed; null before the first
     * @param logs how many logs there are: every reset of the demonstration begins another one
     */
    record Report(
            long checked,
            long erased,
            List<Broken> broken,
            int heads,
            @Nullable LogHead head,
            List<LogHead> all,
            int logs) {

        boolean isWhole() {
            return broken.isEmpty();
        }

        /** The first head that covers the entry. */
        @Nullable
        LogHead covering(Broken one) {
            return all.stream()
                    .filter(head -> head.log() == one.log() && head.size() > one.entry())
                    .min(Comparator.comparingLong(LogHead::size))
                    .orElse(null);
        }
    }

    /**
     * An entry with what it stands for.
     *
     * @param beginning whether it is the first of a log, which stands for no event
     * @param event null where it is gone
     * @param hasSaltRow whether the application has a salt, or had one that was taken away
     */
    record Stored(
            int log,
            long entry,
            boolean beginning,
            @Nullable String number,
            byte @Nullable [] words,
            byte[] hash,
            LogEntry.@Nullable Event event,
            boolean hasSaltRow,
            byte @Nullable [] salt) {}

    /** An event that does not say what was sealed. */
    private record Suspect(Stored stored, byte[] words) {}

    /** An entry whose hash fits no place near it. */
    private record Misplaced(Stored stored, LogEntry.Event event, byte[] words, byte @Nullable [] previous) {}

    /** Entries in a row that stand as far from where they were sealed. */
    private static final class Run {

        private final long first;
        private final long by;
        private final String number;
        private long length = 1;

        Run(long first, long by, String number) {
            this.first = first;
            this.by = by;
            this.number = number;
        }
    }

    private final Map<Integer, List<LogHead>> heads = new TreeMap<>();
    private final Map<Integer, Integer> nextHead = new HashMap<>();
    private final int current;
    private final List<LogHead> known;
    private final List<LogHead> foreign;
    private final Map<String, PublicKey> keys;
    private final List<Broken> broken = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private final List<Misplaced> misplaced = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, byte[]> previous = new HashMap<>();
    private int log;
    private long entry;
    private long soundSize;
    private boolean unlikeItsHeads;
    private @Nullable Instant headBefore;
    private MerkleTree.Growing tree = new MerkleTree.Growing();
    private long checked;
    private long erased;
    private int holding;

    /**
     * @param current the log whose events stand in the history; of those before it the hashes alone are left
     * @param known heads of the database
     * @param anchors those that were brought outside
     * @param keys public keys that are believed, by their ids
     */
    LogVerification(int current, List<LogHead> known, List<LogHead> anchors, Map<String, PublicKey> keys) {
        this.current = current;
        this.known = known;
        this.keys = keys;
        this.foreign = anchors.stream()
                .filter(anchor -> known.stream().noneMatch(one -> Arrays.equals(one.signature(), anchor.signature())))
                .toList();
        for (var head : known) {
            heads.computeIfAbsent(head.log(), each -> new ArrayList<>()).add(head);
        }
        for (var head : foreign) {
            heads.computeIfAbsent(head.log(), each -> new ArrayList<>()).add(head);
        }
        heads.values().forEach(all -> all.sort(Comparator.comparingLong(LogHead::size)));
    }

    void read(Stored stored) {
        checked++;
        if (stored.log() != log) {
            nextLog(stored);
        }
        if (stored.entry() > entry) {
            found(null, entry, What.SILINDI);
            unlikeItsHeads = true;
            entry = stored.entry();
        }
        if (stored.beginning()) {
            // The first was compared with the log before it
            if (entry > 0) {
                found(stored.number(), entry, What.EKLENDI);
            }
        } else if (log == current) {
            content(stored);
        }
        tree.add(stored.hash());
        entry++;
        compareHeads();
    }

    private void nextLog(Stored stored) {
        endOfLog();
        var before = tree;
        log = stored.log();
        entry = 0;
        soundSize = 0;
        unlikeItsHeads = false;
        headBefore = null;
        tree = new MerkleTree.Growing();
        previous.clear();
        if (stored.entry() == 0
                && !Arrays.equals(stored.hash(), LogEntry.beginning(log, before.size(), before.root()))) {
            found(null, 0, What.DEGISTIRILDI);
        }
    }

    private void content(Stored stored) {
        var number = Objects.requireNonNullElse(stored.number(), "");
        var event = stored.event();
        byte[] words = Objects.requireNonNullElse(stored.words(), new byte[0]);
        var salt = stored.salt();
        if (event == null) {
            found(number, entry, What.SILINDI);
        } else if (salt != null) {
            byte[] now = event.words(salt);
            if (Arrays.equals(now, words)) {
                place(stored, event, words, number);
            } else {
                remember(suspects, new Suspect(stored, now));
            }
        } else if (stored.hasSaltRow() && event.isErased()) {
            erased++;
            place(stored, event, words, number);
        } else {
            found(number, entry, stored.hasSaltRow() ? What.DEGISTIRILDI : What.SILINDI);
        }
        previous.put(number, stored.hash());
        if (event != null && headBefore != null && event.at().isBefore(headBefore.minus(LATEST))) {
            found(number, entry, What.EKLENDI);
        }
    }

    private void place(Stored stored, LogEntry.Event event, byte[] words, String number) {
        var before = previous.get(number);
        long lately = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).by;
        if (isAt(stored, event, words, before, entry + lately)) {
            displaced(lately, number);
            return;
        }
        for (long by = -LONGEST_SHIFT; by <= LONGEST_SHIFT; by++) {
            if (isAt(stored, event, words, before, entry + by)) {
                displaced(by, number);
                return;
            }
        }
        unlikeItsHeads = true;
        remember(misplaced, new Misplaced(stored, event, words, before));
    }

    private void displaced(long by, String number) {
        unlikeItsHeads |= by != 0;
        if (!runs.isEmpty() && runs.get(runs.size() - 1).by == by) {
            runs.get(runs.size() - 1).length++;
        } else if (by != 0 || !runs.isEmpty()) {
            remember(runs, new Run(entry, by, number));
        }
    }

    private boolean isAt(Stored stored, LogEntry.Event event, byte[] words, byte @Nullable [] before, long at) {
        return at >= 0 && Arrays.equals(stored.hash(), new LogEntry(log, at, event, words, before).hash());
    }

    private static <T> void remember(List<T> all, T one) {
        if (all.size() < MOST) {
            all.add(one);
        }
    }

    private void compareHeads() {
        var all = heads.getOrDefault(log, List.of());
        int next = nextHead.getOrDefault(log, 0);
        for (; next < all.size() && all.get(next).size() <= tree.size(); next++) {
            var head = all.get(next);
            if (!isSigned(head)) {
                found(null, lastEntry(head), What.BAS_DEGISTIRILDI);
            } else if (head.size() == tree.size() && Arrays.equals(head.root(), tree.root())) {
                holding++;
                soundSize = tree.size();
                headBefore = head.signedAt();
                if (foreign.contains(head)) {
                    found(null, lastEntry(head), What.BAS_DEGISTIRILDI);
                }
            } else if (!unlikeItsHeads) {
                found(null, soundSize, What.YENIDEN_YAZILDI);
                unlikeItsHeads = true;
            }
        }
        nextHead.put(log, next);
    }

    private static long lastEntry(LogHead head) {
        return Math.max(0, head.size() - 1);
    }

    private boolean isSigned(LogHead head) {
        var key = keys.get(head.keyId());
        return key != null && head.isSignedBy(key);
    }

    private void endOfLog() {
        judgeSuspects();
        judgeMisplaced();
        judgeRuns();
        var all = heads.getOrDefault(log, List.of());
        all.subList(Math.min(all.size(), nextHead.getOrDefault(log, 0)), all.size())
                .forEach(this::coversMoreThanThereIs);
        nextHead.put(log, all.size());
    }

    private void coversMoreThanThereIs(LogHead head) {
        if (isSigned(head)) {
            found(
                    head.log(),
                    null,
                    head.log() == log ? entry : 0,
                    foreign.contains(head) ? What.GERI_ALINDI : What.KESILDI);
        } else {
            found(head.log(), null, lastEntry(head), What.BAS_DEGISTIRILDI);
        }
    }

    /** An event that says what another entry sealed has changed its place with it. */
    private void judgeSuspects() {
        for (var suspect : suspects) {
            boolean moved = suspects.stream()
                    .anyMatch(other -> Arrays.equals(other.stored().words(), suspect.words()));
            found(suspect.stored().number(), suspect.stored().entry(), moved ? What.SIRASI_DEGISTI : What.DEGISTIRILDI);
        }
        suspects.clear();
    }

    private void judgeMisplaced() {
        for (var one : misplaced) {
            boolean moved = misplaced.stream()
                    .anyMatch(other -> isAt(
                            one.stored(),
                            one.event(),
                            one.words(),
                            one.previous(),
                            other.stored().entry()));
            found(one.stored().number(), one.stored().entry(), moved ? What.SIRASI_DEGISTI : What.DEGISTIRILDI);
        }
        misplaced.clear();
    }

    /** One entry that stands apart was moved, if another was the other way; where all behind stand apart, some are missing or more. */
    private void judgeRuns() {
        long by = 0;
        for (var run : runs) {
            boolean moved =
                    run.length == 1 && runs.stream().anyMatch(other -> other.length == 1 && other.by * run.by < 0);
            if (moved) {
                found(run.number, run.first, What.SIRASI_DEGISTI);
            } else if (run.by > by) {
                found(null, run.first, What.SILINDI);
                by = run.by;
            } else if (run.by < by) {
                found(null, run.first - (by - run.by), What.EKLENDI);
                by = run.by;
            }
        }
        runs.clear();
    }

    private void found(@Nullable String number, long at, What what) {
        found(log, number, at, what);
    }

    private void found(int where, @Nullable String number, long at, What what) {
        var one = new Broken(number, where, at, what);
        if (broken.size() < MOST && !broken.contains(one)) {
            broken.add(one);
        }
    }

    /** To be called once, behind the last entry. */
    Report report() {
        endOfLog();
        heads.forEach((number, all) -> all.subList(Math.min(all.size(), nextHead.getOrDefault(number, 0)), all.size())
                .forEach(this::coversMoreThanThereIs));
        var inOrder = broken.stream()
                .sorted(Comparator.comparingInt(Broken::log).thenComparingLong(Broken::entry))
                .toList();
        var latest = known.stream()
                .max(Comparator.comparingInt(LogHead::log).thenComparingLong(LogHead::size))
                .orElse(null);
        return new Report(
                checked,
                erased,
                inOrder,
                holding,
                latest,
                heads.values().stream().flatMap(List::stream).toList(),
                current);
    }
}
