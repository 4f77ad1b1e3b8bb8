package tr.muhatap.subject;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * Shows one masked field of an applicant in full, for a reason that is kept. Only whoever speaks with the applicant may; units,
 * auditors and systems never need it.
 */
@Service
public class Reveals {

    private static final int LONGEST_REASON = 2_000;

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final PersonalDataLog looks;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reveals(
            BasvuruRegister register,
            BasvuruAccess access,
            PersonalDataLog looks,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.register = register;
        this.access = access;
        this.looks = looks;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A field in full. */
    public record Revealed(RevealedField field, String value) {}

    /**
     * Whether the current user may be shown a field of the application in full.
     *
     * @throws NotFoundException if the current user may not read the application: as if there were none
     */
    public boolean mayReveal(String number) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        return access.hasInsight(basvuru)
                && access.seesApplicant(basvuru)
                && !basvuru.isErased()
                && !basvuru.applicant().identityHidden();
    }

    /**
     * One field of the application's applicant; that it was shown, to whom and why, is kept first.
     *
     * @throws NotFoundException if the current user may not read the application, or the field is empty
     * @throws tr.muhatap.problem.InvalidInputException naming the faulty fields
     */
    @Transactional
    public Revealed reveal(String number, @Nullable String field, @Nullable String reason) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        if (!access.hasInsight(basvuru) || !access.seesApplicant(basvuru)) {
            throw new AccessDeniedException(Texts.of("subject.gosterme-kim"));
        }
        var check = new Check();
        var asked = RevealedField.of(field).orElse(null);
        check.require(asked != null, "field", Texts.of("subject.alan-yok"));
        String given = check.text("reason", reason, LONGEST_REASON);
        check.done();
        var shown = Check.given(asked);
        String value = basvuru.applicant().identityHidden() ? null : shown.of(basvuru.applicant());
        if (value == null) {
            throw new NotFoundException(Texts.of("subject.bilgi-yok"));
        }
        jdbc.sql("insert into veri_gosterme (number, at, actor, field, reason) "
                        + "values (:number, :at, :actor, :field, :reason)")
                .param("number", number)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", currentUser.name())
                .param("field", shown.name())
                .param("reason", Check.given(given))
                .update();
        looks.viewed(number, Texts.of("subject.acik-gosterim", shown.label()));
        return new Revealed(shown, value);
    }
}
