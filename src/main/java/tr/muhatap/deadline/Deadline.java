package tr.muhatap.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The limit of one application.
 *
 * @param limit length in {@code unit}
 * @param unit unit of the length
 * @param lastDay the last day on which the answer is in time, Europe/Istanbul
 * @param lateFrom 00:00 of the day after {@code lastDay}, Europe/Istanbul: from this instant it is late
 * @param basis the article of law
 */
public record Deadline(int limit, DayUnit unit, LocalDate lastDay, Instant lateFrom, String basis) {}
