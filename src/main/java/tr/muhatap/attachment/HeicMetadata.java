package tr.muhatap.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Overwrites everything in a HEIC file that is not known to be image data. It is a list of boxes (ISO/IEC 14496-12,
 * 23008-12): the box {@code meta} names the items ({@code iinf}) and where they stand ({@code iloc}); EXIF and XMP are
 * items of their own types. Offsets of boxes do not change, since others refer to them; the orientation is in a box of
 * its own. Files that cannot be parsed this way are refused.
 */
final class HeicMetadata {

    private static final Set<String> PICTURES = Set.of("hvc1", "hev1", "lhv1", "av01", "grid", "iovl", "iden");
    private static final Set<String> TOP = Set.of("ftyp", "meta", "mdat");
    private static final Set<String> OF_META =
            Set.of("hdlr", "pitm", "iinf", "iloc", "iref", "iprp", "idat", "dinf", "grpl");

    /** Image properties to keep; all others, such as descriptions, are overwritten. */
    private static final Set<String> PROPERTIES = Set.of(
            "ispe", "pixi", "colr", "pasp", "clap", "irot", "imir", "hvcC", "lhvC", "av1C", "jpgC", "auxC", "lsel",
            "a1op", "a1lx", "clli", "mdcv", "cclv", "amve", "rloc", "oinf", "tols");

    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int FULL = 4;

    private final byte[] copy;
    private final ByteBuffer data;
    private final RetainedBytes bytes;
    private final Map<Long, String> kinds = new HashMap<>();
    private int idat = -1;

    private HeicMetadata(byte[] content) {
        this.copy = content.clone();
        this.data = ByteBuffer.wrap(copy);
        this.bytes = new RetainedBytes(copy);
    }

    /** A box: its start, the start of its content, and its end. */
    private record Box(String kind, int at, int inside, int end) {}

    /** Callback for each box of a list. */
    private interface Visit {
        void box(Box box);
    }

    static byte[] without(byte[] content) {
        try {
            return new HeicMetadata(content).bare();
        } catch (IndexOutOfBoundsException notSuchAFile) {
            throw Metadata.unreadable();
        }
    }

    private byte[] bare() {
        var metas = new HashSet<Box>();
        each(0, copy.length, box -> {
            keepHead(box, TOP);
            if (box.kind().equals("ftyp")) {
                bytes.keep(box.at(), box.end() - box.at());
            } else if (box.kind().equals("meta")) {
                metas.add(box);
            }
        });
        if (metas.size() != 1) {
            throw new IndexOutOfBoundsException("No list of items");
        }
        meta(metas.iterator().next());
        return bytes.blanked();
    }

    private void meta(Box meta) {
        bytes.keep(meta.inside(), FULL);
        var found = new HashMap<String, Box>();
        each(meta.inside() + FULL, meta.end(), box -> {
            keepHead(box, OF_META);
            if (OF_META.contains(box.kind()) && found.put(box.kind(), box) != null) {
                throw new IndexOutOfBoundsException("Two of a kind");
            }
        });
        for (var whole : new String[] {"pitm", "iref", "dinf", "grpl", "iloc"}) {
            var box = found.get(whole);
            if (box != null) {
                bytes.keep(box.inside(), box.end() - box.inside());
            }
        }
        handler(required(found, "hdlr"));
        var idatBox = found.get("idat");
        idat = idatBox == null ? -1 : idatBox.inside();
        kinds(required(found, "iinf"));
        places(required(found, "iloc"));
        properties(required(found, "iprp"));
    }

    private static Box required(Map<String, Box> found, String kind) {
        var box = found.get(kind);
        if (box == null) {
            throw new IndexOutOfBoundsException("No " + kind);
        }
        return box;
    }

    /** Keeps the handler's type without its free-text name. */
    private void handler(Box hdlr) {
        bytes.keep(hdlr.inside(), FULL + 8);
        if (!word(hdlr.inside() + FULL + 4).equals("pict")) {
            throw new IndexOutOfBoundsException("No picture");
        }
    }

    /** Keeps the items' types without their names. */
    private void kinds(Box iinf) {
        int version = copy[iinf.inside()];
        int head = FULL + (version == 0 ? 2 : 4);
        bytes.keep(iinf.inside(), head);
        each(iinf.inside() + head, iinf.end(), infe -> {
            int of = copy[infe.inside()];
            if (!infe.kind().equals("infe") || of < 2) {
                throw new IndexOutOfBoundsException("An item without a kind");
            }
            int id = infe.inside() + FULL;
            int kind = id + (of == 2 ? 2 : 4) + 2;
            bytes.keep(infe.at(), kind + 4 - infe.at());
            kinds.put(of == 2 ? data.getShort(id) & 0xffffL : data.getInt(id) & 0xffff_ffffL, word(kind));
        });
    }

    private void places(Box iloc) {
        int at = iloc.inside();
        int version = copy[at];
        int sizes = data.getShort(at + FULL) & 0xffff;
        int ofOffset = sizes >> 12;
        int ofLength = sizes >> 8 & 0xf;
        int ofBase = sizes >> 4 & 0xf;
        int ofIndex = version == 0 ? 0 : sizes & 0xf;
        long items = number(at + 6, version < 2 ? 2 : 4);
        at += 6 + (version < 2 ? 2 : 4);
        for (long item = 0; item < items; item++) {
            long id = number(at, version < 2 ? 2 : 4);
            at += version < 2 ? 2 : 4;
            int method = version == 0 ? 0 : data.getShort(at) & 0xf;
            at += version == 0 ? 0 : 2;
            int elsewhere = data.getShort(at) & 0xffff;
            long base = number(at + 2, ofBase);
            int extents = data.getShort(at + 2 + ofBase) & 0xffff;
            at += 4 + ofBase;
            boolean isPicture = PICTURES.contains(kinds.getOrDefault(id, ""));
            if (isPicture && (elsewhere != 0 || method > 1 || method == 1 && idat < 0)) {
                throw new IndexOutOfBoundsException("A picture that stands elsewhere");
            }
            for (int extent = 0; extent < extents; extent++) {
                at += ofIndex;
                long from = base + number(at, ofOffset) + (method == 1 ? idat : 0);
                long length = number(at + ofOffset, ofLength);
                at += ofOffset + ofLength;
                if (isPicture) {
                    bytes.keep(from, length == 0 ? copy.length - from : length);
                }
            }
        }
        if (at > iloc.end()) {
            throw new IndexOutOfBoundsException("More places than room");
        }
    }

    private void properties(Box iprp) {
        each(iprp.inside(), iprp.end(), list -> {
            bytes.keep(list.at(), list.inside() - list.at());
            if (list.kind().equals("ipma")) {
                bytes.keep(list.inside(), list.end() - list.inside());
            } else if (list.kind().equals("ipco")) {
                each(list.inside(), list.end(), property -> {
                    keepHead(property, PROPERTIES);
                    if (PROPERTIES.contains(property.kind())) {
                        bytes.keep(property.inside(), property.end() - property.inside());
                    }
                });
            } else {
                throw new IndexOutOfBoundsException("Unknown list");
            }
        });
    }

    /** A removed box keeps its length and becomes a {@code free} box. */
    private void keepHead(Box box, Set<String> known) {
        bytes.keep(box.at(), box.inside() - box.at());
        if (!known.contains(box.kind())) {
            System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, copy, box.at() + 4, 4);
        }
    }

    private void each(int from, int to, Visit visit) {
        for (int at = from; at < to; ) {
            long length = data.getInt(at) & 0xffff_ffffL;
            String kind = word(at + 4);
            int head = HEAD;
            if (length == 1) {
                length = data.getLong(at + HEAD);
                head = LONG_HEAD;
            } else if (length == 0) {
                length = to - at;
            }
            if (length < head || length > to - at) {
                throw new IndexOutOfBoundsException("A box that is longer than what holds it");
            }
            visit.box(new Box(kind, at, at + head, (int) (at + length)));
            at += (int) length;
        }
    }

    private long number(int at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 2 -> data.getShort(at) & 0xffffL;
            case 4 -> data.getInt(at) & 0xffff_ffffL;
            case 8 -> data.getLong(at);
            default -> throw new IndexOutOfBoundsException("No such size");
        };
    }

    private String word(int at) {
        return new String(copy, at, 4, StandardCharsets.ISO_8859_1);
    }
}
