package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The initial holiday table, 2023–2032, without a database. */
public final class HolidaysFixture {

    private static final List<Holiday> LIST = HolidayList.read();

    private HolidaysFixture() {}

    public static List<Holiday> officialList() {
        return LIST;
    }

    /** The official list with further entries; one for a day already there takes its place. */
    public static List<Holiday> officialListAnd(Holiday... more) {
        var entries = new ArrayList<>(LIST);
        entries.addAll(List.of(more));
        return entries;
    }

    public static WorkingDays workingDays() {
        return workingDays(CountingRules.DEFAULT);
    }

    public static WorkingDays workingDays(CountingRules rules) {
        return workingDays(LIST, rules);
    }

    public static WorkingDays workingDays(List<Holiday> entries, CountingRules rules) {
        var calendar = new WorkCalendar(entries, rules);
        return () -> calendar;
    }

    /** Adds or removes a day in the office's table and moves dependent limits, like the API. */
    public static void changes(ApplicationContext program, LocalDate day, boolean holiday) {
        var holidays = program.getBean(Holidays.class);
        if (holiday) {
            holidays.put(new Holiday(day, "Seçim günü", false, false));
        } else {
            holidays.remove(day);
        }
        program.getBean(OpenLimits.class).recalculate();
    }
}
