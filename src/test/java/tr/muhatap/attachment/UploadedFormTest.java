package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

class UploadedFormTest {

    private static final String BOUNDARY = "sinir-7f3a";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void whatIsTooLargeIsCountedAndTheFieldsAroundItStay() throws IOException {
        field("subject", "Çukur – İğde Sokağı");
        file("büyük.pdf", new byte[2_000]);
        file("küçük.pdf", new byte[10]);
        field("text", "Arkasından gelen metin");

        var form = UploadedForm.read(request(), 1_000, 5, UploadedForm.LARGEST_FORM);

        assertThat(form.getParameter("subject")).isEqualTo("Çukur – İğde Sokağı");
        assertThat(form.getParameter("text")).isEqualTo("Arkasından gelen metin");
        var files = form.getFiles("file");
        assertThat(files).extracting(file -> file.getSize()).containsExactly(2_000L, 10L);
        assertThat(files.get(1).getBytes()).hasSize(10);
        assertThatThrownBy(() -> files.get(0).getBytes()).isInstanceOf(IllegalStateException.class);
        UploadedForm.discard(form.getMultiFileMap());
        assertThatThrownBy(() -> files.get(1).getBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void filesBeyondTheMostAreCountedToo() throws IOException {
        for (int i = 0; i < 30; i++) {
            file(i + ".pdf", new byte[10]);
        }

        var form = UploadedForm.read(request(), 1_000, 5, UploadedForm.LARGEST_FORM);

        assertThat(form.getFiles("file")).hasSize(30);
        UploadedForm.discard(form.getMultiFileMap());
    }

    @Test
    void aNameAsLongAsAFileSystemAllowsIsRead() throws IOException {
        String name = "ş".repeat(251) + ".pdf";
        file(name, new byte[1]);

        var form = UploadedForm.read(request(), 1_000, 5, UploadedForm.LARGEST_FORM);

        assertThat(form.getFile("file"))
                .isNotNull()
                .satisfies(file -> assertThat(file.getOriginalFilename()).isEqualTo(name));
        assertThat(FileNames.clean(name, java.util.List.of(".pdf"))).endsWith("ş.pdf");
        UploadedForm.discard(form.getMultiFileMap());
    }

    @Test
    void whatIsNoFormIsRefused() {
        var broken = new MockHttpServletRequest("POST", "/basvuru");
        broken.setContentType("multipart/form-data");
        assertThatThrownBy(() -> UploadedForm.read(broken, 1_000, 5, UploadedForm.LARGEST_FORM))
                .isInstanceOf(MultipartException.class);

        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbroken off")
                .getBytes(StandardCharsets.UTF_8));
        var cut = new MockHttpServletRequest("POST", "/basvuru");
        cut.setContentType("multipart/form-data; boundary=" + BOUNDARY);
        cut.setContent(body.toByteArray());
        assertThatThrownBy(() -> UploadedForm.read(cut, 1_000, 5, UploadedForm.LARGEST_FORM))
                .isInstanceOf(MultipartException.class);
    }

    @Test
    void aFormForOpen311IsNotReadBeyondWhatCanBeAccepted() throws IOException {
        var resolver = new UploadMultipartResolver(new AttachmentSettings(
                DataSize.ofBytes(1_000),
                2,
                "",
                "",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
        file("büyük.pdf", new byte[UploadedForm.LONGEST_FIELDS + 2_000]);
        var page = request();
        page.setRequestURI("/basvuru");
        UploadedForm.discard(resolver.resolveMultipart(page).getMultiFileMap());

        for (var path : List.of("/open311/v2/requests", "/open311/v2/requests.json", "/open311/yok")) {
            var refused = request();
            refused.setRequestURI(path);
            assertThatThrownBy(() -> resolver.resolveMultipart(refused))
                    .isInstanceOf(MaxUploadSizeExceededException.class);
        }
    }

    private void field(String name, String value) {
        part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String name, byte[] content) {
        part("form-data; name=\"file\"; filename=\"" + name + "\"", content);
    }

    private void part(String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletRequest request() {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = new MockHttpServletRequest("POST", "/basvuru");
        request.setContentType("multipart/form-data; boundary=" + BOUNDARY);
        request.setContent(body.toByteArray());
        return request;
    }
}
