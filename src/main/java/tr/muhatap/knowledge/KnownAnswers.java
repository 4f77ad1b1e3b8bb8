package tr.muhatap.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.SearchText;
import tr.muhatap.text.Texts;

/** The answers that operators give on the spot. The manager keeps all of them, a unit its own. */
@Service
public class KnownAnswers {

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 4_000;
    private static final int MOST_WORDS = 8;
    private static final int MOST_SHOWN = 500;
    private static final int DAYS = 30;
    private static final String USED = "select s.*, coalesce((select sum(n.sayi) from soru_cevap_sayimi n "
            + "where n.soru = s.id and n.gun > :since), 0) as used, coalesce((select sum(n.sayi) "
            + "from soru_cevap_sayimi n where n.soru = s.id), 0) as used_in_all from soru_cevap s where not s.removed";

    private final JdbcClient jdbc;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final Clock clock;

    KnownAnswers(JdbcClient jdbc, Organization organization, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** An answer as it was typed; every field may lack or be wrong. */
    public record Typed(
            @Nullable String question,
            @Nullable String answer,
            @Nullable String topic,
            @Nullable String unit) {}

    /**
     * Those in whose question, answer or topic every word begins a word, what is asked most first; all of them where
     * nothing is searched for.
     */
    public List<KnownAnswer> found(@Nullable String words, int most) {
        var searched = SearchText.searched(words == null ? "" : words).stream()
                .limit(MOST_WORDS)
                .toList();
        if (searched.isEmpty() && words != null && !words.isBlank()) {
            return List.of();
        }
        String conditions = IntStream.range(0, searched.size())
                .mapToObj(i -> " and s.words like :word" + i)
                .collect(Collectors.joining());
        var query = jdbc.sql(USED + conditions + " order by used desc, used_in_all desc, s.soru, s.id limit :most")
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL)
                                .minusDays(DAYS))
                .param("most", Math.min(most, MOST_SHOWN));
        for (int i = 0; i < searched.size(); i++) {
            query = query.param("word" + i, "% " + searched.get(i) + "%");
        }
        return query.query(KnownAnswers::answer).list();
    }

    /** Empty if there is none, or it was taken away. */
    public Optional<KnownAnswer> find(long id) {
        return jdbc.sql(USED + " and s.id = :id")
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL)
                                .minusDays(DAYS))
                .param("id", id)
                .query(KnownAnswers::answer)
                .optional();
    }

    /** Whether the current user may write answers at all. */
    public boolean mayWrite() {
        return isManager() || !ownUnits().isEmpty();
    }

    /** Whether the current user may change one. */
    public boolean mayChange(KnownAnswer answer) {
        return isManager() || answer.unit() != null && ownUnits().contains(answer.unit());
    }

    /** Codes of the units for which the current user may write; all for the manager. */
    public List<String> units() {
        return organization.units().stream()
                .map(unit -> unit.code())
                .filter(code -> isManager() || ownUnits().contains(code))
                .toList();
    }

    /** @throws tr.muhatap.problem.InvalidInputException naming every faulty field */
    public void add(Typed typed) {
        if (!mayWrite()) {
            throw denied();
        }
        var checked = checked(typed);
        jdbc.sql("insert into soru_cevap (version, soru, cevap, topic, unit, words, removed, changed_by, changed_at) "
                        + "values (1, :question, :answer, :topic, :unit, :words, false, :by, :at)")
                .params(checked.params())
                .param("by", currentUser.name())
                .param("at", now())
                .update();
    }

    /**
     * Changes one.
     *
     * @param version the one that was changed
     * @throws RuleViolationException if somebody else changed it meanwhile
     */
    public void change(long id, int version, Typed typed) {
        requireChange(id);
        var checked = checked(typed);
        changed(jdbc.sql("update soru_cevap set version = version + 1, soru = :question, cevap = :answer, "
                        + "topic = :topic, unit = :unit, words = :words, changed_by = :by, changed_at = :at "
                        + "where id = :id and version = :version and not removed")
                .params(checked.params())
                .param("by", currentUser.name())
                .param("at", now())
                .param("id", id)
                .param("version", version)
                .update());
    }

    /** Takes one away; its counts stay. Else as {@link #change}. */
    public void remove(long id, int version) {
        requireChange(id);
        changed(jdbc.sql("update soru_cevap set version = version + 1, removed = true, changed_by = :by, "
                        + "changed_at = :at where id = :id and version = :version and not removed")
                .param("by", currentUser.name())
                .param("at", now())
                .param("id", id)
                .param("version", version)
                .update());
    }

    /** Counts that an answer was given today. */
    public void given(long id) {
        var today = LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL);
        if (count(id, today) == 0) {
            try {
                jdbc.sql("insert into soru_cevap_sayimi (soru, gun, sayi) values (:id, :day, 0)")
                        .param("id", id)
                        .param("day", today)
                        .update();
            } catch (DuplicateKeyException countedAtOnce) {
                // Another clerk gave it first today
            }
            count(id, today);
        }
    }

    private int count(long id, LocalDate day) {
        return jdbc.sql("update soru_cevap_sayimi set sayi = sayi + 1 where soru = :id and gun = :day")
                .param("id", id)
                .param("day", day)
                .update();
    }

    /** What was typed, as it is kept. */
    private record Checked(
            String question,
            String answer,
            @Nullable String topic,
            @Nullable String unit,
            String words) {

        java.util.Map<String, @Nullable Object> params() {
            var params = new java.util.HashMap<String, @Nullable Object>();
            params.put("question", question);
            params.put("answer", answer);
            params.put("topic", topic);
            params.put("unit", unit);
            params.put("words", words);
            return params;
        }
    }

    private Checked checked(Typed typed) {
        var check = new Check();
        String question = check.line("question", typed.question(), LONGEST_QUESTION);
        String answer = check.printable("answer", check.text("answer", typed.answer(), LONGEST_ANSWER));
        var topic = given(typed.topic()).flatMap(organization::openTopic);
        check.require(topic.isPresent() || given(typed.topic()).isEmpty(), "topic", Texts.of("knowledge.konu-yok"));
        String unit = given(typed.unit()).orElse(null);
        check.require(unit == null ? isManager() : units().contains(unit), "unit", Texts.of("knowledge.birim-secin"));
        check.done();
        String words = SearchText.of(
                Check.given(question),
                Check.given(answer),
                topic.map(Topic::name).orElse(""));
        return new Checked(
                Check.given(question),
                Check.given(answer),
                topic.map(Topic::code).orElse(null),
                unit,
                words);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(one -> !one.isEmpty());
    }

    private void requireChange(long id) {
        var answer = find(id);
        if (answer.isPresent() ? !mayChange(answer.get()) : !mayWrite()) {
            throw denied();
        }
        if (answer.isEmpty()) {
            throw new NotFoundException(Texts.of("knowledge.yok"));
        }
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new RuleViolationException(KnowledgeRefusal.CEVAP_DEGISTI, Texts.of("knowledge.degisti"));
        }
    }

    private boolean isManager() {
        return currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN);
    }

    private List<String> ownUnits() {
        return currentUser.groups().stream()
                .filter(Groups::isUnit)
                .map(Groups::unitOf)
                .toList();
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException(Texts.of("knowledge.yetki"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static KnownAnswer answer(ResultSet row, int index) throws SQLException {
        return new KnownAnswer(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("soru"),
                row.getString("cevap"),
                row.getString("topic"),
                row.getString("unit"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("used"),
                row.getLong("used_in_all"));
    }
}
