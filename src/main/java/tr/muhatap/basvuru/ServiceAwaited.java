package tr.muhatap.basvuru;

import java.time.LocalDate;

/**
 * A notice's service is awaited, or not any more; keeps {@link AwaitedServices}.
 *
 * @param sentOn the day of dispatch
 */
record ServiceAwaited(String number, ServedPaper paper, LocalDate sentOn, boolean awaited) {}
