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
                .contentType(mediaType(download.attachment()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(content(download));
    }

    private static MediaType mediaType(Attachment attachment) {
        var type = MediaType.parseMediaType(attachment.mediaType());
        return isText(attachment) ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    /** Text goes out in UTF-8, whatever encoding it came in; every other file as it came. */
    private static byte[] content(Attachments.Download download) {
        return isText(download.attachment())
                ? TextFiles.decoded(download.content()).map(TextFiles::utf8).orElse(download.content())
                : download.content();
    }

    private static boolean isText(Attachment attachment) {
        return attachment.mediaType().equals(TextFiles.MEDIA_TYPE);
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
        return new Upload(String.valueOf(file.getOriginalFilename()), file.getSize(), () -> bytes(file));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
