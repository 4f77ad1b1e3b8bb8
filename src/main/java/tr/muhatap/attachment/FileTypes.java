package tr.muhatap.attachment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/** Detects file types by content; types that may contain executable code are refused. */
final class FileTypes {

    /** An accepted type and its file extensions. */
    record FileType(String mediaType, List<String> endings) {}

    /**
     * @param taken null if the file is refused
     * @param why the reason of a refusal, for users; empty if accepted
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

    /** The accepted types, for users. */
    static final String NAMES = "PDF, JPEG, PNG, HEIC, TIFF, DOCX, XLSX, ODT, TXT";

    private static final String NOT_TAKEN = Texts.of("attachment.file-types.icerigi-alinan-turlerden-degil", NAMES);

    /** The accept attribute of file inputs. */
    static final String ENDINGS = ".pdf,.jpg,.jpeg,.png,.heic,.tif,.tiff,.docx,.xlsx,.odt,.txt";

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** Detects the type by content alone; the file's name and declared type are ignored. */
    static Verdict of(byte[] content) {
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            return office(content);
        }
        var known = TAKEN.get(TIKA.detect(content));
        if (known != null) {
            return new Verdict(known, "");
        }
        // Detect e.g. HTML in another encoding in the decoded text itself
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
