package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.Groups;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Maintenance of the holiday table by process owners: preview of a change, and the change itself. */
@Service
public class HolidayTable {

    private static final String MAY_CHANGE =
            "hasAnyAuthority('" + Groups.SUREC_SAHIBI + "', '" + Groups.CAMUNDA_ADMIN + "')";

    /** Maximum number of applications computed for a preview; beyond it the page says that there are more. */
    private static final int MOST_PREVIEWED = 10_000;

    private static final int NAME_LENGTH = 200;
    private static final Check.Wording NAME = new Check.Wording(
            Texts.of("calendar.holiday-controller.tatilin-adi-verilmelidir"),
            Texts.of("calendar.holiday-controller.tatilin-adi-en-cok-karakter"),
            Texts.of("calendar.holiday-controller.tatilin-adinda-gorunmeyen-karakter-sekme"));

    /** Rejects mistyped years: a single holiday would open such a year to computations. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    private final Holidays holidays;
    private final ObjectProvider<OpenLimits> openLimits;
    private final TransactionTemplate transaction;

    HolidayTable(Holidays holidays, ObjectProvider<OpenLimits> openLimits, TransactionTemplate transaction) {
        this.holidays = holidays;
        this.openLimits = openLimits;
        this.transaction = transaction;
    }

    /**
     * Result of a change.
     *
     * @param isNew whether the date had no entry
     * @param moved how many open limits moved
     */
    public record Changed(boolean isNew, int moved) {}

    /** Every entry, or those of one year, by date. */
    public List<Holiday> entries(@Nullable Integer year) {
        return holidays.entries(year);
    }

    /** The entry of a date. */
    public Optional<Holiday> entry(LocalDate date) {
        return holidays.entry(date);
    }

    /** Parses the input of an entry; null if it is faulty, with faults for the fields {@code date} and {@code name}. */
    public @Nullable Holiday typed(
            Check check, @Nullable LocalDate date, @Nullable String name, boolean half, boolean leave) {
        if (date != null) {
            check.require(
                    date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR,
                    "date",
                    Texts.of("calendar.holiday-controller.gun-ile-yillari-arasinda-olmalidir")
                            .formatted(FIRST_YEAR, LAST_YEAR));
        }
        String line = check.line("name", name, NAME_LENGTH, NAME);
        return date == null || line == null ? null : new Holiday(date, line, half, leave);
    }

    /** Adds or replaces the entry of a day, and moves the open limits. */
    @PreAuthorize(MAY_CHANGE)
    public Changed put(Holiday holiday) {
        boolean isNew = holidays.put(holiday);
        return new Changed(isNew, moveOpenLimits());
    }

    /** Removes the entry of a day and moves the open limits; empty if there was none. */
    @PreAuthorize(MAY_CHANGE)
    public Optional<Changed> remove(LocalDate date) {
        return holidays.remove(date) ? Optional.of(new Changed(false, moveOpenLimits())) : Optional.empty();
    }

    /** Which limits the change would move; {@code after} null removes the entry. Everything is rolled back. */
    @PreAuthorize(MAY_CHANGE)
    public OpenLimits.Preview preview(LocalDate date, @Nullable Holiday after) {
        var preview = transaction.execute(tx -> {
            tx.setRollbackOnly();
            if (after == null) {
                holidays.remove(date);
            } else {
                holidays.put(after);
            }
            return openLimits.stream()
                    .findFirst()
                    .map(limits -> limits.preview(MOST_PREVIEWED))
                    .orElse(null);
        });
        return preview == null ? new OpenLimits.Preview(List.of(), true) : preview;
    }

    private int moveOpenLimits() {
        return openLimits.stream().mapToInt(OpenLimits::recalculate).sum();
    }
}
