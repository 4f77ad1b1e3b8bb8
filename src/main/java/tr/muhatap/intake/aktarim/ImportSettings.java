package tr.muhatap.intake.aktarim;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Imports of lists.
 *
 * @param mostRows rows of a file; one with more is refused
 * @param threads rows that one node takes in at once
 * @param every how often a node looks for imports that nobody works on
 * @param lease after how long without a word another node goes on with an import
 * @param kept how long the files and the refused rows of an import are kept after its end
 */
@Validated
@ConfigurationProperties("muhatap.imports")
public record ImportSettings(
        @Min(1) @Max(1_000_000) @DefaultValue("100000") int mostRows,
        @Min(1) @Max(16) @DefaultValue("2") int threads,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration every,
        @DurationMin(seconds = 1) @DefaultValue("60s") Duration lease,
        @DurationMin(days = 1) @DefaultValue("30d") Duration kept) {}
