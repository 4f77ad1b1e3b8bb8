package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.Counting;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.Limits;
import tr.muhatap.text.Texts;

/**
 * The limit of an application: how it is counted, and its level of escalation.
 *
 * @param deadline the governing one
 * @param otherDeadline the later of two limits; null if there is only one
 * @param calendarVersion version of the holiday table used for the dates
 * @param secondLimit instant of the second level of escalation; null before the first
 * @param escalationLevel 0, 1 or 2
 */
record Limit(
        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "deadline_")
        Deadline deadline,

        @Embedded.Nullable(prefix = "other_") @Nullable Deadline otherDeadline,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "counting_")
        Counting counting,

        long calendarVersion,
        @Nullable Instant secondLimit,
        int escalationLevel) {

    private static final int DAYS_TO_THE_RECEIPT = 30;
    private static final String UNSERVED = Texts.of("basvuru.limit.4982-sayili-kanun-md-11");

    /** A new limit, counted from the day of receipt. */
    static Limit of(Registration registration, Deadlines deadlines) {
        long calendarVersion = deadlines.calendarVersion();
        var counting = deadlines.countingFrom(OfficeDays.dayOf(registration.receivedAt()));
        var limits = deadlines.limits(registration.channel(), registration.asksForInformation(), counting);
        return new Limit(limits.governing(), limits.other(), counting, calendarVersion, null, 0);
    }

    /** The limit of 4982, to which extension and fee apply, even if the channel's own limit is earlier (md. 11). */
    Deadline of4982() {
        var other = otherDeadline;
        return other == null || deadline.basis().contains("4982") ? deadline : other;
    }

    /** A copy counted differently; if the first level was reached, the second moves as well. */
    Limit counted(Counting from, Registration registration, Deadlines deadlines) {
        long version = deadlines.calendarVersion();
        return adopted(
                deadlines.limits(registration.channel(), registration.asksForInformation(), from),
                from,
                version,
                registration,
                deadlines);
    }

    Limit extended(Registration registration, Deadlines deadlines) {
        return counted(counting.withExtension(), registration, deadlines);
    }

    /**
     * While a fee notice is in the post no period runs for the applicant; the limit is 30 gün after the dispatch, so
     * that the office asks for the receipt.
     */
    Limit awaitingService(LocalDate sentOn, Registration registration, Deadlines deadlines) {
        long version = deadlines.calendarVersion();
        var asked = deadlines.period(PeriodOf.OFFICE, sentOn, DAYS_TO_THE_RECEIPT, DayUnit.GUN, UNSERVED);
        return adopted(new Limits(asked, null), counting.startingAfter(sentOn), version, registration, deadlines);
    }

    /** A copy counted without the extension; the dates stay. */
    Limit withoutExtension() {
        return new Limit(
                deadline, otherDeadline, counting.withoutExtension(), calendarVersion, secondLimit, escalationLevel);
    }

    /** A copy recomputed with the current holiday table. */
    Limit recomputed(Counting from, Registration registration, Deadlines deadlines) {
        return adopted(
                deadlines.again(deadline, otherDeadline, from.from()), from, calendarVersion, registration, deadlines);
    }

    /** The limit of a new round, without escalation. */
    Limit restarted(LocalDate day, Registration registration, Deadlines deadlines) {
        return withoutEscalation().counted(deadlines.countingFrom(day), registration, deadlines);
    }

    private Limit adopted(Limits limits, Counting from, long version, Registration registration, Deadlines deadlines) {
        var governing = limits.governing();
        return new Limit(
                governing,
                limits.other(),
                from,
                version,
                escalationLevel >= 1
                        ? deadlines.secondLimit(registration.channel(), from, governing.lateFrom())
                        : secondLimit,
                escalationLevel);
    }

    Limit withCalendar(long version) {
        return new Limit(deadline, otherDeadline, counting, version, secondLimit, escalationLevel);
    }

    Limit escalated(Instant second) {
        return new Limit(deadline, otherDeadline, counting, calendarVersion, second, 1);
    }

    Limit escalatedAgain() {
        return new Limit(deadline, otherDeadline, counting, calendarVersion, secondLimit, 2);
    }

    Limit withoutEscalation() {
        return new Limit(deadline, otherDeadline, counting, calendarVersion, null, 0);
    }

    /** Whether it was escalated, but now ends in the future. */
    boolean escalatedTooEarly(Instant now) {
        return escalationLevel > 0 && !passed(now);
    }

    /** Whether the second level was reached, but only its own limit now ends in the future. */
    boolean secondLevelTooEarly(Instant now) {
        return escalationLevel == 2 && secondLimit != null && now.isBefore(secondLimit) && passed(now);
    }

    Limit withoutSecondLevel() {
        return new Limit(deadline, otherDeadline, counting, calendarVersion, secondLimit, 1);
    }

    boolean passed(Instant now) {
        return !now.isBefore(deadline.lateFrom());
    }

    LocalDate lastDay() {
        return deadline.lastDay();
    }

    Instant lateFrom() {
        return deadline.lateFrom();
    }

    /** Latest date that it determines. */
    LocalDate latestDay() {
        return OfficeDays.dayOf(secondLimit == null ? lateFrom() : secondLimit);
    }
}
