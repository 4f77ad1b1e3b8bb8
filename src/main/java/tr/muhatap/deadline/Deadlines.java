package tr.muhatap.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.calendar.WorkCalendar;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.channel.Channel;
import tr.muhatap.text.Texts;

/**
 * Computes limits in Europe/Istanbul. The day of receipt is not counted, day 1 is the next day (for iş günü the next
 * working day); the last day runs to its end (2577 md. 8, TBK 92, by analogy).
 *
 * <p>Every method throws {@link tr.muhatap.calendar.OutsideHolidayTableException} if the holiday table does not cover a
 * required year.
 */
@Component
public final class Deadlines {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final ServiceStandards standards;
    private final WorkingDays workingDays;

    public Deadlines(ServiceStandards standards, WorkingDays workingDays) {
        this.standards = standards;
        this.workingDays = workingDays;
    }

    /** The limit of an application received at an instant. */
    public Deadline limit(Channel channel, Instant receivedAt) {
        return limit(channel, receivedAt, false);
    }

    /**
     * As {@link #limit(Channel, Instant)}; {@code extended} selects the extended limit (4982 md. 11), still counted
     * from receipt.
     */
    public Deadline limit(Channel channel, Instant receivedAt, boolean extended) {
        return derive(channel, dayOf(receivedAt), extended).deadline();
    }

    /** The limit of an application received on a day, with its derivation. */
    public Derivation derive(Channel channel, LocalDate receivedOn, boolean extended) {
        return derive(channel, new Counting(receivedOn, extended, null, standards.version()));
    }

    /** Whether an extension would give more days; otherwise there is nothing to extend. */
    public boolean isExtendable(Channel channel) {
        int version = standards.version();
        var extended = standards.standard(channel, true, version);
        var plain = standards.standard(channel, false, version);
        return extended.limit() != plain.limit() || extended.unit() != plain.unit();
    }

    /** The limit as it is counted now, with its derivation. */
    public Derivation derive(Channel channel, Counting counting) {
        var standard = standards.standard(channel, counting.extended(), counting.standards());
        return derive(
                PeriodOf.OFFICE, counting.from(), days(channel, counting, standard), standard.unit(), standard.basis());
    }

    /**
     * The limits of an application.
     *
     * @param asksForInformation whether it requests information or a document: 4982 then applies regardless of the
     *     channel; the earlier of both limits governs, and after an extension that of 4982 alone (md. 11)
     */
    public Limits limits(Channel channel, boolean asksForInformation, Counting counting) {
        if (!channel.hasSecondLimit(asksForInformation)) {
            return new Limits(derive(channel, counting).deadline(), null);
        }
        var ofLaw = derive(Channel.ofInformationLaw(), counting).deadline();
        if (counting.extended()) {
            return new Limits(ofLaw, null);
        }
        // A fee interrupts the limit of 4982 only; the channel's own is unaffected
        var own = derive(channel, counting.whole()).deadline();
        return ofLaw.lateFrom().isBefore(own.lateFrom()) ? new Limits(ofLaw, own) : new Limits(own, ofLaw);
    }

    /**
     * Recomputes limits with the current holiday table and their original length, whatever the current table of service
     * standards says.
     *
     * @param from the day that is not counted itself
     */
    public Limits again(Deadline governing, @Nullable Deadline other, LocalDate from) {
        var one = derive(PeriodOf.OFFICE, governing, from).deadline();
        if (other == null) {
            return new Limits(one, null);
        }
        var two = derive(PeriodOf.OFFICE, other, from).deadline();
        return two.lateFrom().isBefore(one.lateFrom()) ? new Limits(two, one) : new Limits(one, two);
    }

    /** As {@link #limits}, with the derivation of the governing limit. */
    public Derivation derive(Channel channel, boolean asksForInformation, LocalDate receivedOn, boolean extended) {
        var counting = new Counting(receivedOn, extended, null, standards.version());
        return derive(
                PeriodOf.OFFICE, limits(channel, asksForInformation, counting).governing(), receivedOn);
    }

    /** A limit counted from a day, with its derivation. */
    public Derivation derive(PeriodOf whose, Deadline deadline, LocalDate from) {
        return derive(whose, from, deadline.limit(), deadline.unit(), deadline.basis());
    }

    /** The day itself, or the next working day if a period that ends on it rolls forward. */
    public LocalDate rolled(PeriodOf whose, LocalDate lastDay) {
        var calendar = workingDays.calendar().countingFor(whose);
        return calendar.rules().rollLastDay() ? calendar.workingDayFrom(lastDay) : lastDay;
    }

    /**
     * A period that is not in the table of service standards, counted by the same rules.
     *
     * @param whose who has to act within it
     */
    public Deadline period(PeriodOf whose, LocalDate from, int limit, DayUnit unit, String basis) {
        return derive(whose, from, limit, unit, basis).deadline();
    }

    /**
     * What is left of the unextended limit on the day of an interruption, in days of the limit's unit; that day counts
     * as used. Negative if only an extension kept it running.
     */
    public int remaining(Channel channel, Counting counting, LocalDate cutOn) {
        var standard = standards.standard(channel, false, counting.standards());
        int whole = counting.remaining() == null ? standard.limit() : counting.remaining();
        int used = switch (standard.unit()) {
            case GUN -> (int) ChronoUnit.DAYS.between(counting.from(), cutOn);
            case IS_GUNU -> workingDays.calendar().workingDaysBetween(counting.from(), cutOn);
        };
        return whole - used;
    }

    /** Changes of the holiday table since one of its versions. */
    public List<HolidayChange> holidayChangesSince(long version) {
        return workingDays.changesSince(version);
    }

    /** The whole limit from a day, by the current table of service standards. */
    public Counting countingFrom(LocalDate day) {
        return Counting.from(day, standards.version());
    }

    /** Version of the current holiday table; incremented with every change. */
    public long calendarVersion() {
        return workingDays.calendar().version();
    }

    private int days(Channel channel, Counting counting, ServiceStandard standard) {
        Integer remaining = counting.remaining();
        if (remaining == null) {
            return standard.limit();
        }
        int added = standard.limit()
                - standards.standard(channel, false, counting.standards()).limit();
        return Math.max(1, remaining + added);
    }

    /** As {@link #period}, with its derivation. */
    public Derivation derive(PeriodOf whose, LocalDate from, int limit, DayUnit unit, String basis) {
        var calendar = workingDays.calendar().countingFor(whose);
        var steps = new ArrayList<DerivationDay>();
        var lastDay = switch (unit) {
            case GUN -> calendarDays(calendar, from, limit, steps);
            case IS_GUNU -> workingDays(calendar, from, limit, steps);
        };
        return new Derivation(new Deadline(limit, unit, lastDay, startOf(lastDay.plusDays(1)), basis), whose, steps);
    }

    /**
     * The instant at which a late application reaches the second level of escalation: 00:00 of the N-th working day
     * after the date of lateness, N being the channel's second limit.
     *
     * <p>The date of lateness is not counted, as the day of receipt is not; day 1 is the next working day. Unlike the
     * limit, whose last day is available in full, the second limit is reached when its N-th day begins. The task is
     * therefore always created on a working day, and an application that became late on a working day has then been
     * late for N whole working days.
     */
    public Instant secondLimit(Channel channel, Counting counting, Instant lateFrom) {
        var days = standards.standard(channel, false, counting.standards()).secondLimit();
        return startOf(workingDays.calendar().plusWorkingDays(dayOf(lateFrom), days));
    }

    /**
     * Days left after {@code today}, counted as the limit counts: 0 on the last day, negative if and only if it is
     * late. A limit in working days that ran out before a weekend is late by at least 1 on the Saturday already.
     */
    public int daysLeft(Deadline deadline, LocalDate today) {
        return daysLeft(deadline.unit(), deadline.lastDay(), today);
    }

    /** As {@link #daysLeft(Deadline, LocalDate)}, for a last day. */
    public int daysLeft(DayUnit unit, LocalDate lastDay, LocalDate today) {
        if (unit == DayUnit.GUN) {
            return (int) ChronoUnit.DAYS.between(today, lastDay);
        }
        var calendar = workingDays.calendar();
        return today.isAfter(lastDay)
                ? -Math.max(1, calendar.workingDaysBetween(lastDay, today))
                : calendar.workingDaysBetween(today, lastDay);
    }

    private static LocalDate calendarDays(
            WorkCalendar calendar, LocalDate receivedOn, int limit, List<DerivationDay> steps) {
        var date = receivedOn;
        for (int day = 1; day <= limit; day++) {
            date = date.plusDays(1);
            var rolls = day == limit && calendar.rules().rollLastDay() && !calendar.isWorkingDay(date);
            steps.add(new DerivationDay(date, day, rolls ? reason(calendar, date) : remark(calendar, date)));
        }
        if (!calendar.rules().rollLastDay()) {
            return date;
        }
        var lastDay = calendar.workingDayFrom(date);
        while (date.isBefore(lastDay)) {
            date = date.plusDays(1);
            steps.add(new DerivationDay(
                    date,
                    null,
                    date.equals(lastDay)
                            ? Texts.of("deadline.deadlines.sure-izleyen-is-gununde-biter")
                            : reason(calendar, date)));
        }
        return lastDay;
    }

    private static LocalDate workingDays(
            WorkCalendar calendar, LocalDate receivedOn, int limit, List<DerivationDay> steps) {
        var date = receivedOn;
        for (int day = 1; day <= limit; ) {
            date = date.plusDays(1);
            if (calendar.isWorkingDay(date)) {
                steps.add(new DerivationDay(date, day, remark(calendar, date)));
                day++;
            } else {
                steps.add(new DerivationDay(date, null, reason(calendar, date)));
            }
        }
        return date;
    }

    /** Why a day is not a working day. */
    private static String reason(WorkCalendar calendar, LocalDate date) {
        var weekend = WorkCalendar.isWeekend(date)
                ? Stream.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, TURKISH))
                : Stream.<String>empty();
        return Stream.concat(weekend, calendar.holiday(date).map(holiday -> inFull(calendar, holiday)).stream())
                .collect(Collectors.joining(", "));
    }

    /** Remark on a table entry whose day is counted nevertheless. */
    private static @Nullable String remark(WorkCalendar calendar, LocalDate date) {
        return calendar.holiday(date)
                .map(holiday -> holiday.name()
                        + (holiday.leave() ? Texts.of("deadline.deadlines.idari-izin") : "")
                        + (holiday.half() ? Texts.of("deadline.deadlines.yarim-gun") : ""))
                .orElse(null);
    }

    /** Explains a day that counts in the office's periods but not in the citizen's. */
    private static String inFull(WorkCalendar calendar, Holiday holiday) {
        boolean doubtful = holiday.half() || holiday.leave();
        return calendar.whose() == PeriodOf.OFFICE || !doubtful
                ? holiday.name()
                : holiday.name()
                        + (holiday.leave()
                                ? Texts.of("deadline.deadlines.idari-izin-sayilmaz")
                                : Texts.of("deadline.deadlines.yarim-gun-sayilmaz"));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(OfficeClock.ISTANBUL).toInstant();
    }
}
