package tr.muhatap.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rewrites a JPEG without metadata segments, wherever they are: before the picture, between its scans or after its end,
 * where phones append previews and videos.
 */
final class JpegMetadata {

    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int TEMPORARY = 0x01;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_RESERVED = 0xf0;
    private static final int FRAME = 4;
    private static final String EXIF = "Exif\0\0";
    private static final String COLOURS = "ICC_PROFILE\0";
    private static final String JFIF = "JFIF\0";

    /** JFIF header without the optional thumbnail. */
    private static final int JFIF_LENGTH = 16;

    private static final int ORIENTATION = 0x0112;
    private static final int IFD_ENTRY = 12;
    private static final int TURNS = 8;

    private JpegMetadata() {}

    static byte[] without(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        out.write(MARKER);
        out.write(START);
        int at = 2;
        boolean turned = false;
        while (at + 1 < content.length) {
            int marker = unsigned(content, at + 1);
            if (unsigned(content, at) != MARKER || marker == MARKER || marker == 0) {
                // Bytes between segments are ignored by every decoder
                at++;
                continue;
            }
            if (marker == END) {
                out.write(MARKER);
                out.write(END);
                return out.toByteArray();
            }
            if (marker == START || marker == TEMPORARY || marker >= FIRST_RESTART && marker <= LAST_RESTART) {
                at += 2;
                continue;
            }
            int length = at + FRAME > content.length ? 0 : unsigned(content, at + 2) << 8 | unsigned(content, at + 3);
            if (length < 2) {
                at += 2;
                continue;
            }
            int end = Math.min(content.length, at + 2 + length);
            if (marker == APP1 && !turned && Metadata.startsWith(content, at + FRAME, EXIF)) {
                turned = true;
                int orientation =
                        orientation(Arrays.copyOfRange(content, Math.min(end, at + FRAME + EXIF.length()), end));
                if (orientation > 1) {
                    out.writeBytes(orientationAlone(orientation));
                }
            } else if (marker == APP0 && Metadata.startsWith(content, at + FRAME, JFIF)) {
                out.writeBytes(jfif(content, at));
            } else if (!tells(content, at, marker)) {
                out.write(content, at, end - at);
            }
            if (marker == SCAN) {
                int endOfScan = endOfScan(content, end);
                out.write(content, end, endOfScan - end);
                end = endOfScan;
            }
            at = end;
        }
        return out.toByteArray();
    }

    /** Whether a segment is metadata: neither image data nor colour profile nor Adobe's colour transform. */
    private static boolean tells(byte[] content, int at, int marker) {
        if (marker == COMMENT || marker >= FIRST_RESERVED || marker < 0xc0) {
            return true;
        }
        if (marker < APP0 || marker > APP15) {
            return false;
        }
        return !(marker == APP14 && Metadata.startsWith(content, at + FRAME, "Adobe")
                || marker == APP2 && Metadata.startsWith(content, at + FRAME, COLOURS));
    }

    private static byte[] jfif(byte[] content, int at) {
        byte[] head = Arrays.copyOfRange(content, at, at + 2 + JFIF_LENGTH);
        head[2] = 0;
        head[3] = JFIF_LENGTH;
        head[JFIF_LENGTH] = 0;
        head[JFIF_LENGTH + 1] = 0;
        return head;
    }

    /** The next marker that is not part of the scan's entropy-coded data. */
    private static int endOfScan(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            int marker = unsigned(content, at + 1);
            if (unsigned(content, at) == MARKER
                    && marker != 0
                    && marker != MARKER
                    && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
                return at;
            }
        }
        return content.length;
    }

    private static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return 1;
        }
        var data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = data.getInt(4);
        if (at < 0 || at > tiff.length - 2) {
            return 1;
        }
        int entries = data.getShort(at) & 0xffff;
        for (int i = 0; i < entries && at + 2 + (i + 1) * IFD_ENTRY <= tiff.length; i++) {
            int entry = at + 2 + i * IFD_ENTRY;
            if ((data.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = data.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= TURNS ? value : 1;
            }
        }
        return 1;
    }

    private static byte[] orientationAlone(int orientation) {
        var tiff = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        byte[] exif = EXIF.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(FRAME + exif.length + tiff.capacity())
                .put((byte) MARKER)
                .put((byte) APP1)
                .putShort((short) (2 + exif.length + tiff.capacity()))
                .put(exif)
                .put(tiff.array())
                .array();
    }

    private static int unsigned(byte[] content, int at) {
        return content[at] & 0xff;
    }
}
