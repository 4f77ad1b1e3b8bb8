package tr.muhatap.dosya;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.StaffNames;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * Internal notes of staff about an application, also after it is closed. Notes are immutable; the history records that
 * one was added, but not its text, which may name people.
 */
@Component
public class Notes {

    private static final int LONGEST = 4_000;
    private static final Check.Wording WORDING = new Check.Wording(
            Texts.of("dosya.notes.notu-yazin"),
            Texts.of("dosya.notes.not-en-cok-karakter-olabilir"),
            Texts.of("dosya.notes.notta-gorunmeyen-karakter-olamaz"));

    /** The same text of the same author within this time is treated as a duplicate submission. */
    private static final Duration SENT_TWICE = Duration.ofMinutes(1);

    /** A note. */
    public record Note(Instant at, String actor, String who, String text) {}

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notes(
            BasvuruRegister register,
            BasvuruAccess access,
            JdbcClient jdbc,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a note; allowed for all who may decide about an application: its desk, its units, Halkla İlişkiler and the
     * managers.
     *
     * @throws tr.muhatap.problem.InvalidInputException if it is empty, too long or contains control characters
     */
    @Transactional
    public void add(String number, String typed) {
        access.requireDeciding(register.get(number));
        add(number, typed, currentUser.name());
    }

    /** Adds a citizen's text outside of the application's steps, such as a reply to one of our e-mails. */
    @Transactional
    public void addFromCitizen(String number, String words) {
        add(number, words, CurrentUser.CITIZEN);
    }

    /**
     * Adds what came from a third-party application, whose users need not be the applicant.
     *
     * @param deliverer actor name of the application
     */
    @Transactional
    public void addFromApp(String number, String words, String deliverer) {
        add(number, words, deliverer);
    }

    /** Adds what the program itself has to say about an application to those who work on it. */
    @Transactional
    public void addFromProgram(String number, String words) {
        add(number, words, CurrentUser.SYSTEM);
    }

    private void add(String number, String typed, String actor) {
        var check = new Check();
        String given = check.text("text", typed, LONGEST, WORDING);
        check.done();
        String text = Check.given(given);
        var now = clock.instant();
        if (isThere(number, text, actor, now)) {
            return;
        }
        jdbc.sql("insert into basvuru_notu (number, at, actor, actor_name, text) values (:number, :at, :actor, "
                        + StaffNames.OF_ACTOR + ", :text)")
                .param("number", number)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("text", Check.given(text))
                .update();
        events.publishEvent(new BasvuruEvent.NotEklendi(number, now, actor));
    }

    /** Whether a form was submitted twice, concurrently or in sequence, as by a double click. */
    private boolean isThere(String number, String text, String actor, Instant now) {
        register.hold(number);
        return jdbc.sql("select count(*) from basvuru_notu where number = :number and actor = :actor and text = :text "
                                + "and at > :since")
                        .param("number", number)
                        .param("actor", actor)
                        .param("text", text)
                        .param("since", now.minus(SENT_TWICE).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the current user may add a note. */
    boolean mayAdd(Basvuru basvuru) {
        return access.mayDecide(basvuru);
    }

    /** In the order of writing. */
    List<Note> of(String number) {
        return jdbc.sql("select at, actor, actor_name, text from basvuru_notu where number = :number order by id")
                .param("number", number)
                .query((row, index) -> new Note(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        History.Entry.who(row.getString("actor"), row.getString("actor_name")),
                        row.getString("text")))
                .list();
    }
}
