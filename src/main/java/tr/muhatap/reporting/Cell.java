package tr.muhatap.reporting;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.channel.Channel;

/**
 * How many applications have all of this in common.
 *
 * @param month in which they came
 * @param unit code; null as long as none has them
 * @param topic code; null if none is known
 * @param outcome null: open
 * @param late closed behind the limit, or open and the limit has passed
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
