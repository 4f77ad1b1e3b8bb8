package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer or a draft was archived, since another unit or another round begins. Published next to the event that
 * caused it.
 *
 * @param unit the unit that wrote it; null if the information was given on the spot
 * @param sent whether it had been sent
 */
record AnswerSetAside(String number, int round, @Nullable String unit, Answer answer, boolean sent, Instant at) {}
