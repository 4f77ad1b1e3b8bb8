package tr.muhatap.privacy;

import java.time.LocalDate;

/**
 * One version of the KVKK text.
 *
 * @param version identifies it wherever it was shown or read aloud
 * @param since first day of its validity, Europe/Istanbul
 * @param html the whole text, without page layout
 */
public record PrivacyNotice(String version, LocalDate since, String html) {}
