package tr.muhatap.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Overwrites everything in a TIFF that is not known to be image data: other directory entries, what they refer to, and
 * unreferenced bytes.
 */
final class TiffMetadata {

    private static final int IFD_ENTRY = 12;
    private static final int MOST_PAGES = 1_000;
    private static final int HEAD = 8;
    private static final int ASCII = 2;

    /** Tags needed to display a picture; all others are removed. */
    private static final Set<Integer> PICTURE = Set.of(
            0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x010a, 0x0111, 0x0112, 0x0115, 0x0116,
            0x0117, 0x0118, 0x0119, 0x011a, 0x011b, 0x011c, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128, 0x0129, 0x012d,
            0x013d, 0x013e, 0x013f, 0x0140, 0x0141, 0x0142, 0x0143, 0x0144, 0x0145, 0x0146, 0x0147, 0x0148, 0x014c,
            0x014e, 0x0150, 0x0152, 0x0153, 0x0154, 0x0155, 0x015b, 0x0200, 0x0201, 0x0202, 0x0203, 0x0205, 0x0206,
            0x0207, 0x0208, 0x0209, 0x0211, 0x0212, 0x0213, 0x0214, 0x8773);

    /** Pairs of tags with offsets and lengths of the image data. */
    private static final int[][] DATA = {{0x0111, 0x0117}, {0x0144, 0x0145}, {0x0201, 0x0202}};

    private final ByteBuffer data;
    private final RetainedBytes bytes;
    private final byte[] copy;

    private TiffMetadata(byte[] content) {
        this.copy = content.clone();
        this.data = ByteBuffer.wrap(copy).order(content[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        this.bytes = new RetainedBytes(copy);
    }

    static byte[] without(byte[] content) {
        if (!Metadata.startsWith(content, 0, "II*\0") && !Metadata.startsWith(content, 0, "MM\0*")) {
            throw Metadata.unreadable();
        }
        try {
            return new TiffMetadata(content).bare();
        } catch (IndexOutOfBoundsException brokenOff) {
            throw Metadata.unreadable();
        }
    }

    private byte[] bare() {
        bytes.keep(0, HEAD);
        int pages = 0;
        for (int at = data.getInt(4); at != 0; at = page(at)) {
            if (++pages > MOST_PAGES) {
                throw new IndexOutOfBoundsException("Pages in a circle");
            }
        }
        return bytes.blanked();
    }

    /** Keeps one picture; returns the offset of the next directory. */
    private int page(int at) {
        int entries = data.getShort(at) & 0xffff;
        bytes.keep(at, 2L + (long) entries * IFD_ENTRY + 4);
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * IFD_ENTRY;
            if (!PICTURE.contains(tag(entry))) {
                // An empty value under a tag that no reader interprets
                data.putShort(entry + 2, (short) ASCII);
                data.putInt(entry + 4, 1);
                data.putInt(entry + 8, 0);
            } else if (length(entry) > 4) {
                bytes.keep(data.getInt(entry + 8), length(entry));
            }
        }
        for (var pair : DATA) {
            pictureData(at, entries, pair[0], pair[1]);
        }
        return data.getInt(at + 2 + entries * IFD_ENTRY);
    }

    private void pictureData(int at, int entries, int placesTag, int lengthsTag) {
        int places = find(at, entries, placesTag);
        int lengths = find(at, entries, lengthsTag);
        if (places < 0 || lengths < 0) {
            return;
        }
        long count = Math.min(count(places), count(lengths));
        for (int i = 0; i < count; i++) {
            bytes.keep(number(places, i), number(lengths, i));
        }
    }

    private int find(int at, int entries, int tag) {
        for (int i = 0; i < entries; i++) {
            if (tag(at + 2 + i * IFD_ENTRY) == tag) {
                return at + 2 + i * IFD_ENTRY;
            }
        }
        return -1;
    }

    private long number(int entry, int index) {
        int size = size(entry);
        int from = (int) (length(entry) > 4 ? data.getInt(entry + 8) : entry + 8) + index * size;
        return size == 2 ? data.getShort(from) & 0xffff : data.getInt(from) & 0xffff_ffffL;
    }

    private int tag(int entry) {
        return data.getShort(entry) & 0xffff;
    }

    private long count(int entry) {
        return data.getInt(entry + 4) & 0xffff_ffffL;
    }

    private long length(int entry) {
        return size(entry) * count(entry);
    }

    private int size(int entry) {
        return switch (data.getShort(entry + 2) & 0xffff) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12 -> 8;
            default -> 1;
        };
    }
}
