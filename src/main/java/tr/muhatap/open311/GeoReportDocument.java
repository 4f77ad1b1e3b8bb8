package tr.muhatap.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the interface, written in either form. In JSON a list is a bare array (clients break on a wrapped one), in XML
 * the same list stands in one element and each of its items in another.
 *
 * @param root name of the XML document's element
 * @param content a map of names to values, or a list of such maps
 */
record GeoReportDocument(String root, Object content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** What XML 1.0 cannot hold. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** What an item is called in the list of a name. */
    private static final Map<String, String> ITEMS = Map.of(
            "services", "service",
            "service_requests", "request",
            "service_request_updates", "request_update",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format",
            "notes", "note");

    /** Names of all lists. */
    static Set<String> lists() {
        return ITEMS.keySet();
    }

    byte[] write(boolean json) {
        return json ? json() : xml();
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private byte[] xml() {
        var written = new StringWriter();
        try {
            var out = XML.createXMLStreamWriter(written);
            out.writeStartDocument("utf-8", "1.0");
            element(out, root, content);
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter out, String name, @Nullable Object value) throws XMLStreamException {
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> fields) {
            for (var field : fields.entrySet()) {
                element(out, String.valueOf(field.getKey()), field.getValue());
            }
        } else if (value instanceof List<?> items) {
            for (var item : items) {
                element(out, ITEMS.getOrDefault(name, "item"), item);
            }
        } else if (value != null) {
            out.writeCharacters(UNWRITABLE.matcher(String.valueOf(value)).replaceAll(""));
        }
        out.writeEndElement();
    }
}
