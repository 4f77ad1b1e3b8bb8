package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;

/**
 * A unit's answer, a draft until it is approved.
 *
 * @param ground article of 4982 on which information is refused, in whole or in part; else null
 */
public record Answer(Outcome outcome, @Nullable RefusalGround ground, String text) {}
