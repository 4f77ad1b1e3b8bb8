package tr.muhatap.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/**
 * Removes identifying metadata from files. Location and camera data are removed from every citizen's picture, except
 * the orientation; PDF and office files lose their properties if the informer is hidden. Only parts known to be image
 * data are kept; pictures are not recompressed.
 */
final class Metadata {

    private static final int PNG_HEAD = 8;
    private static final int PNG_FRAME = 12;

    /** Chunks of a PNG to keep in addition to the critical ones, whose names begin with a capital letter. */
    private static final Set<String> PNG_LOOKS = Set.of(
            "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "cICP", "mDCV", "cLLI", "acTL",
            "fcTL", "fdAT");

    private Metadata() {}

    /**
     * Returns the content without identifying metadata.
     *
     * @param hidden whether documents lose their properties as well
     * @throws InvalidInputException if the metadata cannot be removed: the file is refused
     */
    static byte[] without(byte[] content, String mediaType, boolean hidden) {
        return switch (mediaType) {
            case "image/jpeg" -> JpegMetadata.without(content);
            case "image/png" -> png(content);
            case "image/tiff" -> TiffMetadata.without(content);
            case "image/heic" -> HeicMetadata.without(content);
            case "application/pdf" -> hidden ? PdfMetadata.without(content) : content;
            default -> hidden && startsWith(content, 0, "PK") ? OfficeMetadata.without(content) : content;
        };
    }

    /** Strips a picture embedded in a document, detected by content; everything else is returned unchanged. */
    static byte[] ofPicture(byte[] content) {
        if (content.length > 2 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8) {
            return JpegMetadata.without(content);
        }
        if (startsWith(content, 1, "PNG\r\n")) {
            return png(content);
        }
        return startsWith(content, 0, "II*\0") || startsWith(content, 0, "MM\0*")
                ? TiffMetadata.without(content)
                : content;
    }

    static InvalidInputException unreadable() {
        return new InvalidInputException(
                Attachments.FIELD, Texts.of("attachment.metadata.resmin-cekildigi-yer-bilgisi-silinemedi"));
    }

    private static byte[] png(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, Math.min(PNG_HEAD, content.length));
        var data = ByteBuffer.wrap(content);
        int at = PNG_HEAD;
        while (at + PNG_FRAME <= content.length) {
            int length = data.getInt(at);
            if (length < 0 || length > content.length - at - PNG_FRAME) {
                break;
            }
            int end = at + PNG_FRAME + length;
            String kind = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (Character.isUpperCase(kind.charAt(0)) || PNG_LOOKS.contains(kind)) {
                out.write(content, at, end - at);
            }
            at = end;
            if (kind.equals("IEND")) {
                break;
            }
        }
        return out.toByteArray();
    }

    static boolean startsWith(byte[] content, int at, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= content.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
