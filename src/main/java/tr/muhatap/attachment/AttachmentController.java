package tr.muhatap.attachment;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST endpoints for attachments. */
@RestController
@RequestMapping("/api/v1/basvurular/{number}/ekler")
class AttachmentController {

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping
    List<Attachment> list(@PathVariable String number) {
        return attachments.of(number);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    List<Attachment> add(
            @PathVariable String number,
            @RequestParam(defaultValue = "BASVURU") AttachmentPart part,
            @RequestParam(Attachments.FIELD) List<MultipartFile> files) {
        return attachments.add(number, part, AttachmentHttp.uploads(files));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> open(@PathVariable String number, @PathVariable long id) {
        return AttachmentHttp.of(attachments.open(number, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String number, @PathVariable long id) {
        attachments.remove(number, id);
    }
}
