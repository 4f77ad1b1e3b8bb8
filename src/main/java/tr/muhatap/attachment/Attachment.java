package tr.muhatap.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;

/**
 * A stored file, without its content.
 *
 * @param round of an answer's file, {@link tr.muhatap.basvuru.Basvuru#answerRound}; else 1, and one more for every reopening before it came
 * @param name cleaned, with an ending that fits its type
 * @param size bytes
 * @param removable whether the current user may still take it back
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

    /** As people read it, e.g. "1,4 MB". */
    public String getSizeLabel() {
        return size < MEGABYTE
                ? Math.max(1, size / KILOBYTE) + " KB"
                : String.format(Locale.forLanguageTag("tr"), "%.1f MB", (double) size / MEGABYTE);
    }
}
