package tr.muhatap.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/**
 * Rewrites a PDF without its properties, attachments, names in annotations and signatures, and metadata of its
 * pictures. Earlier revisions that the file still contains are dropped with it.
 */
final class PdfMetadata {

    /** Keys removed from any object: properties, private application data, attachments, scripts. */
    private static final Set<String> EVERYWHERE =
            Set.of("Metadata", "PieceInfo", "LastModified", "AF", "EF", "EmbeddedFiles", "Collection", "XFA");

    /** Keys removed from annotations: author, dates, name. */
    private static final Set<String> OF_NOTES = Set.of("T", "M", "CreationDate", "NM", "RC", "FS");

    private static final Set<String> OF_SIGNATURES =
            Set.of("Name", "Location", "Reason", "ContactInfo", "M", "Contents", "Cert", "Prop_Build", "Reference");

    private PdfMetadata() {}

    static byte[] without(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content);
                var out = new ByteArrayOutputStream()) {
            pdf.setAllSecurityToBeRemoved(true);
            var all = pdf.getDocument();
            for (var key : all.getXrefTable().keySet()) {
                bare(all.getObjectFromPool(key), 0);
            }
            bare(all.getTrailer(), 0);
            pdf.setDocumentInformation(new PDDocumentInformation());
            all.getTrailer().removeItem(COSName.ID);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInputException(
                    Attachments.FIELD, Texts.of("attachment.pdf-metadata.kimligi-gizli-ihbarda-pdf-in"));
        }
    }

    /** Numbered objects are visited by their number; this visits the direct objects within them. */
    private static void bare(COSBase object, int depth) throws IOException {
        if (depth > 50) {
            throw new IOException("Nested too deeply");
        }
        if (object instanceof COSObject numbered) {
            if (depth == 0 && numbered.getObject() != null) {
                bare(numbered.getObject(), 1);
            }
        } else if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                bare(array.get(i), depth + 1);
            }
        } else if (object instanceof COSDictionary dictionary) {
            dictionary(dictionary);
            for (var value : dictionary.getValues()) {
                bare(value, depth + 1);
            }
        }
    }

    private static void dictionary(COSDictionary dictionary) throws IOException {
        EVERYWHERE.forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
        boolean hasPlace = dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
        if (COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE)) || hasPlace) {
            boolean isField = COSName.getPDFName("Widget").equals(dictionary.getCOSName(COSName.SUBTYPE));
            OF_NOTES.stream()
                    .filter(name -> !isField || !name.equals("T"))
                    .forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
        }
        if (COSName.SIG.equals(dictionary.getCOSName(COSName.TYPE))
                || dictionary.containsKey(COSName.getPDFName("ByteRange"))) {
            OF_SIGNATURES.forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
        }
        if (dictionary instanceof COSStream stream && isJpeg(stream)) {
            picture(stream);
        }
    }

    private static boolean isJpeg(COSStream stream) {
        var filters = stream.getFilters();
        var only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        return COSName.DCT_DECODE.equals(only) || COSName.DCT_DECODE_ABBREVIATION.equals(only);
    }

    private static void picture(COSStream stream) throws IOException {
        byte[] written;
        try (var raw = stream.createRawInputStream()) {
            written = raw.readAllBytes();
        }
        if (written.length > 2 && written[0] == (byte) 0xff) {
            try (var out = stream.createRawOutputStream()) {
                out.write(JpegMetadata.without(written));
            }
        }
    }
}
