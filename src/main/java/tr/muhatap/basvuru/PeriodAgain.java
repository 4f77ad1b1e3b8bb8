package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * The period to pay as it runs again after a refused receipt; from it a change of the holiday table computes the last day.
 *
 * @param from day of the refusal, Europe/Istanbul
 * @param days working days behind it
 */
record PeriodAgain(LocalDate from, int days) {}
