package tr.muhatap.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Rewrites an office file without its properties: author, company, dates, template path, preview. */
final class OfficeMetadata {

    private static final String NOTHING_ODF = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta "
            + "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>";
    private static final String NOTHING_CORE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties "
            + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
    private static final String NOTHING_APP = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties "
            + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
    private static final String NOTHING_CUSTOM = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties "
            + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";

    private static final String NOTHING_AT_ALL = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><bos/>";

    private static final Pattern CUSTOM_DATA = Pattern.compile("customxml/item\\d*\\.xml");
    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?([A-Za-z][\\w.-]*)[\\s>/][^>]*");
    private static final String VALUE = "\\s*=\\s*(?:\"[^\"]*\"|'[^']*')";

    private static final Pattern PEOPLE =
            Pattern.compile("((?:[\\w.-]+:)?(?:author|initials|userId|providerId|displayName"
                    + "|userName|lastModifiedBy|lastSavedBy|creator|nickname|editGroup))" + VALUE);

    private static final Pattern FOLDERS = Pattern.compile(
            "(url|(?:[\\w.-]+:)?absPath)\\s*=\\s*(?:\"(?:file:|[A-Za-z]:|\\\\\\\\)[^\"]*\"|'[A-Za-z]:[^']*')");

    /** Reference to the template as a path on the author's computer. */
    private static final Pattern TEMPLATE = Pattern.compile("(Target)\\s*=\\s*\"file:[^\"]*\"");

    private static final Pattern NAMES = Pattern.compile(
            "(<(?:[\\w.-]+:)?(?:author|creator|creator-initials|sender-initials|initial-creator|author-name|author-initials"
                    + "|printed-by)(?:\\s[^>]*[^/>])?)>[^<]*</");

    private static final Pattern PRINTER = Pattern.compile(
            "(<config:config-item\\s[^>]*config:name=\"(?:Printer\\w*|CurrentDatabase\\w*)\"[^>]*[^/>])>[^<]*</");

    /** Parts are written in UTF-8. */
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*\\?>");

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private OfficeMetadata() {}

    static byte[] without(byte[] content) {
        var written = new ByteArrayOutputStream(content.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(content));
                var out = new ZipOutputStream(written)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = bare(entry.getName(), in.readAllBytes());
                // ODF requires its first entry to be stored, not deflated
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
                    Attachments.FIELD, Texts.of("attachment.office-metadata.kimligi-gizli-ihbarda-belgenin-bilgileri"));
        }
        return written.toByteArray();
    }

    private static byte[] bare(String name, byte[] part) {
        String low = name.toLowerCase(Locale.ROOT);
        String nothing = nothing(low, part);
        if (nothing != null) {
            return nothing.getBytes(StandardCharsets.UTF_8);
        }
        if (low.startsWith("thumbnails/") || low.startsWith("docprops/") || low.contains("printersettings")) {
            return new byte[0];
        }
        if (part.length > 1 && part[0] == 'P' && part[1] == 'K') {
            return without(part);
        }
        return low.endsWith(".xml") || low.endsWith(".rels") || low.endsWith(".rdf")
                ? withoutPeople(part)
                : Metadata.ofPicture(part);
    }

    /** Empty replacement of a properties part, wherever the package keeps it; null for any other part. */
    private static @Nullable String nothing(String name, byte[] part) {
        if (name.equals("meta.xml") || name.endsWith("/meta.xml")) {
            return NOTHING_ODF;
        }
        if (CUSTOM_DATA.matcher(name).matches()) {
            return NOTHING_AT_ALL;
        }
        if (!name.endsWith(".xml") && !name.endsWith(".psmdcp")) {
            return null;
        }
        var root = ROOT.matcher(text(part));
        if (!root.find()) {
            return null;
        }
        if (root.group(1).equals("coreProperties")) {
            return NOTHING_CORE;
        }
        return root.group(1).equals("Properties")
                ? root.group().contains("custom-properties") ? NOTHING_CUSTOM : NOTHING_APP
                : null;
    }

    /** Removes authors of comments and tracked changes, and paths and printers of their computers. */
    private static byte[] withoutPeople(byte[] part) {
        String words = text(part);
        String bare = FOLDERS.matcher(words).replaceAll("$1=\"\"");
        bare = PEOPLE.matcher(bare).replaceAll("$1=\"\"");
        bare = NAMES.matcher(bare).replaceAll("$1></");
        bare = TEMPLATE.matcher(bare).replaceAll("$1=\"Normal.dotm\"");
        bare = PRINTER.matcher(bare).replaceAll("$1></");
        return bare.equals(words)
                ? part
                : DECLARED.matcher(bare).replaceFirst(DECLARATION).getBytes(StandardCharsets.UTF_8);
    }

    /** Decodes a part: UTF-8, or UTF-16 with a byte order mark. */
    private static String text(byte[] part) {
        boolean wide = part.length > 1
                && (part[0] == (byte) 0xff && part[1] == (byte) 0xfe
                        || part[0] == (byte) 0xfe && part[1] == (byte) 0xff);
        String words = new String(part, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return words.startsWith("\ufeff") ? words.substring(1) : words;
    }
}
