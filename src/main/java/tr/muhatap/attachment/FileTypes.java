package tr.muhatap.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** What files are, by their content; those that may carry programs are not taken. */
final class FileTypes {

    /** A type that is taken, with the endings its files may have. */
    record FileType(String mediaType, List<String> endings) {}

    private static final String OOXML = "application/x-tika-ooxml";
    private static final String ZIP = "application/zip";

    private static final Map<String, FileType> TAKEN = Map.of(
            "application/pdf", new FileType("application/pdf", List.of(".pdf")),
            "image/jpeg", new FileType("image/jpeg", List.of(".jpg", ".jpeg")),
            "image/png", new FileType("image/png", List.of(".png")),
            "image/heic", new FileType("image/heic", List.of(".heic")),
            "image/tiff", new FileType("image/tiff", List.of(".tif", ".tiff")),
            "text/plain", new FileType("text/plain", List.of(".txt")),
            "application/vnd.oasis.opendocument.text",
                    new FileType("application/vnd.oasis.opendocument.text", List.of(".odt")));

    /** Office documents are zip files; what they are stands in the name of their main part. */
    private static final Map<String, FileType> OFFICE = Map.of(
            "word/document.xml",
                    new FileType(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            List.of(".docx")),
            "xl/workbook.xml",
                    new FileType(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of(".xlsx")));

    /** What people read of it. */
    static final String NAMES = "PDF, JPEG, PNG, HEIC, TIFF, DOCX, XLSX, ODT, TXT";

    /** For the file dialog. */
    static final String ENDINGS = ".pdf,.jpg,.jpeg,.png,.heic,.tif,.tiff,.docx,.xlsx,.odt,.txt";

    private static final int MOST_PARTS = 5_000;

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** The type of a content that is taken; empty for every other. The name it came with is not asked. */
    static Optional<FileType> of(byte[] content) {
        String detected = TIKA.detect(content);
        if (detected.equals(ZIP) || detected.equals(OOXML)) {
            return office(content);
        }
        return Optional.ofNullable(TAKEN.get(detected));
    }

    /** A document without macros; only its list of parts is read, never unpacked. */
    private static Optional<FileType> office(byte[] content) {
        FileType found = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int parts = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().endsWith("vbaProject.bin") || ++parts > MOST_PARTS) {
                    return Optional.empty();
                }
                var type = OFFICE.get(part.getName());
                found = type == null ? found : type;
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return Optional.ofNullable(found);
    }
}
