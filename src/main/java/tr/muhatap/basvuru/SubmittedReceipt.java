package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * A receipt of payment that was submitted in time and that nobody has checked yet (4982 md. 11, Yönetmelik md. 22).
 *
 * @param submittedOn day of submission, Europe/Istanbul
 * @param paidOn day of payment as the applicant names it
 * @param receipt its number as the applicant names it
 */
public record SubmittedReceipt(LocalDate submittedOn, LocalDate paidOn, String receipt) {}
