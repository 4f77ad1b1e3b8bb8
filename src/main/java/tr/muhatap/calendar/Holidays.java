package tr.muhatap.calendar;

import org.springframework.stereotype.Service;

/** The office's holiday table. */
@Service
class Holidays implements WorkingDays {

    private final WorkCalendar calendar;

    Holidays(CountingRules rules) {
        calendar = new WorkCalendar(HolidayList.read(), rules);
    }

    @Override
    public WorkCalendar calendar() {
        return calendar;
    }
}
