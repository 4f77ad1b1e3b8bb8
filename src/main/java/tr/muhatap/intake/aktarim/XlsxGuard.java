package tr.muhatap.intake.aktarim;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tr.muhatap.text.Texts;

/**
 * Validates a workbook before parsing, since the parser trusts it: uncompressed sizes, cell addresses, number of rows.
 * Also collects merged cells, which the parser does not report.
 */
final class XlsxGuard {

    private static final long LARGEST_SHEET = 300L << 20;
    private static final long LARGEST_TEXTS = 24L << 20;
    private static final long LARGEST_OTHER = 8L << 20;
    private static final int LONGEST_TOKEN = 1 << 20;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_MERGED = 10_000;
    private static final int MOST_CELLS_IN_A_ROW = 16_384;
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final XMLInputFactory XML = xml();

    private XlsxGuard() {}

    /**
     * A range of merged cells.
     *
     * @param firstColumn from 0, as {@code lastColumn}
     * @param firstRow from 1, as {@code lastRow}
     */
    record Merged(int firstColumn, int firstRow, int lastColumn, int lastRow) {

        /** Whether a cell lies in it without being its top left cell. */
        boolean hides(int column, int row) {
            return column >= firstColumn
                    && column <= lastColumn
                    && row >= firstRow
                    && row <= lastRow
                    && (column != firstColumn || row != firstRow);
        }
    }

    /**
     * Merged cells of each sheet, by the name of its part.
     *
     * @throws UnreadableListException if it is not a workbook, or exceeds a limit
     */
    static Map<String, List<Merged>> check(byte[] content, int mostRows) {
        var merged = new HashMap<String, List<Merged>>();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            int parts = 0;
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (++parts > MOST_PARTS) {
                    throw new UnreadableListException(Texts.of("intake.aktarim.dosya.cok-parca"));
                }
                check(zip, entry, mostRows, merged);
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.xlsx-bozuk"), broken);
        }
        return merged;
    }

    private static void check(ZipFile zip, ZipArchiveEntry entry, int mostRows, Map<String, List<Merged>> merged)
            throws IOException, XMLStreamException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        boolean isSheet = name.contains("worksheets/") && name.endsWith(".xml");
        long largest = isSheet ? LARGEST_SHEET : name.endsWith("sharedstrings.xml") ? LARGEST_TEXTS : LARGEST_OTHER;
        try (var in = new Bounded(zip.getInputStream(entry), largest)) {
            if (isSheet) {
                merged.put(name, sheet(in, mostRows));
            } else {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    private static List<Merged> sheet(InputStream in, int mostRows) throws XMLStreamException {
        var merged = new ArrayList<Merged>();
        int rows = 0;
        int cells = 0;
        var xml = XML.createXMLStreamReader(in);
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "row" -> {
                        requireAddress(xml, ROW);
                        cells = 0;
                        // Plus the column names and a title
                        if (++rows > mostRows + SourceFile.LINES_BEFORE) {
                            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.cok-satir", mostRows));
                        }
                    }
                    case "c" -> {
                        requireAddress(xml, CELL);
                        if (++cells > MOST_CELLS_IN_A_ROW) {
                            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.xlsx-bozuk"));
                        }
                    }
                    case "mergeCell" -> {
                        if (merged.size() < MOST_MERGED) {
                            merged(xml, merged);
                        }
                    }
                    default -> {
                        // Carries no row number
                    }
                }
            }
        } finally {
            xml.close();
        }
        return merged;
    }

    private static void requireAddress(XMLStreamReader xml, Pattern form) {
        String address = xml.getAttributeValue(null, "r");
        if (address != null && !form.matcher(address).matches()) {
            throw new UnreadableListException(Texts.of("intake.aktarim.dosya.xlsx-bozuk"));
        }
    }

    private static void merged(XMLStreamReader xml, List<Merged> merged) {
        String range = xml.getAttributeValue(null, "ref");
        var parts = RANGE.matcher(range == null ? "" : range);
        if (parts.matches()) {
            merged.add(new Merged(
                    column(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    column(parts.group(3)),
                    Integer.parseInt(parts.group(4))));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int at = 0; at < letters.length(); at++) {
            column = column * 26 + letters.charAt(at) - 'A' + 1;
        }
        return column - 1;
    }

    private static XMLInputFactory xml() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Limits the total number of bytes and the length of XML tokens. */
    private static final class Bounded extends FilterInputStream {
        private long left;
        private int sinceTag;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int length = super.read(into, from, most);
            for (int at = from; at < from + length; at++) {
                sinceTag = into[at] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_TOKEN) {
                    throw new UnreadableListException(Texts.of("intake.aktarim.dosya.acilinca-buyuk"));
                }
            }
            left -= Math.max(length, 0);
            if (left < 0) {
                throw new UnreadableListException(Texts.of("intake.aktarim.dosya.acilinca-buyuk"));
            }
            return length;
        }
    }
}
