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
 * @param mostRows maximum rows of a file
 * @param threads number of rows that a node registers concurrently
 * @param every interval at which a node polls for unfinished imports
 * @param lease time without a heartbeat after which another node continues an import
 * @param kept retention of files and refused rows after the end of an import
 */
@Validated
@ConfigurationProperties("muhatap.imports")
public record ImportSettings(
        @Min(1) @Max(1_000_000) @DefaultValue("100000") int mostRows,
        @Min(1) @Max(16) @DefaultValue("2") int threads,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration every,
        @DurationMin(seconds = 1) @DefaultValue("60s") Duration lease,
        @DurationMin(days = 1) @DefaultValue("30d") Duration kept) {}
