package tr.muhatap.intake.aktarim;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.attachment.Upload;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.aktarim.ImportStore.Import;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Imports of lists from CİMER and Açık Kapı: submitted, compared, registered, stopped; with the office's column maps
 * and words.
 */
@Service
public class Imports {

    /** Names of the form's fields, used for faults. */
    public static final String FILE = "file";

    public static final String MAP = "map";
    public static final String CHANNEL = "channel";

    /** Maximum number of refused and changed rows on the page; the file contains all. */
    public static final int SHOWN = 200;

    private static final int NEWEST = 30;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COLUMN = 150;

    /** Maximum total length of a field's column names, so that a complete map fits its column. */
    private static final int LONGEST_NAMES = 500;

    private static final int LONGEST_WORD = 100;
    private static final int MOST_WORDS = 2_000;
    private static final long LARGEST = 10L << 20;

    private final ImportStore store;
    private final ImportSettings settings;
    private final ImportSchedule schedule;
    private final Intake intake;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final PersonalDataLog personalDataLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            ImportStore store,
            ImportSettings settings,
            ImportSchedule schedule,
            Intake intake,
            Organization organization,
            CurrentUser currentUser,
            PersonalDataLog personalDataLog,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.schedule = schedule;
        this.intake = intake;
        this.organization = organization;
        this.currentUser = currentUser;
        this.personalDataLog = personalDataLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An import as shown to users and API clients.
     *
     * @param counts rows by outcome
     */
    public record View(
            String id,
            Channel channel,
            String fileName,
            ColumnMap map,
            ListFormat format,
            ImportState state,
            int rows,
            Map<RowOutcome, Integer> counts,
            String createdBy,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String failure,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            boolean kept) {

        /** Number of rows with an outcome. */
        public int done() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A row that staff have to look at. */
    public record Row(
            int line,
            @Nullable String reference,
            @Nullable String number,
            List<FieldError> errors,
            List<String> differing) {}

    /** The channels with lists: those whose answers are returned to the source. */
    public static List<Channel> channels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.answerWay() == AnswerWay.BACK_TO_SOURCE)
                .toList();
    }

    /**
     * Registers a list in the background.
     *
     * @param mapName the stored column map; null: the one that fits best
     * @throws InvalidInputException if the list is unreadable, with advice
     */
    public View start(@Nullable String channel, @Nullable String mapName, @Nullable Upload file) {
        return handIn(channel, mapName, file, ImportState.SIRADA);
    }

    /** Compares a list with the register in the background; otherwise as {@link #start}. */
    public View examine(@Nullable String channel, @Nullable String mapName, @Nullable Upload file) {
        return handIn(channel, mapName, file, ImportState.INCELENIYOR);
    }

    private View handIn(
            @Nullable String channelName, @Nullable String mapName, @Nullable Upload file, ImportState state) {
        requireImporter();
        var channel = Channel.find(channelName)
                .filter(channels()::contains)
                .orElseThrow(() -> new InvalidInputException(
                        CHANNEL,
                        Texts.of(
                                "intake.aktarim.kanal",
                                String.join(
                                        ", ",
                                        channels().stream().map(Channel::name).toList()))));
        intake.requireRegistering(channel);
        byte[] content = content(file);
        var source = new SourceFile(content, settings.mostRows());
        var maps = maps(channel, mapName);
        try {
            var format = source.detect(
                    ListFormat.Wish.NONE,
                    headers -> maps.stream()
                            .mapToInt(map -> map.fit(headers))
                            .max()
                            .orElse(0));
            var map = maps.stream()
                    .max(Comparator.comparingInt(one -> one.fit(format.headers())))
                    .orElseGet(() -> new ColumnMap(Texts.of("intake.aktarim.adsiz"), channel.name(), Map.of()));
            if (state == ImportState.SIRADA) {
                requireSufficient(map, format);
            }
            var made = new Import(
                    UUID.randomUUID().toString(),
                    channel.name(),
                    fileName(file),
                    map,
                    format,
                    state,
                    0,
                    null,
                    null,
                    currentUser.name(),
                    currentUser.groups(),
                    clock.instant(),
                    null,
                    null);
            var counted = counted(made, source);
            store.add(counted, content);
            schedule.wake();
            return view(counted);
        } catch (UnreadableListException unreadable) {
            throw new InvalidInputException(FILE, String.valueOf(unreadable.getMessage()));
        }
    }

    /**
     * Changes format or columns of a list that has not been registered; it is compared again.
     *
     * @throws InvalidInputException if it cannot be read with them
     */
    public void reform(String id, ListFormat.Wish wish, ColumnMap map) {
        var one = own(id);
        requireState(one, Set.of(ImportState.INCELENDI, ImportState.OKUNAMADI));
        byte[] content = contentOf(one);
        var source = new SourceFile(content, settings.mostRows());
        try {
            var format = source.detect(wish, map::fit);
            var other = counted(with(one, checked(map, one.channel()), format), source);
            transaction.executeWithoutResult(tx -> {
                store.reform(other);
                store.forgetRows(id);
                change(one, Set.of(ImportState.INCELENDI, ImportState.OKUNAMADI), ImportState.INCELENIYOR);
            });
            schedule.wake();
        } catch (UnreadableListException unreadable) {
            throw new InvalidInputException(FILE, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Registers a list that was compared. */
    public void take(String id) {
        var one = own(id);
        requireState(one, Set.of(ImportState.INCELENDI));
        intake.requireRegistering(Channel.valueOf(one.channel()));
        requireSufficient(one.map(), one.format());
        contentOf(one);
        transaction.executeWithoutResult(tx -> {
            change(one, Set.of(ImportState.INCELENDI), ImportState.SIRADA);
            store.forgetRows(id);
        });
        schedule.wake();
    }

    /** Stops an import; registered rows remain. */
    public void stop(String id) {
        var one = own(id);
        change(one, ImportState.STOPPABLE, ImportState.DURDURULDU);
    }

    /** Resumes a stopped import. */
    public void resume(String id) {
        var one = own(id);
        requireState(one, Set.of(ImportState.DURDURULDU));
        intake.requireRegistering(Channel.valueOf(one.channel()));
        requireSufficient(one.map(), one.format());
        contentOf(one);
        change(one, Set.of(ImportState.DURDURULDU), ImportState.SIRADA);
        schedule.wake();
    }

    public View view(String id) {
        return view(own(id));
    }

    /** The latest imports, newest first. */
    public List<View> newest() {
        requireOffice();
        return store.newest(NEWEST).stream().map(this::view).toList();
    }

    /** Rows with an outcome, in the order of the list. */
    public List<Row> rows(String id, RowOutcome outcome, int most) {
        var one = own(id);
        return store.rows(one.id(), outcome, 0, most).stream()
                .map(row -> new Row(
                        row.line(),
                        row.reference(),
                        row.number(),
                        row.detail().errors(),
                        row.detail().differing()))
                .toList();
    }

    /** External numbers in a list. */
    Set<String> references(String id) {
        return store.references(own(id).id());
    }

    /** Writes the refused rows in the original format, with the reasons; each access is logged. */
    public void refusedRows(String id, OutputStream out) {
        var one = own(id);
        personalDataLog.viewed("aktarim-" + one.id().substring(0, 8), Texts.of("intake.aktarim.ret-dosyasi"));
        try {
            RefusedRows.write(one.format(), (line, most) -> store.rows(one.id(), RowOutcome.RET, line, most), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored column maps of a channel; all if it is null. */
    public List<ColumnMap> keptMaps(@Nullable Channel channel) {
        return store.maps().stream()
                .filter(map -> channel == null || map.channel().equals(channel.name()))
                .toList();
    }

    /** @throws InvalidInputException naming every faulty field */
    public void keepMap(String id, String name) {
        var one = own(id);
        requireOffice();
        String stripped = PlainText.stripped(name);
        if (stripped.isEmpty()
                || PlainText.isLongerThan(stripped, LONGEST_NAME)
                || !PlainText.isVisibleLine(stripped)) {
            throw new InvalidInputException("name", Texts.of("intake.aktarim.esleme-adi"));
        }
        boolean kept = store.keep(
                new ColumnMap(
                        stripped,
                        one.channel(),
                        checked(one.map(), one.channel()).columns()),
                currentUser.name());
        if (!kept) {
            throw new InvalidInputException("name", Texts.of("intake.aktarim.esleme-baska-kanalin"));
        }
    }

    /** The office's words by kind, one per line, for editing. */
    public Map<WordTable.Kind, String> words() {
        requireOffice();
        var lines = new EnumMap<WordTable.Kind, String>(WordTable.Kind.class);
        for (var kind : WordTable.Kind.values()) {
            lines.put(kind, "");
        }
        store.words()
                .forEach(word -> lines.merge(word.kind(), word.shown() + " = " + word.value() + "\n", String::concat));
        return lines;
    }

    /**
     * Replaces the office's words of a kind.
     *
     * @param typed on each line a word, an equals sign and its meaning here
     * @throws InvalidInputException naming the first faulty line
     */
    public void keepWords(WordTable.Kind kind, String typed) {
        requireOffice();
        var words = new java.util.LinkedHashMap<String, ImportStore.Word>();
        int number = 0;
        for (var line : typed.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var word = word(kind, line, number);
            if (words.putIfAbsent(word.word(), word) != null) {
                throw new InvalidInputException(kind.name(), Texts.of("intake.aktarim.kelime-iki-kez", number));
            }
        }
        if (words.size() > MOST_WORDS) {
            throw new InvalidInputException(kind.name(), Texts.of("intake.aktarim.kelime-cok", MOST_WORDS));
        }
        try {
            transaction.executeWithoutResult(tx -> store.replaceWords(kind, List.copyOf(words.values())));
        } catch (DuplicateKeyException somebodyElseToo) {
            throw new InvalidInputException(kind.name(), Texts.of("intake.aktarim.kelime-ayni-anda"));
        }
    }

    private ImportStore.Word word(WordTable.Kind kind, String line, int number) {
        int sign = line.lastIndexOf('=');
        String shown = sign < 0 ? "" : PlainText.stripped(line.substring(0, sign));
        String value = sign < 0 ? "" : PlainText.stripped(line.substring(sign + 1));
        String key = WordTable.key(shown);
        if (key.isEmpty()
                || key.length() > 2 * LONGEST_WORD
                || PlainText.isLongerThan(shown, LONGEST_WORD)
                || !PlainText.isVisibleLine(shown)) {
            throw new InvalidInputException(kind.name(), Texts.of("intake.aktarim.kelime-satiri", number));
        }
        if (!values(kind).contains(value)) {
            throw new InvalidInputException(kind.name(), Texts.of("intake.aktarim.kelime-degeri", number, value));
        }
        return new ImportStore.Word(kind, key, shown, value);
    }

    /** Possible meanings of words of a kind. */
    public List<String> values(WordTable.Kind kind) {
        return switch (kind) {
            case TUR -> Arrays.stream(Kind.values()).map(Kind::name).toList();
            case KONU ->
                organization.topics().stream().map(topic -> topic.code()).toList();
            case GIZLI, DURUM -> List.of(WordTable.YES, WordTable.NO);
        };
    }

    private List<ColumnMap> maps(Channel channel, @Nullable String name) {
        var kept = keptMaps(channel);
        if (name == null || name.isBlank()) {
            return kept;
        }
        var named = kept.stream()
                .filter(map -> map.name().equals(PlainText.stripped(name)))
                .toList();
        if (named.isEmpty()) {
            throw new InvalidInputException(MAP, Texts.of("intake.aktarim.esleme-yok"));
        }
        return named;
    }

    private static void requireSufficient(ColumnMap map, ListFormat format) {
        if (!map.on(format.headers()).suffices()) {
            throw new InvalidInputException(
                    MAP, Texts.of("intake.aktarim.esleme-yetersiz", String.join(", ", format.headers())));
        }
    }

    /** Counts the rows and determines the range of days. */
    private Import counted(Import one, SourceFile source) {
        int rows = source.countRows(one.format());
        if (rows == 0) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.satir-yok"));
        }
        LocalDate first = null;
        LocalDate last = null;
        try (var list = source.open(one.format())) {
            var translator = new RowTranslator(
                    Channel.valueOf(one.channel()),
                    one.map().on(one.format().headers()),
                    new WordTable(Map.of()),
                    organization,
                    list.countsFrom1904());
            for (var row : list) {
                var day = row.line() > one.format().headerLine() ? translator.day(row) : null;
                if (day != null) {
                    first = first == null || day.isBefore(first) ? day : first;
                    last = last == null || day.isAfter(last) ? day : last;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Import(
                one.id(),
                one.channel(),
                one.fileName(),
                one.map(),
                one.format(),
                one.state(),
                rows,
                first,
                last,
                one.createdBy(),
                one.createdGroups(),
                one.createdAt(),
                one.endedAt(),
                one.failure());
    }

    private static Import with(Import one, ColumnMap map, ListFormat format) {
        return new Import(
                one.id(),
                one.channel(),
                one.fileName(),
                map,
                format,
                one.state(),
                one.rows(),
                one.firstDay(),
                one.lastDay(),
                one.createdBy(),
                one.createdGroups(),
                one.createdAt(),
                one.endedAt(),
                one.failure());
    }

    private static ColumnMap checked(ColumnMap map, String channel) {
        map.columns().forEach((field, column) -> {
            if (column.length() > LONGEST_NAMES
                    || column.chars().anyMatch(Imports::isNoText)
                    || ColumnMap.namesOf(column).anyMatch(name -> PlainText.isLongerThan(name, LONGEST_COLUMN))) {
                throw new InvalidInputException(field.name(), Texts.of("intake.aktarim.sutun-adi"));
            }
        });
        String name = map.name().isBlank() ? Texts.of("intake.aktarim.adsiz") : map.name();
        return new ColumnMap(name, channel, map.columns());
    }

    /** Invisible characters, which take six characters each in the stored JSON. */
    private static boolean isNoText(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t';
    }

    private static byte[] content(@Nullable Upload file) {
        if (file == null || file.size() == 0) {
            throw new InvalidInputException(FILE, Texts.of("intake.aktarim.dosya.bos"));
        }
        if (file.size() > LARGEST) {
            throw new InvalidInputException(FILE, Texts.of("intake.aktarim.dosya.buyuk", LARGEST >> 20));
        }
        try {
            return file.content().get();
        } catch (IllegalStateException thrownAway) {
            throw new InvalidInputException(FILE, Texts.of("intake.aktarim.dosya.buyuk", LARGEST >> 20));
        }
    }

    private static String fileName(@Nullable Upload file) {
        String name = file == null ? "" : PlainText.stripped(file.name());
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
        return name.isEmpty()
                ? Texts.of("intake.aktarim.liste")
                : name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }

    private View view(Import one) {
        return new View(
                one.id(),
                Channel.valueOf(one.channel()),
                one.fileName(),
                one.map(),
                one.format(),
                one.state(),
                one.rows(),
                store.counts(one.id()),
                one.createdBy(),
                one.createdAt(),
                one.endedAt(),
                one.failure(),
                one.firstDay(),
                one.lastDay(),
                true);
    }

    private byte[] contentOf(Import one) {
        return store.content(one.id())
                .orElseThrow(() -> ImportRefusal.DOSYA_SAKLANMIYOR
                        .because(Texts.of("intake.aktarim.dosya.saklanmiyor"))
                        .exception());
    }

    private static void requireState(Import one, Set<ImportState> states) {
        if (!states.contains(one.state())) {
            throw refusedAt(one.state());
        }
    }

    private void change(Import one, Set<ImportState> from, ImportState to) {
        if (!store.change(one.id(), from, to, null)) {
            throw refusedAt(store.find(one.id()).map(Import::state).orElse(one.state()));
        }
    }

    private static RuleViolationException refusedAt(ImportState state) {
        return ImportRefusal.AKTARIM_BASKA_ASAMADA
                .because(Texts.of("intake.ret.aktarim-baska-asamada", state.label()))
                .exception();
    }

    /** Imports of other users are treated as not existing, except for the office. */
    private Import own(String id) {
        requireImporter();
        return store.find(id)
                .filter(one -> isOffice() || one.createdBy().equals(currentUser.name()))
                .orElseThrow(() -> new NotFoundException(Texts.of("intake.aktarim.yok")));
    }

    private boolean isOffice() {
        return currentUser.isIn(Groups.HALKLA_ILISKILER, Groups.CAMUNDA_ADMIN);
    }

    private void requireOffice() {
        if (!isOffice()) {
            throw new AccessDeniedException(Texts.of("intake.aktarim.yetki"));
        }
    }

    private void requireImporter() {
        if (!isOffice() && !currentUser.isIn(Groups.KANAL_ISTEMCISI)) {
            throw new AccessDeniedException(Texts.of("intake.aktarim.yetki"));
        }
    }
}
