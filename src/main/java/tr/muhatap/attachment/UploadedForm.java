package tr.muhatap.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemFactory;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Parses a multipart form to its end. Oversized parts are counted and discarded, so that the other fields are kept and
 * the controller can report the fault; the server's own parser would reject the whole form.
 */
final class UploadedForm {

    /** Maximum size of one field and of all fields; text inputs have much lower limits with messages of their own. */
    private static final int LONGEST_FIELD = 1 << 20;

    static final int LONGEST_FIELDS = 4 << 20;
    private static final int MOST_FIELDS = 500;

    /** A file name of 255 characters takes up to 1,530 bytes in its header. */
    private static final int LONGEST_HEADER = 8 << 10;

    /** Files beyond the accepted number are listed without content; a form with more than these is refused. */
    private static final int MOST_FILES = 1_000;

    /** Maximum size of the whole form; larger ones are not parsed. */
    static final long LARGEST_FORM = 1L << 30;

    private static final int BUFFER = 1 << 13;

    private final long largest;
    private final int most;
    private final MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    private final Map<String, String> types = new java.util.HashMap<>();
    private int fieldCount;
    private int fieldBytes;
    private int fileCount;

    private UploadedForm(long largest, int most) {
        this.largest = largest;
        this.most = most;
    }

    /**
     * @param largest maximum size of a file that is kept
     * @param most maximum number of files that are kept
     * @param largestForm maximum size of the whole form
     * @throws MultipartException if the request is not a valid form or exceeds all limits
     */
    static DefaultMultipartHttpServletRequest read(
            HttpServletRequest request, long largest, int most, long largestForm) {
        var form = new UploadedForm(largest, most);
        try {
            var upload = new FileUpload() {
                @Override
                public FileItemFactory getFileItemFactory() {
                    throw new UnsupportedOperationException("Items are read as streams");
                }
            };
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            upload.setPartHeaderSizeMax(LONGEST_HEADER);
            upload.setSizeMax(largestForm);
            var items = upload.getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                form.take(items.next());
            }
            var parameters = new java.util.LinkedHashMap<String, String[]>();
            form.fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
            return new DefaultMultipartHttpServletRequest(request, form.files, parameters, form.types);
        } catch (SizeLimitExceededException tooLarge) {
            throw new MaxUploadSizeExceededException(largestForm, tooLarge);
        } catch (IOException unreadable) {
            form.discard();
            throw new MultipartException("A form with files cannot be read", unreadable);
        } catch (RuntimeException refused) {
            form.discard();
            throw refused;
        }
    }

    /** Deletes the temporary files of a form. */
    static void discard(MultiValueMap<String, MultipartFile> files) {
        files.values()
                .forEach(named -> named.forEach(file -> {
                    if (file instanceof UploadedFile uploaded) {
                        uploaded.delete();
                    }
                }));
    }

    private void discard() {
        discard(files);
    }

    private void take(FileItemStream item) throws IOException {
        String name = item.getFieldName() == null ? "" : item.getFieldName();
        try (var content = item.openStream()) {
            if (item.isFormField()) {
                fields.add(name, field(content));
            } else {
                files.add(name, file(item, name, content));
            }
        }
    }

    private String field(InputStream content) throws IOException {
        if (++fieldCount > MOST_FIELDS) {
            throw new MaxUploadSizeExceededException(LONGEST_FIELDS);
        }
        var text = content.readNBytes(LONGEST_FIELD);
        content.transferTo(OutputStream.nullOutputStream());
        fieldBytes += text.length;
        if (fieldBytes > LONGEST_FIELDS) {
            throw new MaxUploadSizeExceededException(LONGEST_FIELDS);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private UploadedFile file(FileItemStream item, String name, InputStream content) throws IOException {
        String given = item.getName() == null ? "" : item.getName();
        if (++fileCount > MOST_FILES) {
            throw new MaxUploadSizeExceededException(largest);
        }
        String type = item.getContentType();
        // An empty file field is submitted as a file without a name
        if (given.isEmpty() || fileCount > most) {
            return new UploadedFile(name, given, type, null, count(content, 0));
        }
        var kept = Files.createTempFile("muhatap-ek-", null);
        long size = 0;
        try (var out = Files.newOutputStream(kept)) {
            var buffer = new byte[BUFFER];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                size += length;
                if (size > largest) {
                    break;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(kept);
            throw broken;
        }
        if (size > largest) {
            Files.deleteIfExists(kept);
            return new UploadedFile(name, given, type, null, count(content, size));
        }
        return new UploadedFile(name, given, type, kept, size);
    }

    private static long count(InputStream content, long already) throws IOException {
        return already + content.transferTo(OutputStream.nullOutputStream());
    }
}
