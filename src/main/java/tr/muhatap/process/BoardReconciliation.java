package tr.muhatap.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.operation.EngineComparison.Found;
import tr.muhatap.operation.FindingKind;

/** Compares the Board's clocks with their processes; two statements, since there are few of them. */
@Component
class BoardReconciliation {

    private static final String SUBJECT = "itiraz:";

    private static final String RUNNING = "i.requested_on is not null and i.answered_on is null and i.outcome is null ";

    private final JdbcClient jdbc;
    private final BoardProcesses processes;
    private final Clock clock;

    BoardReconciliation(JdbcClient jdbc, BoardProcesses processes, Clock clock) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * A running clock with its process's timer.
     *
     * @param instance null: there is no process
     * @param due of the timer; null: there is none
     * @param isFailing whether the timer waits for its next retry
     */
    private record Running(
            long objection,
            String number,
            LocalDate answerUntil,
            int level,
            @Nullable Instant second,
            @Nullable String instance,
            @Nullable Instant due,
            boolean isFailing) {

        static Running of(ResultSet row) throws SQLException {
            var second = row.getObject("second_limit", OffsetDateTime.class);
            var due = row.getTimestamp("duedate_");
            return new Running(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getObject("answer_until", LocalDate.class),
                    row.getInt("escalation_level"),
                    second == null ? null : second.toInstant(),
                    row.getString("instance"),
                    due == null ? null : due.toInstant(),
                    row.getString("exception_msg_") != null);
        }

        Instant lateFrom() {
            return answerUntil.plusDays(1).atStartOfDay(OfficeClock.ISTANBUL).toInstant();
        }

        Optional<FindingKind> finding(Instant now, Duration patience) {
            var expected = level == 0 ? lateFrom() : level == 1 ? second : null;
            if (instance == null) {
                return Optional.of(FindingKind.SURECSIZ_KAYIT);
            }
            if (expected == null) {
                return Optional.empty();
            }
            if (due == null) {
                return Optional.of(FindingKind.EKSIK_SAYAC);
            }
            if (!expected.equals(due) && (!isFailing || due.isAfter(now.plus(patience)))) {
                return Optional.of(FindingKind.YANLIS_SAYAC);
            }
            return expected.isAfter(now.minus(patience)) ? Optional.empty() : Optional.of(FindingKind.YUKSELTILMEMIS);
        }
    }

    /** @param most maximum number of findings */
    List<Found> compare(int most, Duration patience) {
        var now = clock.instant();
        var wrong = jdbc
                .sql("select i.id, i.number, i.answer_until, i.escalation_level, i.second_limit, e.id_ as instance, "
                        + "j.duedate_, j.exception_msg_ from itiraz i "
                        + "left join act_ru_variable v on v.name_ = :variable and v.long_ = i.id "
                        + "left join act_ru_execution e on e.id_ = v.proc_inst_id_ and e.parent_id_ is null "
                        + "left join act_ru_job j on j.process_instance_id_ = e.id_ and exists (select 1 "
                        + "from act_ru_jobdef k where k.id_ = j.job_def_id_ and k.act_id_ = case "
                        + "when i.escalation_level = 0 then :first else :second end) "
                        + "where " + RUNNING + "order by i.id")
                .param("variable", ProcessNames.Variables.ITIRAZ)
                .param("first", ProcessNames.Elements.KURUL_SURESI_DOLDU)
                .param("second", ProcessNames.Elements.KURUL_IKINCI_SINIR)
                .query((row, index) -> Running.of(row))
                .list()
                .stream()
                .flatMap(running -> running.finding(now, patience).stream()
                        .map(kind -> new Found(kind, running.number(), SUBJECT + running.objection())));
        var orphans = jdbc
                .sql("select coalesce(e.business_key_, ''), e.id_ from act_ru_execution e "
                        + "join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null "
                        + "and d.key_ = :process and not exists (select 1 from act_ru_variable v "
                        + "join itiraz i on i.id = v.long_ where v.name_ = :variable and v.proc_inst_id_ = e.id_ and "
                        + RUNNING + ")")
                .param("process", ProcessNames.Keys.KURUL_ITIRAZI)
                .param("variable", ProcessNames.Variables.ITIRAZ)
                .query((row, index) -> new Found(FindingKind.KAYITSIZ_SUREC, row.getString(1), row.getString(2)))
                .list()
                .stream();
        return Stream.concat(wrong, orphans).limit(most).toList();
    }

    static boolean isOurs(Found found) {
        return found.subject().startsWith(SUBJECT);
    }

    /** See {@link tr.muhatap.operation.EngineComparison#mend}. */
    boolean mend(Found found) {
        return found.kind() != FindingKind.YUKSELTILMEMIS
                && processes.isMended(Long.parseLong(found.subject().substring(SUBJECT.length())));
    }
}
