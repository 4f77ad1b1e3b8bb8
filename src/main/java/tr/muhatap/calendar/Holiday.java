package tr.muhatap.calendar;

import java.time.LocalDate;

/**
 * One entry of the office's holiday table; a date has at most one.
 *
 * @param date the day
 * @param name what it is; two feasts on one day share the entry, their names joined
 * @param half free from 13:00 only (arife, 28 Ekim); where another feast takes the whole day, it is not half
 * @param leave administrative leave by decree (idari izin), no holiday of 2429; a holiday on which leave is given as well
 *     stays a holiday
 */
public record Holiday(LocalDate date, String name, boolean half, boolean leave) {}
