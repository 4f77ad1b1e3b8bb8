package tr.muhatap.attachment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** What files are, by their content; those that may carry programs are not taken. */
final class FileTypes {

    /** A type that is taken, with the endings its files may have. */
    record FileType(String mediaType, List<String> endings) {}

    /**
     * @param taken null where it is not
     * @param why for people: what is wrong with the file; empty where it is taken
     */
    record Verdict(@Nullable FileType taken, String why) {

        static Verdict refused(String why) {
            return new Verdict(null, why);
        }

        Optional<FileType> type() {
            return Optional.ofNullable(taken);
        }
    }

    private static final Map<String, FileType> TAKEN = Map.of(
            "application/pdf", new FileType("application/pdf", List.of(".pdf")),
            "image/jpeg", new FileType("image/jpeg", List.of(".jpg", ".jpeg")),
            "image/png", new FileType("image/png", List.of(".png")),
            "image/heic", new FileType("image/heic", List.of(".heic")),
            "image/tiff", new FileType("image/tiff", List.of(".tif", ".tiff")));

    private static final FileType TEXT = new FileType(TextFiles.MEDIA_TYPE, List.of(".txt"));

    /** What people read of it. */
    static final String NAMES = "PDF, JPEG, PNG, HEIC, TIFF, DOCX, XLSX, ODT, TXT";

    private static final String NOT_TAKEN = Texts.of("attachment.file-types.icerigi-alinan-turlerden-degil", NAMES);

    /** For the file dialog. */
    static final String ENDINGS = ".pdf,.jpg,.jpeg,.png,.heic,.tif,.tiff,.docx,.xlsx,.odt,.txt";

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** The type of a content, or why it is not taken. The name it came with is not asked. */
    static Verdict of(byte[] content) {
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            return office(content);
        }
        var known = TAKEN.get(TIKA.detect(content));
        if (known != null) {
            return new Verdict(known, "");
        }
        // What it is in another encoding, such as a page of HTML, is asked of the text itself
        boolean isText = TextFiles.decoded(content)
                .filter(text -> TextFiles.MEDIA_TYPE.equals(TIKA.detect(TextFiles.utf8(text))))
                .isPresent();
        return isText ? new Verdict(TEXT, "") : Verdict.refused(NOT_TAKEN);
    }

    private static Verdict office(byte[] content) {
        try {
            return OfficeFile.type(content)
                    .map(type -> new Verdict(type, ""))
                    .orElseGet(() -> Verdict.refused(NOT_TAKEN));
        } catch (ZipDirectory.Refused refused) {
            return Verdict.refused(String.valueOf(refused.getMessage()));
        }
    }
}
