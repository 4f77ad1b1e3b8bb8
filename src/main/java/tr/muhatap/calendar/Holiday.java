package tr.muhatap.calendar;

import java.time.LocalDate;

/**
 * One entry of the office's holiday table; a date has at most one.
 *
 * @param date the day
 * @param name name; two holidays on one day share the entry, their names joined
 * @param half free from 13:00 only (arife, 28 Ekim); false if another holiday covers the whole day
 * @param leave administrative leave by decree (idari izin), no holiday of 2429; a holiday with additional leave
 *     remains a holiday
 */
public record Holiday(LocalDate date, String name, boolean half, boolean leave) {}
