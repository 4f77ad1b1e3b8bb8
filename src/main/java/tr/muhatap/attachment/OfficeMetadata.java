package tr.muhatap.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tr.muhatap.problem.InvalidInputException;

/** Writes an office file again without its properties: author, company, days, path of the template, preview. */
final class OfficeMetadata {

    private static final String NOTHING_ODF = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta "
            + "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>";
    private static final String NOTHING_CORE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties "
            + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
    private static final String NOTHING_APP = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties "
            + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
    private static final String NOTHING_CUSTOM = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties "
            + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";

    private OfficeMetadata() {}

    static byte[] without(byte[] content) {
        var written = new ByteArrayOutputStream(content.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(content));
                var out = new ZipOutputStream(written)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = bare(entry.getName(), in.readAllBytes());
                // ODF wants its first entry stored, not deflated
                var fresh = new ZipEntry(entry.getName());
                fresh.setTime(0);
                if (entry.getName().equals("mimetype")) {
                    var sum = new java.util.zip.CRC32();
                    sum.update(part);
                    fresh.setMethod(ZipEntry.STORED);
                    fresh.setSize(part.length);
                    fresh.setCrc(sum.getValue());
                }
                out.putNextEntry(fresh);
                out.write(part);
                out.closeEntry();
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidInputException(
                    Attachments.FIELD,
                    "Kimliği gizli ihbarda belgenin bilgileri silinemedi; yazdırıp resim olarak ekleyin.");
        }
        return written.toByteArray();
    }

    private static byte[] bare(String name, byte[] part) {
        String low = name.toLowerCase(Locale.ROOT);
        String nothing = switch (low) {
            case "meta.xml" -> NOTHING_ODF;
            case "docprops/core.xml" -> NOTHING_CORE;
            case "docprops/app.xml" -> NOTHING_APP;
            case "docprops/custom.xml" -> NOTHING_CUSTOM;
            default -> null;
        };
        if (nothing != null) {
            return nothing.getBytes(StandardCharsets.UTF_8);
        }
        if (low.startsWith("thumbnails/") || low.startsWith("docprops/thumbnail")) {
            return new byte[0];
        }
        if (low.endsWith(".xml") && (low.startsWith("word/") || low.startsWith("xl/") || low.equals("content.xml"))) {
            return authors(part);
        }
        return picture(low, part);
    }

    /** Authors of comments and of tracked changes. */
    private static byte[] authors(byte[] part) {
        return new String(part, StandardCharsets.UTF_8)
                .replaceAll("(w:author|w:initials|w15:author|lastModifiedBy)=\"[^\"]*\"", "$1=\"\"")
                .replaceAll("<(author|dc:creator|meta:creator-initials)>[^<]*</", "<$1></")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String name, byte[] part) {
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return part.length > 4 ? Metadata.without(part, "image/jpeg", true) : part;
        }
        return name.endsWith(".png") && part.length > 8 ? Metadata.without(part, "image/png", true) : part;
    }
}
