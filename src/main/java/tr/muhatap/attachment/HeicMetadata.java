package tr.muhatap.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Overwrites EXIF and XMP in a HEIC picture; its boxes stay where they are, since others point at them. How it is to be
 * turned stands in a box of its own.
 */
final class HeicMetadata {

    private static final byte[][] BEGINNINGS = {
        "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), "<x:xmpmeta".getBytes(StandardCharsets.ISO_8859_1)
    };
    private static final byte[] END_OF_XMP = "</x:xmpmeta>".getBytes(StandardCharsets.ISO_8859_1);

    /** No EXIF of a camera is longer; what follows in the file is the picture. */
    private static final int LONGEST_EXIF = 0xffff;

    private HeicMetadata() {}

    static byte[] blanked(byte[] content) {
        byte[] copy = content.clone();
        for (int at = find(copy, BEGINNINGS[0], 0); at >= 0; at = find(copy, BEGINNINGS[0], at + 1)) {
            exif(copy, at + BEGINNINGS[0].length);
        }
        for (int at = find(copy, BEGINNINGS[1], 0); at >= 0; at = find(copy, BEGINNINGS[1], at + 1)) {
            int end = find(copy, END_OF_XMP, at);
            Arrays.fill(copy, at, end < 0 ? at + BEGINNINGS[1].length : end + END_OF_XMP.length, (byte) ' ');
        }
        return copy;
    }

    /** The directories with all they point at; the header says then that there are none. */
    private static void exif(byte[] copy, int tiff) {
        if (tiff + 8 > copy.length) {
            return;
        }
        int end = Math.min(copy.length, tiff + LONGEST_EXIF);
        var bare = Metadata.blankedTiff(Arrays.copyOfRange(copy, tiff, end));
        System.arraycopy(bare, 0, copy, tiff, bare.length);
    }

    private static int find(byte[] content, byte[] words, int from) {
        for (int at = from; at + words.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + words.length, words, 0, words.length)) {
                return at;
            }
        }
        return -1;
    }
}
