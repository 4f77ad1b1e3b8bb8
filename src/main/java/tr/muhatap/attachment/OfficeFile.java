package tr.muhatap.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * Inspects DOCX, XLSX and ODT packages (zip files). Macros are found by the content of parts and by content types and
 * relationships, not only by part names, which the sender controls.
 */
final class OfficeFile {

    private static final FileTypes.FileType DOCX = new FileTypes.FileType(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of(".docx"));
    private static final FileTypes.FileType XLSX = new FileTypes.FileType(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of(".xlsx"));
    private static final FileTypes.FileType ODT =
            new FileTypes.FileType("application/vnd.oasis.opendocument.text", List.of(".odt"));

    /** Main parts by their usual names; other names are resolved through [Content_Types].xml. */
    private static final Map<String, FileTypes.FileType> MAIN_PARTS =
            Map.of("word/document.xml", DOCX, "xl/workbook.xml", XLSX);

    private static final Map<String, FileTypes.FileType> MAIN_TYPES = Map.of(
            DOCX.mediaType() + ".main+xml", DOCX,
            XLSX.mediaType() + ".main+xml", XLSX);

    private static final String TYPES = "[content_types].xml";
    private static final String MIME_TYPE = "mimetype";

    /** Parts of ODF that may bind macros to events. */
    private static final Set<String> ODF_CONTENT = Set.of("content.xml", "styles.xml");

    private static final String ODF_SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";
    private static final String ODF_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    /** ODF directories that contain macros. */
    private static final Set<String> MACRO_FOLDERS = Set.of("basic", "scripts", "macrosheets", "activex");

    /** Content types and relationship types of executable content. */
    private static final List<String> MACRO_WORDS =
            List.of("macroenabled", "vbaproject", "vbadata", "macrosheet", "activex", "oleobject", "ms-office.vba");

    private static final String MACRO = Texts.of("attachment.office-file.makro-veya-gomulu-nesne-iceriyor");

    private static final byte[] OLE2 = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    /** Maximum nesting of embedded documents; deeper nesting is not made by people. */
    private static final int DEEPEST = 2;

    /** Maximum size of a part that is parsed. */
    private static final int LARGEST_READ = 20 << 20;

    private OfficeFile() {}

    /**
     * The document's type; empty if the zip file is not an accepted document.
     *
     * @throws ZipDirectory.Refused naming what is wrong with it
     */
    static Optional<FileTypes.FileType> type(byte[] content) throws ZipDirectory.Refused {
        return type(content, 1, new ZipDirectory.Budget());
    }

    private static Optional<FileTypes.FileType> type(byte[] content, int depth, ZipDirectory.Budget budget)
            throws ZipDirectory.Refused {
        var directory = ZipDirectory.of(content, budget);
        var names = new HashSet<String>();
        FileTypes.FileType byName = null;
        FileTypes.FileType byType = null;
        for (var entry : directory.entries()) {
            String name = entry.name().replace('\\', '/').toLowerCase(Locale.ROOT);
            // Programs differ in which of two parts with the same name they read
            if (!names.add(name) || name.startsWith("/") || name.contains("../")) {
                throw new ZipDirectory.Refused(ZipDirectory.BROKEN);
            }
            if (isMacro(name)) {
                throw new ZipDirectory.Refused(MACRO);
            }
            if (isRead(name)) {
                budget.takeRead(entry.size());
            }
            var part = part(directory, entry, isRead(name));
            if (part.isProgram()) {
                throw new ZipDirectory.Refused(MACRO);
            }
            if (part.isZip()) {
                requireDocument(part.content(), depth, budget);
            }
            byName = byName == null ? MAIN_PARTS.get(name) : byName;
            if (name.equals(TYPES)) {
                byType = ofTypes(part.content());
            } else if (name.endsWith(".rels")) {
                requireHarmless(values(part.content(), "Type"));
            } else if (name.equals(MIME_TYPE)) {
                boolean isText = new String(part.content(), StandardCharsets.US_ASCII)
                        .strip()
                        .equals(ODT.mediaType());
                byType = isText ? ODT : byType;
            } else if (ODF_CONTENT.contains(name.substring(name.lastIndexOf('/') + 1))) {
                requireNoCalls(part.content());
            }
        }
        if (names.contains(MIME_TYPE)) {
            return Optional.ofNullable(byType == ODT ? ODT : null);
        }
        return names.contains(TYPES) ? Optional.ofNullable(byType == null ? byName : byType) : Optional.empty();
    }

    private static boolean isMacro(String name) {
        for (var segment : name.split("/", -1)) {
            if (MACRO_FOLDERS.contains(segment) || segment.startsWith("vba")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(String name) {
        return name.equals(TYPES)
                || name.equals(MIME_TYPE)
                || name.endsWith(".rels")
                || ODF_CONTENT.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private static void requireDocument(byte[] embedded, int depth, ZipDirectory.Budget budget)
            throws ZipDirectory.Refused {
        if (depth == DEEPEST || type(embedded, depth + 1, budget).isEmpty()) {
            throw new ZipDirectory.Refused(MACRO);
        }
    }

    /** The type that [Content_Types].xml gives the main part. */
    private static FileTypes.@Nullable FileType ofTypes(byte[] xml) throws ZipDirectory.Refused {
        var types = values(xml, "ContentType");
        requireHarmless(types);
        return types.stream()
                .map(MAIN_TYPES::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void requireHarmless(List<String> types) throws ZipDirectory.Refused {
        for (var type : types) {
            if (MACRO_WORDS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains)) {
                throw new ZipDirectory.Refused(MACRO);
            }
        }
    }

    private static List<String> values(byte[] xml, String attribute) throws ZipDirectory.Refused {
        var values = new ArrayList<String>();
        read(xml, reader -> {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals(attribute)) {
                    values.add(reader.getAttributeValue(i));
                }
            }
        });
        return values;
    }

    /** Refuses scripts and event listeners, even those that call a macro of the reader's application. */
    private static void requireNoCalls(byte[] xml) throws ZipDirectory.Refused {
        var calls = new ArrayList<String>();
        read(xml, reader -> {
            boolean isCall = ODF_SCRIPT.equals(reader.getNamespaceURI())
                    || (ODF_OFFICE.equals(reader.getNamespaceURI())
                            && reader.getLocalName().equals("script"));
            if (isCall) {
                calls.add(reader.getLocalName());
            }
        });
        if (!calls.isEmpty()) {
            throw new ZipDirectory.Refused(MACRO);
        }
    }

    /** Parses XML with DTDs disabled, so that no entity is resolved or expanded. */
    private static void read(byte[] xml, java.util.function.Consumer<XMLStreamReader> element)
            throws ZipDirectory.Refused {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.DTD) {
                    throw new ZipDirectory.Refused(ZipDirectory.BROKEN);
                }
                if (event == XMLStreamReader.START_ELEMENT) {
                    element.accept(reader);
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw new ZipDirectory.Refused(ZipDirectory.BROKEN);
        }
    }

    /** A part: its first bytes, and its content if it is parsed or is itself a zip file. */
    private record Part(byte[] head, byte[] content) {

        boolean isProgram() {
            return startsWith(OLE2)
                    || startsWith(new byte[] {'M', 'Z'})
                    || startsWith(new byte[] {0x7f, 'E', 'L', 'F'});
        }

        boolean isZip() {
            return startsWith(new byte[] {'P', 'K', 3, 4});
        }

        private boolean startsWith(byte[] mark) {
            return head.length >= mark.length && java.util.Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
        }
    }

    /** Every part is inflated to enforce its announced size; only few are retained. */
    private static Part part(ZipDirectory directory, ZipDirectory.Entry entry, boolean isRead)
            throws ZipDirectory.Refused {
        var head = new byte[OLE2.length];
        int[] headLength = {0};
        var kept = new ByteArrayOutputStream();
        directory.unpack(entry, (buffer, length) -> {
            int more = Math.min(length, head.length - headLength[0]);
            System.arraycopy(buffer, 0, head, headLength[0], more);
            headLength[0] += more;
            boolean isKept = isRead || (head[0] == 'P' && head[1] == 'K');
            if (isKept && kept.size() <= LARGEST_READ) {
                kept.write(buffer, 0, length);
            }
        });
        if (kept.size() > LARGEST_READ) {
            throw new ZipDirectory.Refused(ZipDirectory.GROWS);
        }
        return new Part(java.util.Arrays.copyOf(head, headLength[0]), kept.toByteArray());
    }
}
