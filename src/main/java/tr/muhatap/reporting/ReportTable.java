package tr.muhatap.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;

/**
 * Maintains the read table of reports, in the transaction that changes the record: one row and one statement for each
 * round that ends, none for any other step.
 */
@Component
class ReportTable {

    private static final String RECEIVED = "cast(b.received_at at time zone 'Europe/Istanbul' as date)";

    private static final String REOPENED =
            "select p.reopened_on from rapor_tur p where p.number = b.number and p.round = b.reopenings - 1";

    /** A round begins with the receipt or the reopening. */
    static final String BEGUN = "coalesce((" + REOPENED + "), " + RECEIVED + ")";

    private static final String CLOSED =
            "insert into rapor_tur (number, round, son, channel, kind, bilgi_edinme, topic, "
                    + "unit, received_on, begun_on, last_day, closed_on, days, late, outcome, ground, secret_parts_removed, lapsed, "
                    + "forwarded_to, extended, escalation_level, taken_over, on_the_spot) "
                    + "select b.number, b.reopenings, true, b.channel, b.kind, " + underInformationLaw("b")
                    + ", b.topic, b.unit, "
                    + RECEIVED + ", " + BEGUN + ", b.deadline_last_day, :closedOn, "
                    + "cast(cast(:closedOn as date) - " + BEGUN
                    + " as integer), b.closed_at >= b.deadline_late_from, b.outcome, "
                    + "case when b.outcome in ('OLUMLU', 'OLUMSUZ', 'KISMEN', 'PROGRAMA_ALINDI', 'BILGI_VERILDI') "
                    + "then b.answer_ground end, "
                    + "b.outcome in ('OLUMLU', 'KISMEN', 'PROGRAMA_ALINDI', 'BILGI_VERILDI') "
                    + "and coalesce(b.answer_secret_parts_removed, false), "
                    + "b.outcome = 'VAZGECILDI' and b.fee_pay_until is not null and b.fee_paid_on is null "
                    + "and cast(:closedOn as date) > b.fee_pay_until, "
                    + "b.forwarded_to, b.counting_extended, b.escalation_level, b.taken_over_by is not null, :spot "
                    + "from basvuru b where b.number = :number "
                    // An application answered on the spot is also closed: one round, one row
                    + "and not exists (select 1 from rapor_tur r where r.number = b.number and r.round = b.reopenings)";

    private final JdbcClient jdbc;

    ReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(BasvuruEvent.Kapandi event) {
        closed(event.number(), event.at(), false);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(BasvuruEvent.YerindeBilgiVerildi event) {
        closed(event.number(), event.at(), true);
    }

    /** The row is kept, but is no longer the application's latest. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(BasvuruEvent.YenidenAcildi event) {
        jdbc.sql("update rapor_tur set son = false, reopened_on = :day where number = :number and son")
                .param("day", day(event.at()))
                .param("number", event.number())
                .update();
    }

    private void closed(String number, Instant at, boolean onTheSpot) {
        jdbc.sql(CLOSED)
                .param("number", number)
                .param("closedOn", day(at))
                .param("spot", onTheSpot)
                .update();
    }

    /** SQL: whether 4982 applies to a row of the record. */
    static String underInformationLaw(String row) {
        var always = Arrays.stream(Channel.values())
                .filter(channel -> channel.isUnder4982(false))
                .map(channel -> "'" + channel.name() + "'")
                .collect(Collectors.joining(", "));
        return "(" + row + ".kind = 'BILGI_ISTEMI' or " + row + ".channel in (" + always + "))";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OfficeClock.ISTANBUL);
    }
}
