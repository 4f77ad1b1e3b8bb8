package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * A notice's service is awaited, or no longer; maintains {@link AwaitedServices}.
 *
 * @param sentOn the day of dispatch
 */
record ServiceAwaited(String number, ServedPaper paper, LocalDate sentOn, boolean awaited) {}
