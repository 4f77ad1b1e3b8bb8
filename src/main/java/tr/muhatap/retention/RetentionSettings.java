package tr.muhatap.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.calendar.OfficeClock;

/**
 * How long personal data are kept.
 *
 * @param years from the end of an application on
 * @param yearsOf other years for some kinds
 * @param every after so long what is due is proposed again (at most six months by the regulation on erasure)
 */
@Validated
@ConfigurationProperties("muhatap.retention")
public record RetentionSettings(
        @Min(1) @Max(100) @DefaultValue("10") int years,
        @DefaultValue Map<Kind, @Min(1) @Max(100) Integer> yearsOf,
        @DefaultValue("P6M") Period every) {

    public RetentionSettings {
        yearsOf = Map.copyOf(yearsOf);
    }

    /** The years of a kind. */
    public int yearsOf(Kind kind) {
        return yearsOf.getOrDefault(kind, years);
    }

    /** For each kind: what was closed earlier is kept no longer. Years end with the day, Europe/Istanbul. */
    Map<Kind, Instant> closedBefore(Instant now) {
        var today = now.atZone(OfficeClock.ISTANBUL).toLocalDate();
        var before = new EnumMap<Kind, Instant>(Kind.class);
        for (var kind : Kind.values()) {
            before.put(
                    kind,
                    today.minusYears(yearsOf(kind))
                            .atStartOfDay(OfficeClock.ISTANBUL)
                            .toInstant());
        }
        return before;
    }
}
