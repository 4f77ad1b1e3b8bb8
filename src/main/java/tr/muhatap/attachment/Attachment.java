package tr.muhatap.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;

/**
 * Metadata of a stored file.
 *
 * @param round {@link tr.muhatap.basvuru.Basvuru#answerRound} for a file of an answer; otherwise 1 plus the number
 *     of reopenings before its upload
 * @param name sanitized, with an extension that matches its type
 * @param size bytes
 * @param removable whether the current user may still remove it
 */
public record Attachment(
        long id,
        @JsonIgnore String number,
        AttachmentPart part,
        @JsonIgnore int round,
        String name,
        String mediaType,
        long size,
        String uploadedBy,
        Instant uploadedAt,
        boolean removable) {

    private static final long KILOBYTE = 1_024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    public String getPartLabel() {
        return part.label();
    }

    /** Size formatted for users, e.g. "1,4 MB". */
    public String getSizeLabel() {
        return size < MEGABYTE
                ? Math.max(1, size / KILOBYTE) + " KB"
                : String.format(Locale.forLanguageTag("tr"), "%.1f MB", (double) size / MEGABYTE);
    }
}
