package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * Proof of payment that was submitted in time and not checked yet (4982 md. 11, Yönetmelik md. 22).
 *
 * @param submittedOn day of submission, Europe/Istanbul
 * @param paidOn day of payment as stated by the applicant
 * @param receipt receipt number as stated by the applicant
 */
public record SubmittedReceipt(LocalDate submittedOn, LocalDate paidOn, String receipt) {}
