package tr.muhatap.basvuru;

import java.time.Instant;

/**
 * Why an application's personal data are kept beyond their period, as for a lawsuit (6698 md. 7).
 *
 * @param by user name of who decided it
 */
public record LegalHold(String reason, String by, Instant since) {}
