package tr.muhatap.attachment;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;

/** A multipart file, on disk until the request ends. Of an oversized file only the size is kept. */
final class UploadedFile implements MultipartFile {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);

    private final String field;
    private final String name;
    private final @Nullable String contentType;
    private final @Nullable Path kept;
    private final long size;

    UploadedFile(String field, String name, @Nullable String contentType, @Nullable Path kept, long size) {
        this.field = field;
        this.name = name;
        this.contentType = contentType;
        this.kept = kept;
        this.size = size;
    }

    @Override
    public String getName() {
        return field;
    }

    @Override
    public String getOriginalFilename() {
        return name;
    }

    @Override
    public @Nullable String getContentType() {
        return contentType;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    /** Size as sent, whether the content was kept or not. */
    @Override
    public long getSize() {
        return size;
    }

    @Override
    public byte[] getBytes() throws IOException {
        return kept == null ? nothing() : Files.readAllBytes(kept);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return kept == null ? new ByteArrayInputStream(nothing()) : Files.newInputStream(kept);
    }

    @Override
    public void transferTo(File destination) throws IOException {
        Files.write(destination.toPath(), getBytes());
    }

    void delete() {
        try {
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            LOG.warn("An uploaded file could not be deleted: {}", kept, e);
        }
    }

    private byte[] nothing() {
        if (size > 0) {
            throw new IllegalStateException("The content of a file that is not taken was thrown away");
        }
        return new byte[0];
    }
}
