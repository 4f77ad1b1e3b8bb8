package tr.muhatap.takip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.ContactData;
import tr.muhatap.text.Texts;

/**
 * What a citizen says once an application is closed: whether the problem is solved, how satisfied from 1 to 5, and a sentence.
 * Once for each time that it was closed; figures count it, and the words are shown as the application's own are.
 */
@Component
public class Satisfaction {

    /** Name of the form's field. */
    public static final String SOLVED = "cozuldu";

    /** Name of the form's field. */
    public static final String SCORE = "puan";

    /** Name of the form's field. */
    public static final String WORDS = "words";

    private static final int LONGEST = 500;
    private static final Set<String> YES_OR_NO = Set.of("evet", "hayir");

    /** Who withdrew, or is answered with another application, was not served by this one. */
    private static final Set<Outcome> NOT_ASKED = Set.of(Outcome.VAZGECILDI, Outcome.MUKERRER);

    private final Tracking tracking;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Satisfaction(Tracking tracking, BasvuruRegister register, BasvuruAccess access, JdbcClient jdbc, Clock clock) {
        this.tracking = tracking;
        this.register = register;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was said.
     *
     * @param score from 1 to 5
     * @param words null if there are none
     */
    public record Given(boolean solved, int score, @Nullable String words, Instant at) {}

    /** Whether the citizen may say it now: closed, and not said since it was closed. */
    public boolean isAsked(String number) {
        return register.find(number)
                .filter(Satisfaction::isServed)
                .filter(basvuru -> find(basvuru).isEmpty())
                .isPresent();
    }

    private static boolean isServed(Basvuru basvuru) {
        var outcome = basvuru.outcome();
        return basvuru.status() == Status.KAPANDI && outcome != null && !NOT_ASKED.contains(outcome);
    }

    /**
     * Keeps it. The same again, as by a double click, changes nothing.
     *
     * @param solved {@code evet} or {@code hayir}
     * @param score 1 to 5
     * @throws NotFoundException for an unknown number and for a wrong code alike
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     * @throws RuleViolationException if it is not closed, or was said with other words
     */
    public void give(
            String number, String code, @Nullable String solved, @Nullable String score, @Nullable String words) {
        var basvuru = tracking.find(number, code)
                .orElseThrow(() -> new NotFoundException(Texts.of("takip.citizen-steps.bu-numara-ve-takip-koduyla")));
        if (!isServed(basvuru)) {
            throw new RuleViolationException(
                    TakipRefusal.DEGERLENDIRME_YAPILAMAZ, Texts.of("takip.ret.degerlendirme-yapilamaz"));
        }
        var check = new Check();
        check.require(solved != null && YES_OR_NO.contains(solved), SOLVED, Texts.of("takip.degerlendirme.cozuldu-mu"));
        check.require(score != null && score.matches("[1-5]"), SCORE, Texts.of("takip.degerlendirme.puan-secin"));
        String sentence = check.optionalText(WORDS, words, LONGEST);
        check.done();
        var given = new Given("evet".equals(solved), Integer.parseInt(Check.given(score)), sentence, clock.instant());
        var known = find(basvuru);
        if (known.isEmpty() && keep(basvuru, given)) {
            return;
        }
        var before = known.or(() -> find(basvuru)).orElseThrow();
        if (before.solved() != given.solved()
                || before.score() != given.score()
                || !Objects.equals(before.words(), given.words())) {
            throw new RuleViolationException(
                    TakipRefusal.DEGERLENDIRME_VERILMIS, Texts.of("takip.ret.degerlendirme-verilmis"));
        }
    }

    /** False if another request was quicker. */
    private boolean keep(Basvuru basvuru, Given given) {
        try {
            jdbc.sql("insert into memnuniyet (number, round, solved, score, words, given_at) "
                            + "values (:number, :round, :solved, :score, :words, :at)")
                    .param("number", basvuru.number())
                    .param("round", basvuru.reopenings())
                    .param("solved", given.solved())
                    .param("score", given.score())
                    .param("words", given.words())
                    .param("at", given.at().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    /** What the citizen said since it was closed the last time, as the citizen reads it. */
    public Optional<Given> ofCitizen(String number) {
        return register.find(number).flatMap(this::find);
    }

    /**
     * The last that was said, to whoever may read the application; contact data in the words are hidden from those who do not
     * see the applicant.
     */
    public Optional<Given> ofOffice(String number) {
        return register.find(number)
                .filter(access::hasInsight)
                .flatMap(basvuru -> last(basvuru.number())
                        .map(given -> access.seesApplicant(basvuru) || given.words() == null
                                ? given
                                : new Given(
                                        given.solved(), given.score(), ContactData.hidden(given.words()), given.at())));
    }

    private Optional<Given> find(Basvuru basvuru) {
        return jdbc.sql(
                        "select solved, score, words, given_at from memnuniyet where number = :number and round = :round")
                .param("number", basvuru.number())
                .param("round", basvuru.reopenings())
                .query(Satisfaction::given)
                .optional();
    }

    private Optional<Given> last(String number) {
        return jdbc.sql("select solved, score, words, given_at from memnuniyet where number = :number "
                        + "order by round desc limit 1")
                .param("number", number)
                .query(Satisfaction::given)
                .optional();
    }

    private static Given given(ResultSet row, int index) throws SQLException {
        return new Given(
                row.getBoolean("solved"),
                row.getInt("score"),
                row.getString("words"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
