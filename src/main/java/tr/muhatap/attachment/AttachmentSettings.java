package tr.muhatap.attachment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What files are taken.
 *
 * @param largest size of one file
 * @param most number of files of one application, and of one answer
 * @param directory folder for their contents, shared by all nodes; empty: they stand in the database
 * @param clamav {@code host:port} of a ClamAV daemon that looks at every file; empty: none does
 * @param scanConnect how long the daemon may take to accept a connection
 * @param scanAnswer how long it may be silent
 * @param scanWhole how long one file may take in all
 */
@Validated
@ConfigurationProperties("muhatap.attachment")
record AttachmentSettings(
        @DefaultValue("10MB") DataSize largest,
        @Min(1) @DefaultValue("10") int most,
        @DefaultValue("") String directory,

        @Pattern(regexp = "|[^:]+:\\d{1,5}") @DefaultValue("")
        String clamav,

        @DurationMin(millis = 1) @DefaultValue("3s") Duration scanConnect,
        @DurationMin(millis = 1) @DefaultValue("20s") Duration scanAnswer,
        @DurationMin(millis = 1) @DefaultValue("1m") Duration scanWhole) {}
