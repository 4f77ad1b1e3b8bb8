package tr.muhatap.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Files between HTTP and us: out only to be saved, never to be shown by the browser. */
public final class AttachmentHttp {

    private AttachmentHttp() {}

    /** A file to save; X-Content-Type-Options: nosniff comes with every answer of ours. */
    public static ResponseEntity<byte[]> of(Attachments.Download download) {
        var name = ContentDisposition.attachment()
                .filename(download.attachment().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.attachment().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(download.content());
    }

    /** The files of a form; a field left empty is none. */
    public static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getOriginalFilename() != null
                                && !file.getOriginalFilename().isBlank())
                        .map(AttachmentHttp::upload)
                        .toList();
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
