package tr.muhatap.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds a HEIC file like those of phones: a picture, EXIF, XMP, names, a description, and vendor-specific boxes. */
final class Heic {

    private static final String PICTURE = "PICTURE-DATA";

    private Heic() {}

    /** @param mark contained in everything that is not image data */
    static byte[] file(String mark) {
        String exif = "\0\0\0\6Exif\0\0MM\0*\0\0\0\10" + mark;
        String xmp = "<x:xmpmeta>" + mark + "</x:xmpmeta>";
        var file = new ByteArrayOutputStream();
        file.writeBytes(box("ftyp", "heic\0\0\0\0mif1heic"));
        int metaLength = meta(mark, 0, exif.length(), xmp.length()).length;
        file.writeBytes(meta(mark, file.size() + metaLength + 8, exif.length(), xmp.length()));
        file.writeBytes(box("mdat", PICTURE + exif + xmp + mark));
        file.writeBytes(box("uuid", mark));
        file.writeBytes(box("free", mark));
        return file.toByteArray();
    }

    private static byte[] meta(String mark, int mdat, int exif, int xmp) {
        var inside = new ByteArrayOutputStream();
        inside.writeBytes(new byte[4]);
        inside.writeBytes(box("hdlr", "\0\0\0\0\0\0\0\0pict" + "\0".repeat(12) + mark + "\0"));
        inside.writeBytes(box("pitm", "\0\0\0\0\0\1"));
        inside.writeBytes(box(
                "iinf",
                "\0\0\0\0\0\3" + item(1, "hvc1", mark) + item(2, "Exif", mark)
                        + item(3, "mime", mark + "\0application/rdf+xml")));
        var places = ByteBuffer.allocate(6 + 2 + 3 * 14);
        places.putInt(0).putShort((short) 0x4400).putShort((short) 3);
        place(places, 1, mdat, PICTURE.length());
        place(places, 2, mdat + PICTURE.length(), exif);
        place(places, 3, mdat + PICTURE.length() + exif, xmp);
        inside.writeBytes(box("iloc", text(places.array())));
        String properties = text(box("hvcC", "codec")) + text(box("udes", mark)) + text(box("irot", "\1"));
        inside.writeBytes(box("iprp", text(box("ipco", properties)) + text(box("ipma", "\0\0\0\0\0\0\0\0"))));
        inside.writeBytes(box("uuid", mark));
        return box("meta", text(inside.toByteArray()));
    }

    private static void place(ByteBuffer places, int id, int from, int length) {
        places.putShort((short) id)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(from)
                .putInt(length);
    }

    private static String item(int id, String kind, String name) {
        return text(box("infe", "\2\0\0\0\0" + (char) id + "\0\0" + kind + name + "\0"));
    }

    private static byte[] box(String kind, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put((kind + content).getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
