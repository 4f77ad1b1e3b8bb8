package tr.muhatap.reporting;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.channel.Channel;

/**
 * Number of applications with the same properties.
 *
 * @param month of receipt
 * @param unit code; null if not routed
 * @param topic code; null if unknown
 * @param outcome null: open
 * @param late closed after the limit, or open past the limit
 */
record Cell(
        Channel channel,
        Kind kind,
        YearMonth month,
        @Nullable String unit,
        @Nullable String topic,
        @Nullable Outcome outcome,
        boolean late,
        long count) {}
