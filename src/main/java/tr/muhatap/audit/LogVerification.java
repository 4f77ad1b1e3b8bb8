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
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Recomputes the log from the history and its salts and compares it with the stored entries, the signed heads and the
 * anchored heads. Streams the entries in order with logarithmic memory plus one hash per application, and classifies
 * each manipulation.
 */
final class LogVerification {

    private static final int MOST = 100;

    /** Longest run of entries reported as shifted together; longer runs are reported one by one. */
    private static final int LONGEST_SHIFT = 5;

    /** Events are appended within seconds: one older than the preceding head by more than this was inserted later. */
    private static final Duration LATEST = Duration.ofHours(1);

    /** Kinds of manipulation. */
    enum What {
        /** The event differs from what was sealed. */
        DEGISTIRILDI(Texts.of("audit.log-verification.degistirildi")),
        /** The event, its entry or its salt is gone. */
        SILINDI(Texts.of("audit.log-verification.silindi")),
        /** It was absent when the surrounding heads were signed. */
        EKLENDI(Texts.of("audit.log-verification.sonradan-eklendi")),
        SIRASI_DEGISTI(Texts.of("audit.log-verification.sirasi-degisti")),
        /** A head covers more entries than exist. */
        KESILDI(Texts.of("audit.log-verification.sonu-kesildi")),
        /** An anchored head is unknown here, as after restoring an old backup. */
        GERI_ALINDI(Texts.of("audit.log-verification.eski-bir-yedege-donuldu")),
        /** A time stamp belongs to another head, was changed, or is not of a trusted server. */
        DAMGA_GECERSIZ(Texts.of("audit.log-verification.zaman-damgasi-gecersiz")),
        /** Entries and hashes are consistent with each other, but with no head. */
        YENIDEN_YAZILDI(Texts.of("audit.log-verification.zincir-yeniden-yazildi")),
        /** The head differs from what was signed. */
        BAS_DEGISTIRILDI(Texts.of("audit.log-verification.imzali-bas-degistirildi"));

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * @param number null if no application is concerned or known
     * @param subject what is concerned if it is not an application's event; null otherwise
     */
    record Broken(
            @Nullable String number,
            int log,
            long entry,
            What what,
            @Nullable String subject) {}

    /**
     * @param checked number of entries read
     * @param erased number of entries verified by their hash alone, since their texts were erased
     * @param broken the first hundred faults, in the order of the log
     * @param heads number of valid signed heads
     * @param head the latest signed head; null before the first
     * @param logs number of logs: every reset of the demonstration starts a new one
     * @param since number of entries before them that were verified earlier and not read again
     * @param verified the latest head of the current log
     * @param stamps valid time stamps; each covers all heads of its log up to its size
     */
    record Report(
            long checked,
            long erased,
            List<Broken> broken,
            int heads,
            @Nullable LogHead head,
            List<LogHead> all,
            int logs,
            long since,
            @Nullable LogHead verified,
            List<TimeStamp> stamps) {

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

        /** The first time stamp that covers the entry. */
        @Nullable
        TimeStamp stampOf(Broken one) {
            return stamps.stream()
                    .filter(stamp -> stamp.log() == one.log() && stamp.size() > one.entry())
                    .min(Comparator.comparingLong(TimeStamp::size))
                    .orElse(null);
        }

        /** Number of heads covered by a stamp. */
        long covered(TimeStamp stamp) {
            return all.stream()
                    .filter(head -> head.log() == stamp.log() && head.size() <= stamp.size())
                    .count();
        }
    }

    /**
     * An entry with the event it stands for.
     *
     * @param beginning whether it is the first of a log, which stands for no event
     * @param number key of its chain; for an application's event the application's number
     * @param event null if it is gone
     * @param hasSaltRow whether the chain or entry has a salt, or had one that was erased
     */
    record Stored(
            int log,
            long entry,
            LogSource source,
            boolean beginning,
            @Nullable String number,
            byte @Nullable [] words,
            byte[] hash,
            LogEntry.@Nullable Event event,
            boolean hasSaltRow,
            byte @Nullable [] salt) {}

    /** An event that differs from its sealed hash. */
    private record Suspect(Stored stored, byte[] words) {}

    /** An entry whose hash matches no neighbouring position. */
    private record Misplaced(Stored stored, LogEntry.Event event, byte[] words, byte @Nullable [] previous) {}

    /** Consecutive entries displaced by the same distance. */
    private static final class Run {

        private final long first;
        private final long by;
        private final Stored stored;
        private long length = 1;

        Run(long first, long by, Stored stored) {
            this.first = first;
            this.by = by;
            this.stored = stored;
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
    private final List<TimeStamp> stamps = new ArrayList<>();
    private long since;
    private long soundSize;
    private boolean unlikeItsHeads;
    private @Nullable Instant headBefore;
    private @Nullable Map<LogSource, Long> adopted;
    private MerkleTree.Growing tree = new MerkleTree.Growing();
    private long checked;
    private long erased;
    private int holding;

    /**
     * @param current the log whose events are in the history; of earlier logs only the hashes are left
     * @param known heads in the database
     * @param anchors anchored heads
     * @param keys trusted public keys by id
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

    /**
     * Begins behind a head that was verified before. Heads up to it are not compared again.
     *
     * @param tops what the root over all before it is computed of
     * @param last of each chain that goes on, the hash of its last entry before
     * @param before up to which of their rows other tables stood before they came into the log
     */
    void goOn(LogHead from, List<byte[]> tops, Map<String, byte[]> last, @Nullable Map<LogSource, Long> before) {
        log = from.log();
        entry = from.size();
        since = from.size();
        soundSize = from.size();
        headBefore = from.signedAt();
        adopted = before;
        tree = new MerkleTree.Growing(from.size(), tops);
        previous.putAll(last);
        for (int number = 1; number <= log; number++) {
            int covered = (int) heads.getOrDefault(number, List.of()).stream()
                    .filter(head -> head.log() < log || head.size() <= from.size())
                    .count();
            nextHead.put(number, covered);
        }
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
            // The first entry was compared with the previous log
            if (entry > 0) {
                found(stored, entry, What.EKLENDI);
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
        adopted = null;
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
            found(stored, entry, What.SILINDI);
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
            found(stored, entry, stored.hasSaltRow() ? What.DEGISTIRILDI : What.SILINDI);
        }
        previous.put(number, stored.hash());
        if (event != null) {
            judgeTime(stored, event);
        }
    }

    /** Rows that stood before their table came into the log were sealed long after they were written. */
    private void judgeTime(Stored stored, LogEntry.Event event) {
        if (event.source() == LogSource.KURUM && adopted == null) {
            adopted = OfficeLedger.adopted(event);
        }
        long before = adopted == null ? 0 : adopted.getOrDefault(event.source(), 0L);
        if (headBefore != null && event.id() > before && event.at().isBefore(headBefore.minus(LATEST))) {
            found(stored, entry, What.EKLENDI);
        }
    }

    private void place(Stored stored, LogEntry.Event event, byte[] words, String number) {
        var before = previous.get(number);
        long lately = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).by;
        if (isAt(stored, event, words, before, entry + lately)) {
            displaced(lately, stored);
            return;
        }
        for (long by = -LONGEST_SHIFT; by <= LONGEST_SHIFT; by++) {
            if (isAt(stored, event, words, before, entry + by)) {
                displaced(by, stored);
                return;
            }
        }
        unlikeItsHeads = true;
        remember(misplaced, new Misplaced(stored, event, words, before));
    }

    private void displaced(long by, Stored stored) {
        unlikeItsHeads |= by != 0;
        if (!runs.isEmpty() && runs.get(runs.size() - 1).by == by) {
            runs.get(runs.size() - 1).length++;
        } else if (by != 0 || !runs.isEmpty()) {
            remember(runs, new Run(entry, by, stored));
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

    /** Two events that match each other's sealed entries have been swapped. */
    private void judgeSuspects() {
        for (var suspect : suspects) {
            boolean moved = suspects.stream()
                    .anyMatch(other -> Arrays.equals(other.stored().words(), suspect.words()));
            found(suspect.stored(), suspect.stored().entry(), moved ? What.SIRASI_DEGISTI : What.DEGISTIRILDI);
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
            found(one.stored(), one.stored().entry(), moved ? What.SIRASI_DEGISTI : What.DEGISTIRILDI);
        }
        misplaced.clear();
    }

    /**
     * A single displaced entry was moved if another is displaced the other way; if all following ones are displaced,
     * entries were removed or inserted.
     */
    private void judgeRuns() {
        long by = 0;
        for (var run : runs) {
            boolean moved =
                    run.length == 1 && runs.stream().anyMatch(other -> other.length == 1 && other.by * run.by < 0);
            if (moved) {
                found(run.stored, run.first, What.SIRASI_DEGISTI);
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

    private void found(@Nullable Stored stored, long at, What what) {
        found(log, stored, at, what);
    }

    private void found(int where, @Nullable Stored stored, long at, What what) {
        remember(new Broken(number(stored), where, at, what, subject(stored)));
    }

    private void remember(Broken one) {
        if (broken.size() < MOST && !broken.contains(one)) {
            broken.add(one);
        }
    }

    private static @Nullable String number(@Nullable Stored stored) {
        if (stored == null || stored.source() == LogSource.OLAY) {
            return stored == null ? null : stored.number();
        }
        var event = stored.event();
        return event == null || stored.source() != LogSource.BAKIS ? null : event.number();
    }

    private static @Nullable String subject(@Nullable Stored stored) {
        if (stored == null || stored.source() == LogSource.OLAY) {
            return null;
        }
        var event = stored.event();
        String label = stored.source().label();
        return event == null || stored.source() == LogSource.BAKIS ? label : label + ": " + event.number();
    }

    /**
     * A stored time stamp.
     *
     * @param of the head it was stored for; null if there is no such head
     * @param valid empty if it does not hold
     */
    void stamp(int ofLog, long size, @Nullable LogHead of, Optional<TimeStamp> valid) {
        if (of == null || valid.isEmpty()) {
            remember(new Broken(null, ofLog, Math.max(0, size - 1), What.DAMGA_GECERSIZ, null));
        } else {
            stamps.add(valid.get());
        }
    }

    /** A row that the office works by differs from the last entry about it. */
    void office(OfficeRows.Difference difference) {
        remember(new Broken(
                null,
                current,
                difference.entry() == null ? entry : difference.entry(),
                difference.what(),
                difference.row()));
    }

    /** Called once, after the last entry. */
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
                current,
                since,
                latest != null && latest.log() == current ? latest : null,
                List.copyOf(stamps));
    }
}
