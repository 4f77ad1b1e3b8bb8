package tr.muhatap.basvuru;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.text.Texts;

/** Which applications' personal data are kept no longer, and their end (6698 md. 7). */
@Service
public class BasvuruRetention {

    /**
     * Nothing is left to do with it: no objection is undecided, no recourse unanswered, no service or opinion awaited, and the
     * application that it is joined to has ended, too, since that one's answer is also its own.
     */
    private static final String OVER = "b.status = 'KAPANDI' and b.erased_at is null and b.hold_since is null "
            + "and b.opinions_open = 0 "
            + "and not exists (select 1 from itiraz i where i.number = b.number and i.outcome is null) "
            + "and not exists (select 1 from muracaat m where m.number = b.number and m.answered_at is null) "
            + "and not exists (select 1 from teblig_bekleyen t where t.number = b.number) "
            + "and not exists (select 1 from basvuru h where h.number = b.main_number and h.status <> 'KAPANDI') "
            + "and not exists (select 1 from basvuru j where j.main_number = b.number and j.status <> 'KAPANDI') ";

    private final BasvuruRepository repository;
    private final BasvuruRegister register;
    private final BasvuruAccess access;
    private final List<PersonalDataHolder> holders;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    BasvuruRetention(
            BasvuruRepository repository,
            BasvuruRegister register,
            BasvuruAccess access,
            List<PersonalDataHolder> holders,
            JdbcClient jdbc,
            CurrentUser currentUser,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.access = access;
        this.holders = List.copyOf(holders);
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** An application whose period is over. */
    public record Due(String number, Kind kind, Instant closedAt) {}

    /** An application that is held. */
    public record Held(String number, String reason, String by, Instant since) {}

    /** @throws tr.muhatap.problem.NotFoundException if the current user may not read it */
    public void requireHoldable(String number) {
        holdable(number);
    }

    /** All that is held, the oldest hold first. */
    public List<Held> held(int most) {
        return jdbc.sql("select number, hold_reason, hold_by, hold_since from basvuru where hold_since is not null "
                        + "order by hold_since, number fetch first :most rows only")
                .param("most", most)
                .query((row, index) -> new Held(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** See {@link Basvuru#hold}. */
    @Transactional
    public void hold(String number, String reason) {
        var held = holdable(number);
        held.hold(reason, currentUser.name(), clock.instant());
        repository.save(held);
    }

    /** See {@link Basvuru#liftHold}. */
    @Transactional
    public void liftHold(String number, String reason) {
        var held = holdable(number);
        held.liftHold(reason, currentUser.name(), clock.instant());
        repository.save(held);
    }

    private Basvuru holdable(String number) {
        var basvuru = register.get(number);
        access.requireReadable(basvuru);
        if (!access.mayHold()) {
            throw new AccessDeniedException(Texts.of("basvuru.saklama.kim"));
        }
        return basvuru;
    }

    /**
     * What is due, by number.
     *
     * @param closedBefore for each kind: an application closed earlier is due
     * @param after only larger numbers
     */
    public List<Due> due(Map<Kind, Instant> closedBefore, String after, int most) {
        var query = jdbc.sql(
                        "select b.number, b.kind, b.closed_at from basvuru b where " + OVER + "and b.number > :after "
                                + "and " + past(closedBefore) + " order by b.number fetch first :most rows only")
                .param("after", after)
                .param("most", most);
        for (var each : closedBefore.entrySet()) {
            query = query.param(each.getKey().name(), each.getValue().atOffset(ZoneOffset.UTC));
        }
        return query.query((row, index) -> new Due(
                        row.getString(1),
                        Kind.valueOf(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String past(Map<Kind, Instant> closedBefore) {
        return closedBefore.keySet().stream()
                .map(kind -> "(b.kind = '" + kind.name() + "' and b.closed_at < :" + kind.name() + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /**
     * Erases the personal data of those of some applications that are still due; nobody else's step comes between.
     *
     * @param actor who approved it
     * @return the numbers of those that were erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> erase(Collection<String> numbers, Map<Kind, Instant> closedBefore, String actor) {
        var held = jdbc.sql("select number from basvuru where number in (:numbers) order by number for update")
                .param("numbers", numbers)
                .query(String.class)
                .list();
        var erased = new ArrayList<String>();
        for (var number : held) {
            if (isDue(number, closedBefore)) {
                var basvuru = register.get(number);
                basvuru.erase(actor, clock.instant());
                repository.save(basvuru);
                erased.add(number);
            }
        }
        if (!erased.isEmpty()) {
            eraseOwn(erased);
            holders.forEach(holder -> holder.erase(erased));
        }
        return erased;
    }

    private boolean isDue(String number, Map<Kind, Instant> closedBefore) {
        var query = jdbc.sql("select count(*) from basvuru b where b.number = :number and " + OVER + "and "
                        + past(closedBefore))
                .param("number", number);
        for (var each : closedBefore.entrySet()) {
            query = query.param(each.getKey().name(), each.getValue().atOffset(ZoneOffset.UTC));
        }
        return query.query(Long.class).single() > 0;
    }

    /** What belongs to the record and stands in tables of its own, or in columns of earlier versions. */
    private void eraseOwn(List<String> numbers) {
        for (var statement : List.of(
                "update basvuru set tracking_code = null, appeal_board_number = null where number in (:numbers)",
                "update cevap_turu set text = :words, published_in = null, published_how = null where number in (:numbers)",
                "update muracaat set text = :words, answer = case when answer is null then null else :words end "
                        + "where number in (:numbers)",
                "update kurum_gorusu set question = :words, answer = null, reason = null where number in (:numbers)",
                "update itiraz set board_number = '' where number in (:numbers)")) {
            var update = jdbc.sql(statement).param("numbers", numbers);
            if (statement.contains(":words")) {
                update = update.param("words", Texts.of("basvuru.saklama.silindi"));
            }
            update.update();
        }
    }
}
