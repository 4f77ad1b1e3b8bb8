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

/** HTTP download and upload of attachments: always sent as a download, never displayed inline. */
public final class AttachmentHttp {

    private AttachmentHttp() {}

    /** A download response; every response carries X-Content-Type-Options: nosniff. */
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

    /** Text is converted to UTF-8; every other file is sent unchanged. */
    private static byte[] content(Attachments.Download download) {
        return isText(download.attachment())
                ? TextFiles.decoded(download.content()).map(TextFiles::utf8).orElse(download.content())
                : download.content();
    }

    private static boolean isText(Attachment attachment) {
        return attachment.mediaType().equals(TextFiles.MEDIA_TYPE);
    }

    /** The uploaded files of a form, without empty file fields. */
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
