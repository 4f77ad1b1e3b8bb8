package tr.muhatap.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Answer templates, maintained by managers and offered, filled in, to authors of answers. Versions are never changed or
 * deleted: a change adds a new one, so that the table is its own audit log.
 */
@Service
public class AnswerTemplates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 8_000;
    private static final Check.Wording WORDING = new Check.Wording(
            Texts.of("template.answer-templates.bu-alan-zorunludur"),
            Texts.of("template.answer-templates.en-cok-karakter-olabilir"),
            Texts.of("template.answer-templates.bu-alanda-gorunmeyen-karakter-olamaz"));
    private static final String CURRENT = "select * from cevap_sablonu s where not removed "
            + "and version = (select max(version) from cevap_sablonu t where t.id = s.id)";

    /** A filled-in template in the answer's form. */
    public record Offer(String id, String title, Outcome outcome, String text) {}

    /** Input of a template, not validated; every field may be missing or invalid. */
    public record Typed(
            @Nullable String title,
            @Nullable String topic,
            @Nullable String outcome,
            @Nullable String text) {}

    private final JdbcClient jdbc;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final Organization organization;
    private final CurrentUser currentUser;
    private final OfficeLog officeLog;
    private final Clock clock;

    AnswerTemplates(
            JdbcClient jdbc,
            BasvuruRegister register,
            BasvuruAccess access,
            Organization organization,
            CurrentUser currentUser,
            OfficeLog officeLog,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.access = access;
        this.organization = organization;
        this.currentUser = currentUser;
        this.officeLog = officeLog;
        this.clock = clock;
    }

    /** All current templates, general ones first. */
    public List<AnswerTemplate> all() {
        return jdbc.sql(CURRENT + " order by topic nulls first, outcome, title")
                .query(AnswerTemplates::template)
                .list();
    }

    /** Every version of a template, newest first; empty if it never existed. */
    public List<AnswerTemplate> versions(String id) {
        return jdbc.sql("select * from cevap_sablonu where id = :id order by version desc")
                .param("id", id)
                .query(AnswerTemplates::template)
                .list();
    }

    /**
     * Templates for an application, filled in, those for its topic first.
     *
     * @throws NotFoundException if the application is not visible to the current user
     * @throws AccessDeniedException if the current user may not write its answer
     */
    public List<Offer> offeredFor(String number) {
        var basvuru = register.get(number);
        access.requireDrafting(basvuru);
        return jdbc
                .sql(CURRENT + " and (topic is null or topic = :topic) order by topic nulls last, outcome, title")
                .param("topic", basvuru.topic())
                .query(AnswerTemplates::template)
                .list()
                .stream()
                .map(template -> new Offer(
                        template.id(),
                        template.title(),
                        template.outcome(),
                        TemplateText.filled(template.text(), field -> value(field, basvuru))))
                .toList();
    }

    /** Adds a template. */
    @Transactional
    public void add(Typed typed) {
        requireKeeper();
        holdFirstVersions();
        if (!isThere(typed)) {
            insert(UUID.randomUUID().toString(), 1, typed, false);
        }
    }

    /** Locks, since two concurrent inserts would not see each other. */
    private void holdFirstVersions() {
        jdbc.sql("select id from cevap_sablonu where version = 1 order by id for update")
                .query(String.class)
                .list();
    }

    /** Detects a duplicate submission, as by a double click: the same text of the same user within a minute. */
    private boolean isThere(Typed typed) {
        return jdbc.sql("select count(*) from cevap_sablonu where version = 1 and title = :title and text = :text "
                                + "and changed_by = :by and changed_at > :since")
                        .param("title", typed.title() == null ? "" : PlainText.stripped(typed.title()))
                        .param("text", typed.text() == null ? "" : PlainText.stripped(typed.text()))
                        .param("by", currentUser.name())
                        .param(
                                "since",
                                clock.instant().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Adds a new version.
     *
     * @param version the version that was edited
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     * @throws RuleViolationException if another user changed it meanwhile
     */
    @Transactional
    public void change(String id, int version, Typed typed) {
        requireKeeper();
        current(id);
        insert(id, version + 1, typed, false);
    }

    /** Deletes a template by a new version; its versions are kept. Otherwise as {@link #change}. */
    @Transactional
    public void remove(String id, int version) {
        requireKeeper();
        var last = current(id);
        insert(
                id,
                version + 1,
                new Typed(last.title(), last.topic(), last.outcome().name(), last.text()),
                true);
    }

    private AnswerTemplate current(String id) {
        return versions(id).stream()
                .findFirst()
                .filter(template -> !template.removed())
                .orElseThrow(() -> new NotFoundException(Texts.of("template.answer-templates.boyle-bir-sablon-yok")));
    }

    private void requireKeeper() {
        if (!currentUser.isIn(Groups.HALKLA_ILISKILER_YONETICISI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(
                    Texts.of("template.answer-templates.sablonlari-halkla-iliskiler-yoneticisi-degistirir"));
        }
    }

    private void insert(String id, int version, Typed typed, boolean removed) {
        var check = new Check();
        String title = check.text("title", typed.title(), LONGEST_TITLE, WORDING);
        String text = check.text("text", typed.text(), LONGEST_TEXT, WORDING);
        String topic = typed.topic() == null || typed.topic().isBlank() ? null : typed.topic();
        check.require(
                title == null || PlainText.isCleanLine(title),
                "title",
                Texts.of("template.answer-templates.sablonun-adinda-gorunmeyen-karakter-olamaz"));
        check.require(
                topic == null || organization.openTopic(topic).isPresent(),
                "topic",
                Texts.of("template.answer-templates.boyle-bir-konu-yok"));
        var outcome = outcome(typed.outcome());
        check.require(outcome.isPresent(), "outcome", Texts.of("template.answer-templates.bir-sonuc-secin"));
        check.require(
                text == null || TemplateText.unknown(text).isEmpty(),
                "text",
                text == null
                        ? ""
                        : Texts.of(
                                "template.answer-templates.bilinmeyen-alan",
                                String.join(", ", TemplateText.unknown(text))));
        check.done();
        try {
            jdbc.sql(
                            "insert into cevap_sablonu (id, version, title, topic, outcome, text, removed, changed_by, changed_at) "
                                    + "values (:id, :version, :title, :topic, :outcome, :text, :removed, :by, :at)")
                    .param("id", id)
                    .param("version", version)
                    .param("title", title)
                    .param("topic", topic)
                    .param("outcome", outcome.orElseThrow().name())
                    .param("text", text)
                    .param("removed", removed)
                    .param("by", currentUser.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException changedMeanwhile) {
            throw new RuleViolationException(TemplateRefusal.SABLON_DEGISTI, Texts.of("template.ret.sablon-degisti"));
        }
        officeLog.changed(
                new OfficeChange.TemplateVersion(currentUser.name(), id, version, Check.given(title), removed));
    }

    private static Optional<Outcome> outcome(@Nullable String typed) {
        return Basvuru.ANSWERS.stream().filter(one -> one.name().equals(typed)).findFirst();
    }

    private String value(TemplateField field, Basvuru basvuru) {
        return switch (field) {
            case NUMARA -> basvuru.number();
            case BASLIK -> basvuru.subject();
            case KONU ->
                Optional.ofNullable(basvuru.topic())
                        .flatMap(organization::topic)
                        .map(topic -> topic.name())
                        .orElse(basvuru.kind().label());
            case KANAL -> basvuru.channel().label();
            case BIRIM ->
                Optional.ofNullable(basvuru.unit())
                        .flatMap(organization::unit)
                        .map(unit -> unit.name())
                        .orElse("ilgili");
            case GELIS_GUNU -> DAY.format(LocalDate.ofInstant(basvuru.receivedAt(), OfficeClock.ISTANBUL));
            case SON_GUN -> DAY.format(basvuru.deadline().lastDay());
            case BUGUN -> DAY.format(LocalDate.now(clock));
        };
    }

    private static AnswerTemplate template(ResultSet row, int index) throws SQLException {
        return new AnswerTemplate(
                row.getString("id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("topic"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("text"),
                row.getBoolean("removed"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
