package tr.muhatap.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import tr.muhatap.problem.InvalidInputException;

/**
 * Takes out of files what tells of their maker. The place where a picture was taken goes from every citizen's picture, with
 * all else that cameras write, but not how it is to be turned. PDF and office files lose their properties where the informer
 * stays hidden. Nothing is compressed again: parts are left out, so that pictures stay as they are.
 */
final class Metadata {

    private static final int MARKER = 0xff;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    private static final int ASCII = 2;
    private static final int IFD_ENTRY = 12;
    private static final int TURNS = 8;
    private static final String EXIF = "Exif\0\0";
    private static final String COLOURS = "ICC_PROFILE";
    private static final int PNG_HEAD = 8;
    private static final Set<String> PNG_WORDS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    /** Tags of TIFF that hold what programs write about a picture: XMP, IPTC, Photoshop's, EXIF, GPS, names, days. */
    private static final Set<Integer> TIFF_TELLS = Set.of(
            0x010d, 0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x83bb, 0x8649, 0x8769, GPS, 0x8298,
            0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f, 0xa430, 0xa431);

    private Metadata() {}

    /**
     * The content without what tells of its maker.
     *
     * @param hidden whether documents are to lose theirs as well
     * @throws InvalidInputException where a document of a hidden informer cannot be made bare: it is not taken
     */
    static byte[] without(byte[] content, String mediaType, boolean hidden) {
        return switch (mediaType) {
            case "image/jpeg" -> jpeg(content);
            case "image/png" -> png(content);
            case "image/tiff" -> tiff(content);
            case "image/heic" -> HeicMetadata.blanked(content);
            case "application/pdf" -> hidden ? pdf(content) : content;
            default ->
                hidden && content.length > 1 && content[0] == 'P' && content[1] == 'K'
                        ? OfficeMetadata.without(content)
                        : content;
        };
    }

    // JPEG

    private static byte[] jpeg(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        out.write(MARKER);
        out.write(0xd8);
        int at = 2;
        boolean turned = false;
        while (at + 4 <= content.length && unsigned(content, at) == MARKER) {
            int marker = unsigned(content, at + 1);
            if (marker == MARKER) {
                at++;
                continue;
            }
            if (marker == SCAN) {
                int end = endOfPicture(content, at);
                out.write(content, at, end - at);
                return out.toByteArray();
            }
            int length = 2 + (unsigned(content, at + 2) << 8 | unsigned(content, at + 3));
            int end = Math.min(content.length, at + length);
            if (marker == APP1 && !turned && startsWith(content, at + 4, EXIF)) {
                turned = true;
                int orientation = orientation(Arrays.copyOfRange(content, at + 4 + EXIF.length(), end));
                if (orientation > 1) {
                    out.writeBytes(orientationAlone(orientation));
                }
            } else if (!tells(content, at, marker)) {
                out.write(content, at, end - at);
            }
            at = end;
        }
        out.write(content, Math.min(at, content.length), Math.max(0, content.length - at));
        return out.toByteArray();
    }

    /** Applications' parts but colours, Adobe's transform and JFIF; comments. */
    private static boolean tells(byte[] content, int at, int marker) {
        if (marker == COMMENT) {
            return true;
        }
        if (marker < APP0 || marker > APP15 || marker == APP0 && startsWith(content, at + 4, "JFIF")) {
            return false;
        }
        return !(marker == APP14 || marker == APP2 && startsWith(content, at + 4, COLOURS));
    }

    /** Behind the end of the picture phones hang previews and films, with data of their own. */
    private static int endOfPicture(byte[] content, int scan) {
        for (int at = scan + 2; at + 1 < content.length; at++) {
            if (unsigned(content, at) == MARKER && unsigned(content, at + 1) == END) {
                return at + 2;
            }
        }
        return content.length;
    }

    private static int orientation(byte[] tiff) {
        if (tiff.length < PNG_HEAD) {
            return 1;
        }
        var data = tiffOrder(tiff);
        int at = data.getInt(4);
        if (at < 0 || at + 2 > tiff.length) {
            return 1;
        }
        int entries = data.getShort(at) & 0xffff;
        for (int i = 0; i < entries && at + 2 + (i + 1) * IFD_ENTRY <= tiff.length; i++) {
            int entry = at + 2 + i * IFD_ENTRY;
            if ((data.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = data.getShort(entry + PNG_HEAD) & 0xffff;
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
        return ByteBuffer.allocate(4 + exif.length + tiff.capacity())
                .put((byte) MARKER)
                .put((byte) APP1)
                .putShort((short) (2 + exif.length + tiff.capacity()))
                .put(exif)
                .put(tiff.array())
                .array();
    }

    // PNG

    private static byte[] png(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, PNG_HEAD);
        var data = ByteBuffer.wrap(content);
        int at = PNG_HEAD;
        while (at + 12 <= content.length) {
            int length = data.getInt(at);
            int end = at + 12 + length;
            if (length < 0 || end > content.length || end < at) {
                break;
            }
            String kind = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!PNG_WORDS.contains(kind)) {
                out.write(content, at, end - at);
            }
            at = end;
            if (kind.equals("IEND")) {
                break;
            }
        }
        return out.toByteArray();
    }

    // TIFF: everything stays at its place, what tells is overwritten

    /** Directories as EXIF has them, each word of them blank. */
    static byte[] blankedTiff(byte[] content) {
        boolean known =
                content.length > PNG_HEAD && (startsWith(content, 0, "II*\0") || startsWith(content, 0, "MM\0*"));
        return known ? tiff(content) : content;
    }

    private static byte[] tiff(byte[] content) {
        byte[] copy = content.clone();
        if (copy.length < PNG_HEAD) {
            return copy;
        }
        var data = tiffOrder(copy);
        int at = data.getInt(4);
        for (int pages = 0; pages < 1_000 && at > 0 && at + 2 <= copy.length; pages++) {
            int entries = data.getShort(at) & 0xffff;
            int next = at + 2 + entries * IFD_ENTRY;
            if (next + 4 > copy.length) {
                break;
            }
            for (int i = 0; i < entries; i++) {
                int entry = at + 2 + i * IFD_ENTRY;
                if (TIFF_TELLS.contains(data.getShort(entry) & 0xffff)) {
                    blank(data, copy, entry);
                }
            }
            at = data.getInt(next);
        }
        return copy;
    }

    private static void blank(ByteBuffer data, byte[] copy, int entry) {
        int tag = data.getShort(entry) & 0xffff;
        long size = (long) size(data.getShort(entry + 2) & 0xffff) * (data.getInt(entry + 4) & 0xffff_ffffL);
        int value = data.getInt(entry + 8);
        if ((tag == GPS || tag == 0x8769) && value > 0 && value + 2 <= copy.length) {
            int entries = data.getShort(value) & 0xffff;
            for (int i = 0; i < entries && value + 2 + (i + 1) * IFD_ENTRY <= copy.length; i++) {
                blank(data, copy, value + 2 + i * IFD_ENTRY);
            }
            data.putShort(value, (short) 0);
        } else if (size > 4 && value > 0 && value + size <= copy.length) {
            Arrays.fill(copy, value, (int) (value + size), (byte) 0);
        } else if (size <= 4) {
            data.putInt(entry + 8, 0);
        }
        // An empty word under a tag that nobody reads
        data.putShort(entry + 2, (short) ASCII);
        data.putInt(entry + 4, 1);
        data.putInt(entry + 8, 0);
    }

    private static int size(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12 -> 8;
            default -> 1;
        };
    }

    private static ByteBuffer tiffOrder(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    // PDF

    private static byte[] pdf(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content);
                var out = new ByteArrayOutputStream()) {
            pdf.setDocumentInformation(new PDDocumentInformation());
            var catalog = pdf.getDocumentCatalog();
            catalog.setMetadata(null);
            catalog.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.getPDFName("PieceInfo"));
            for (var page : pdf.getPages()) {
                page.setMetadata(null);
                page.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.getPDFName("PieceInfo"));
            }
            if (catalog.getNames() != null) {
                catalog.getNames().setEmbeddedFiles(null);
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInputException(
                    Attachments.FIELD,
                    "Kimliği gizli ihbarda PDF’in belge bilgileri silinemedi; dosyayı yazdırıp resim olarak ekleyin.");
        }
    }

    private static boolean startsWith(byte[] content, int at, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= content.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int unsigned(byte[] content, int at) {
        return content[at] & 0xff;
    }
}
