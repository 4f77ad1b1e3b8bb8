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
 * Limits and storage of attachments.
 *
 * @param largest maximum size of one file
 * @param most maximum number of files of one application, and of one answer
 * @param directory directory for file contents, shared by all nodes; empty: contents are stored in the database
 * @param clamav {@code host:port} of a ClamAV daemon that scans every file; empty: no scan
 * @param scanConnect connect timeout of the daemon
 * @param scanAnswer read timeout of the daemon
 * @param scanWhole time limit for one file
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
