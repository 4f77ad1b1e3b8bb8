package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * The renewed period to pay after a rejected proof of payment, from which its last day is recomputed.
 *
 * @param from day of the rejection, Europe/Istanbul
 * @param days number of working days after it
 */
record RenewedPayPeriod(LocalDate from, int days) {}
