package tr.muhatap.privacy;

import java.time.LocalDate;

/**
 * One version of the KVKK text.
 *
 * @param version names it wherever it was shown or read
 * @param since the day from which on it was the office's text, Europe/Istanbul
 * @param html the whole text, without a page around it
 */
public record PrivacyNotice(String version, LocalDate since, String html) {}
