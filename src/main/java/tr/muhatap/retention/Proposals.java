package tr.muhatap.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.BasvuruRetention;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Texts;

/** Proposals of what is to be erased. One at a time waits for its decision or is carried out. */
@Service
public class Proposals {

    private static final int PAGE = 1_000;
    private static final String COLUMNS =
            "select id, state, proposed_at, proposed_by, decided_at, decided_by, ended_at from saklama_onerisi ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BasvuruRetention retention;
    private final RetentionSettings settings;
    private final CurrentUser currentUser;
    private final Clock clock;

    Proposals(
            JdbcClient jdbc,
            JdbcTemplate batches,
            BasvuruRetention retention,
            RetentionSettings settings,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.retention = retention;
        this.settings = settings;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Whether the current user proposes and decides. */
    public boolean mayDecide() {
        return currentUser.isIn(Groups.SUREC_SAHIBI, Groups.CAMUNDA_ADMIN);
    }

    private void requireDeciding() {
        if (!mayDecide()) {
            throw new AccessDeniedException(Texts.of("retention.kim"));
        }
    }

    /**
     * Computes what is due now, as the current user.
     *
     * @throws tr.muhatap.problem.RuleViolationException if a proposal is open
     */
    @Transactional
    public Proposal propose() {
        requireDeciding();
        lock();
        if (open().isPresent()) {
            throw RetentionRefusal.SAKLAMA_ONERISI_ACIK
                    .because(Texts.of("retention.ret.acik"))
                    .exception();
        }
        return proposed(currentUser.name());
    }

    /** Computes what is due where the last time is longer ago than the setting says, and nothing is open. */
    @Transactional
    public void proposeInTime() {
        var last = all(1).stream().findFirst();
        var since = clock.instant().atZone(OfficeClock.ISTANBUL).minus(settings.every());
        if (last.map(one -> !one.isOpen() && one.proposedAt().isBefore(since.toInstant()))
                .orElse(true)) {
            lock();
            if (all(1).stream().findFirst().equals(last)) {
                proposed(CurrentUser.SYSTEM);
            }
        }
    }

    /** Two nodes, or two people, that propose at once would propose the same twice. */
    private void lock() {
        jdbc.sql("select name from node_lock where name = 'retention' for update")
                .query(String.class)
                .single();
    }

    private Proposal proposed(String by) {
        var now = clock.instant();
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into saklama_onerisi (state, proposed_at, proposed_by) values ('ONERILDI', :now, :by)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update(id, "id");
        long made = java.util.Objects.requireNonNull(id.getKey()).longValue();
        if (add(made, now) == 0) {
            end(made, Proposal.State.BOS);
        }
        return get(made);
    }

    private int add(long proposal, Instant now) {
        var closedBefore = settings.closedBefore(now);
        int all = 0;
        String last = "";
        List<BasvuruRetention.Due> page;
        do {
            page = retention.due(closedBefore, last, PAGE);
            var rows = new ArrayList<Object[]>();
            for (var due : page) {
                rows.add(new Object[] {
                    proposal,
                    due.number(),
                    due.kind().name(),
                    due.closedAt().atZone(OfficeClock.ISTANBUL).getYear()
                });
                last = due.number();
            }
            batches.batchUpdate(
                    "insert into saklama_satiri (oneri, number, kind, closed_year, state) values (?, ?, ?, ?, 'BEKLIYOR')",
                    rows);
            all += page.size();
        } while (page.size() == PAGE);
        return all;
    }

    /**
     * Approves a proposal: it is carried out in the background.
     *
     * @param seen how many applications whoever approves saw in it
     * @throws tr.muhatap.problem.RuleViolationException if it was decided already
     */
    @Transactional
    public void approve(long id, long seen) {
        requireDeciding();
        if (total(id) != seen) {
            throw changed();
        }
        decide(id, Proposal.State.ONAYLANDI);
    }

    /** Refuses a proposal; nothing of it is erased. */
    @Transactional
    public void refuse(long id) {
        requireDeciding();
        decide(id, Proposal.State.REDDEDILDI);
    }

    private void decide(long id, Proposal.State state) {
        int decided = jdbc.sql("update saklama_onerisi set state = :state, decided_at = :now, decided_by = :by "
                        + "where id = :id and state = 'ONERILDI'")
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentUser.name())
                .param("id", id)
                .update();
        if (decided == 0) {
            throw changed();
        }
    }

    private static RuntimeException changed() {
        return RetentionRefusal.SAKLAMA_ONERISI_DEGISTI
                .because(Texts.of("retention.ret.degisti"))
                .exception();
    }

    /** The one that waits for its decision or is carried out. */
    public Optional<Proposal> open() {
        return all(1).stream().filter(Proposal::isOpen).findFirst();
    }

    /** The latest first. */
    public List<Proposal> all(int most) {
        return jdbc.sql(COLUMNS + "order by id desc fetch first :most rows only")
                .param("most", most)
                .query(Proposals::read)
                .list();
    }

    public Proposal get(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Proposals::read)
                .optional()
                .orElseThrow(() -> new NotFoundException(Texts.of("retention.yok")));
    }

    public List<Proposal.Count> counts(long id) {
        return jdbc.sql("select kind, closed_year, count(*), sum(case when state = 'SILINDI' then 1 else 0 end), "
                        + "sum(case when state = 'BEKLIYOR' then 0 else 1 end) from saklama_satiri where oneri = :id "
                        + "group by kind, closed_year order by closed_year, kind")
                .param("id", id)
                .query((row, index) -> new Proposal.Count(
                        Kind.valueOf(row.getString(1)), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Its applications: those that wait, then those that failed, then those that are erased; each by number. */
    public List<Proposal.Line> lines(long id, int most) {
        return jdbc.sql("select number, kind, closed_year, state from saklama_satiri where oneri = :id "
                        + "order by case state when 'BEKLIYOR' then 0 when 'SILINDI' then 2 else 1 end, number "
                        + "fetch first :most rows only")
                .param("id", id)
                .param("most", most)
                .query((row, index) -> new Proposal.Line(
                        row.getString(1),
                        Kind.valueOf(row.getString(2)),
                        row.getInt(3),
                        Proposal.Outcome.valueOf(row.getString(4))))
                .list();
    }

    private long total(long id) {
        return jdbc.sql("select count(*) from saklama_satiri where oneri = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    List<String> waiting(long id, int most) {
        return jdbc.sql("select number from saklama_satiri where oneri = :id and state = 'BEKLIYOR' "
                        + "order by number fetch first :most rows only")
                .param("id", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void settle(long id, Set<String> numbers, Proposal.Outcome outcome) {
        if (!numbers.isEmpty()) {
            jdbc.sql("update saklama_satiri set state = :state, settled_at = :now where oneri = :id "
                            + "and number in (:numbers)")
                    .param("state", outcome.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .param("numbers", numbers)
                    .update();
        }
    }

    void end(long id, Proposal.State state) {
        jdbc.sql("update saklama_onerisi set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Proposal read(ResultSet row, int index) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                Proposal.State.valueOf(row.getString("state")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_by"),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("decided_by"),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
