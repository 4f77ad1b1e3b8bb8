package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    @Test
    void aTypeIsKnownByTheContent() throws IOException {
        assertThat(mediaType("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("application/pdf");
        assertThat(mediaType(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isEqualTo("image/jpeg");
        assertThat(mediaType("Merhaba; ğüşıöç ĞÜŞİÖÇ.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(mediaType(zip("[Content_Types].xml", "word/document.xml"))).endsWith("wordprocessingml.document");
        assertThat(mediaType(zip("[Content_Types].xml", "xl/workbook.xml"))).endsWith("spreadsheetml.sheet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><script>alert(1)</script></body></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
                "MZ\u0090\u0000\u0003\u0000\u0000\u0000",
                "#!/bin/sh\nrm -rf /",
                "PK\u0003\u0004 broken"
            })
    void whatMayCarryAProgramIsNotTaken(String content) {
        assertThat(FileTypes.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void officeDocumentsWithMacrosAndOtherArchivesAreNotTaken() throws IOException {
        assertThat(FileTypes.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileTypes.of(zip("readme.txt"))).isEmpty();
    }

    private static String mediaType(byte[] content) {
        return FileTypes.of(content).orElseThrow().mediaType();
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
