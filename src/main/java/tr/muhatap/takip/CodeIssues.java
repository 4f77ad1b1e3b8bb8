package tr.muhatap.takip;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * Issues new tracking codes and shows each once to whoever issued it. No page shows a code again: with number and code
 * a member of staff could act as the citizen.
 */
@Component
public class CodeIssues {

    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final TrackingCodes codes;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    CodeIssues(
            BasvuruRegister register,
            BasvuruAccess access,
            TrackingCodes codes,
            CurrentUser currentUser,
            JdbcClient jdbc) {
        this.register = register;
        this.access = access;
        this.codes = codes;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /**
     * Issues a new code and invalidates the previous one. Allowed for the desk that registered the application, and for
     * Halkla İlişkiler.
     *
     * @return the code, to be handed to the citizen
     */
    @Transactional
    public String renew(String number) {
        access.requireCitizensDesk(register.get(number));
        register.renewCode(number, currentUser.name());
        return String.valueOf(codes.of(register.get(number)));
    }

    /** Whether the current user may issue a new code. */
    public boolean mayRenew(String number) {
        return register.find(number).filter(access::isCitizensDesk).isPresent();
    }

    /**
     * Issues a new code that {@link #show} returns once. Idempotent after a double click: while the current user has
     * not seen the latest code, no new one is issued.
     */
    @Transactional
    public void renewToShow(String number) {
        access.requireCitizensDesk(register.get(number));
        register.hold(number);
        var held = register.get(number);
        if (held.codeIssue() > Basvuru.FIRST_CODE_ISSUE && isToShow(held)) {
            return;
        }
        renew(number);
        toShow(register.get(number));
    }

    private boolean isToShow(Basvuru basvuru) {
        return jdbc.sql("select count(*) from gosterilecek_kod where number = :number and issue = :issue "
                                + "and actor = :actor")
                        .param("number", basvuru.number())
                        .param("issue", basvuru.codeIssue())
                        .param("actor", currentUser.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The current user just registered an application: its code is shown once, for reading aloud and printing. */
    @Transactional
    public void toShow(Basvuru basvuru) {
        jdbc.sql("delete from gosterilecek_kod where number = :number")
                .param("number", basvuru.number())
                .update();
        jdbc.sql("insert into gosterilecek_kod (number, issue, actor) values (:number, :issue, :actor)")
                .param("number", basvuru.number())
                .param("issue", basvuru.codeIssue())
                .param("actor", currentUser.name())
                .update();
    }

    /** The code, if the current user issued it and has not seen it yet. */
    @Transactional
    public Optional<String> show(String number) {
        var found = register.find(number).filter(access::isCitizensDesk);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int shown = jdbc.sql(
                        "delete from gosterilecek_kod where number = :number and issue = :issue and actor = :actor")
                .param("number", number)
                .param("issue", found.get().codeIssue())
                .param("actor", currentUser.name())
                .update();
        return shown == 1 ? Optional.ofNullable(codes.of(found.get())) : Optional.empty();
    }

    /**
     * A stored text for sending, with the code inserted. Of a random code of an earlier version only a hash is known: a
     * new one is issued.
     */
    @Transactional
    public String filled(String text, String number) {
        if (!text.contains(TrackingCodes.PLACEHOLDER)) {
            return text;
        }
        var basvuru = register.find(number);
        if (basvuru.isPresent() && codes.of(basvuru.get()) == null) {
            register.renewCode(number, CurrentUser.SYSTEM);
            basvuru = register.find(number);
        }
        String code = basvuru.map(codes::of).orElse(null);
        return code == null ? text : text.replace(TrackingCodes.PLACEHOLDER, code);
    }
}
