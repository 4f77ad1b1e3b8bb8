package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private static final String MARK = "GIZLI-IZ-38.7205N";

    @Test
    void aJpegLosesItsPlaceAndWordsButNotHowItIsTurned() throws IOException {
        var jpeg = picture("jpg");
        var tiff = ByteBuffer.allocate(60);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0);
        tiff.put(MARK.getBytes(StandardCharsets.ISO_8859_1));
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.writeBytes(segment(0xe1, "Exif\0\0" + new String(tiff.array(), StandardCharsets.ISO_8859_1)));
        with.writeBytes(segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + MARK));
        with.writeBytes(segment(0xed, "Photoshop 3.0\0" + MARK));
        with.writeBytes(segment(0xfe, MARK));
        with.write(jpeg, 2, jpeg.length - 2);
        with.writeBytes(MARK.getBytes(StandardCharsets.ISO_8859_1));

        byte[] bare = Metadata.without(with.toByteArray(), "image/jpeg", false);

        assertThat(text(bare)).doesNotContain(MARK).contains("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(bare)).getWidth()).isEqualTo(9);
        assertThat(Metadata.without(bare, "image/jpeg", false)).as("twice").isEqualTo(bare);
    }

    @Test
    void aPngLosesItsWords() throws IOException {
        var png = picture("png");
        var with = new ByteArrayOutputStream();
        with.write(png, 0, 33);
        for (var kind : new String[] {"tEXt", "iTXt", "zTXt", "eXIf"}) {
            with.writeBytes(chunk(kind, MARK));
        }
        with.write(png, 33, png.length - 33);
        with.writeBytes(MARK.getBytes(StandardCharsets.ISO_8859_1));

        byte[] bare = Metadata.without(with.toByteArray(), "image/png", false);

        assertThat(bare).isEqualTo(png);
    }

    @Test
    void aTiffLosesItsWordsAndStaysAPicture() throws IOException {
        var head = ByteBuffer.allocate(200);
        head.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
        head.putShort((short) 0x010e).putShort((short) 2).putInt(MARK.length()).putInt(100);
        head.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        head.putInt(0);
        head.position(100);
        head.put(MARK.getBytes(StandardCharsets.ISO_8859_1));

        byte[] bare = Metadata.without(head.array(), "image/tiff", false);

        assertThat(text(bare)).doesNotContain("GIZLI");
        assertThat(bare).hasSameSizeAs(head.array());
    }

    @Test
    void aHeicLosesItsWords() {
        var tiff = ByteBuffer.allocate(120);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(MARK.length()).putInt(40);
        tiff.position(40);
        tiff.put(MARK.getBytes(StandardCharsets.ISO_8859_1));
        String file = "....ftypheic....Exif\0\0" + text(tiff.array()) + "<x:xmpmeta>" + MARK + "</x:xmpmeta>....mdat";

        byte[] bare = Metadata.without(file.getBytes(StandardCharsets.ISO_8859_1), "image/heic", false);

        assertThat(text(bare)).doesNotContain("GIZLI").hasSameSizeAs(file);
    }

    @Test
    void aHiddenInformersPdfLosesItsPropertiesAndAnotherOnesDoesNot() throws IOException {
        var with = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setAuthor(MARK);
            pdf.save(with);
        }

        byte[] bare = Metadata.without(with.toByteArray(), "application/pdf", true);

        try (var pdf = Loader.loadPDF(bare)) {
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(bare)).doesNotContain(MARK);
        assertThat(Metadata.without(with.toByteArray(), "application/pdf", false))
                .isEqualTo(with.toByteArray());
    }

    @Test
    void aHiddenInformersOfficeFileLosesItsPropertiesAndKeepsItsWords() throws IOException {
        var with = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(with)) {
            for (var name : new String[] {"docProps/core.xml", "docProps/app.xml", "meta.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("<a>" + MARK + "</a>").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:ins w:author=\"" + MARK + "\">Çukur var</w:ins>").getBytes(StandardCharsets.UTF_8));
        }

        byte[] bare = Metadata.without(
                with.toByteArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true);

        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bare))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all.toString()).doesNotContain(MARK).contains("Çukur var", "docProps/core.xml");
    }

    private static byte[] picture(String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, String words) {
        byte[] content = words.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    private static byte[] chunk(String kind, String words) {
        byte[] content = (kind + words).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(words.length())
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
