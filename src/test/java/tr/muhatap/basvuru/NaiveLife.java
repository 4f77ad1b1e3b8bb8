package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;

/**
 * A deliberately simple model of an application: a status and a few dates, limits counted day by day. Random tests
 * compare the record, and its process, with it.
 */
public final class NaiveLife {

    private static final int DAYS_TO_COMPLETE = 7;
    private static final int DAYS_TO_REOPEN = 30;
    private static final int DAYS_OF_THE_TABLE = 15;

    private final Channel channel;
    private final Predicate<LocalDate> free;
    private final Predicate<LocalDate> freeForTheCitizen;
    private Status status = Status.ON_INCELEMEDE;
    private LocalDate countedFrom;
    private boolean extended;
    private @Nullable LocalDate chargedOn;
    private @Nullable LocalDate payUntil;
    private boolean paid;
    private @Nullable LocalDate incompleteUntil;
    private @Nullable LocalDate closedOn;

    /**
     * @param channel 4982, or one with 15 calendar days
     * @param free whether a day is not a working day in the office's periods
     * @param freeForTheCitizen whether it is not one in the citizen's: half days and leave are free, too
     */
    public NaiveLife(
            Channel channel,
            LocalDate registeredOn,
            Predicate<LocalDate> free,
            Predicate<LocalDate> freeForTheCitizen) {
        this.channel = channel;
        this.countedFrom = registeredOn;
        this.free = free;
        this.freeForTheCitizen = freeForTheCitizen;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status != Status.KAPANDI;
    }

    public boolean isAt(Status place) {
        return status == place;
    }

    /** From which instant an awaited fee counts as unpaid; null if none is awaited. */
    public @Nullable Instant unpaidFrom() {
        return chargedOn == null || paid ? null : midnight(payUntil().plusDays(1));
    }

    /** From this instant a missing completion counts as not provided; null if none is awaited. */
    public @Nullable Instant incompleteFrom() {
        return incompleteUntil == null ? null : midnight(incompleteUntil.plusDays(1));
    }

    // Steps

    public void goesTo(Status place) {
        status = place;
        incompleteUntil = null;
    }

    public void closes(LocalDate today) {
        goesTo(Status.KAPANDI);
        closedOn = today;
    }

    public void isFoundIncomplete(LocalDate today) {
        if (channel == Channel.BILGI_EDINME) {
            closes(today);
        } else {
            goesTo(Status.EKSIK_BEKLIYOR);
            incompleteUntil = rolled(today.plusDays(DAYS_TO_COMPLETE), freeForTheCitizen);
        }
    }

    public void isExtended() {
        extended = true;
    }

    public void isCharged(LocalDate today) {
        chargedOn = today;
        payUntil = workingDays(today, 15, freeForTheCitizen);
        paid = false;
        goesTo(Status.UCRET_BEKLIYOR);
    }

    /** A date given to the applicant can be prolonged, never shortened. */
    public void holidaysChanged() {
        if (status == Status.UCRET_BEKLIYOR) {
            var again = workingDays(requireNonNull(chargedOn), 15, freeForTheCitizen);
            payUntil = again.isAfter(payUntil()) ? again : payUntil();
        }
        if (incompleteUntil != null) {
            incompleteUntil = rolled(incompleteUntil, freeForTheCitizen);
        }
    }

    public void isPaid(LocalDate today) {
        countedFrom = today;
        paid = true;
        goesTo(Status.BIRIMDE);
    }

    public void isReopened(LocalDate today) {
        goesTo(Status.ON_INCELEMEDE);
        countedFrom = today;
        extended = false;
        chargedOn = null;
        paid = false;
        closedOn = null;
    }

    /** Whether waiting for the applicant, or for the payment, has ended by itself. */
    public boolean lapsesBy(LocalDate today) {
        return switch (status) {
            case UCRET_BEKLIYOR -> today.isAfter(payUntil());
            case EKSIK_BEKLIYOR -> today.isAfter(requireNonNull(incompleteUntil));
            default -> false;
        };
    }

    // What is allowed

    public boolean mayBeExtended(LocalDate today) {
        return channel == Channel.BILGI_EDINME
                && isOpen()
                && status != Status.UCRET_BEKLIYOR
                && !extended
                && !today.isAfter(lastDay());
    }

    /** Whether an open request counts as refused, since nothing was answered for thirty days. */
    public boolean isSilent(LocalDate today) {
        boolean overdue = !today.isBefore(countedFrom.plusDays(30)) && !(extended && today.isBefore(lastDay()));
        return isOpen() && status != Status.UCRET_BEKLIYOR && overdue;
    }

    /** A letter that is posted on the last day does not arrive on it. */
    public boolean mayBeExtendedByPost(LocalDate today) {
        return mayBeExtended(today) && today.isBefore(lastDay());
    }

    public boolean mayBeCharged(LocalDate today) {
        return channel == Channel.BILGI_EDINME
                && status == Status.BIRIMDE
                && chargedOn == null
                && !today.isAfter(lastDay());
    }

    public boolean mayBePaid(LocalDate today) {
        return status == Status.UCRET_BEKLIYOR && !today.isAfter(payUntil());
    }

    public boolean mayBeReopened(LocalDate today) {
        return !isOpen() && !today.isAfter(requireNonNull(closedOn).plusDays(DAYS_TO_REOPEN));
    }

    // Dates

    public LocalDate lastDay() {
        if (channel == Channel.BILGI_EDINME) {
            return workingDays(status == Status.UCRET_BEKLIYOR ? payUntil() : countedFrom, extended ? 30 : 15, free);
        }
        return rolled(countedFrom.plusDays(DAYS_OF_THE_TABLE), free);
    }

    public Instant lateFrom() {
        return midnight(lastDay().plusDays(1));
    }

    /** Three working days after the date of lateness. */
    public Instant secondLimit() {
        return midnight(workingDays(lastDay().plusDays(1), 3, free));
    }

    private LocalDate payUntil() {
        return requireNonNull(payUntil);
    }

    private static LocalDate rolled(LocalDate day, Predicate<LocalDate> free) {
        return free.test(day) ? rolled(day.plusDays(1), free) : day;
    }

    private static LocalDate workingDays(LocalDate from, int count, Predicate<LocalDate> free) {
        var day = from;
        int left = count;
        while (left > 0) {
            day = day.plusDays(1);
            left -= free.test(day) ? 0 : 1;
        }
        return day;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toInstant();
    }
}
