package tr.muhatap.attachment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import tr.muhatap.problem.InvalidInputException;

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

    /** A comment between the scans, a second EXIF behind garbage, a preview in JFIF. */
    @Test
    void aJpegLosesThemWhereverTheyStand() throws IOException {
        var jpeg = picture("jpg");
        int end = jpeg.length - 2;
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.writeBytes(segment(0xe0, "JFIF\0\1\2\0\0\1\0\1\7\1" + MARK));
        with.writeBytes("??".getBytes(StandardCharsets.ISO_8859_1));
        with.writeBytes(segment(0xe1, "Exif\0\0MM" + MARK));
        with.writeBytes(segment(0xee, MARK));
        with.writeBytes(segment(0xe2, "MPF\0" + MARK));
        with.write(jpeg, 2, end - 2);
        with.writeBytes(segment(0xfe, MARK));
        with.writeBytes(segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + MARK));
        with.write(jpeg, end, 2);

        byte[] bare = Metadata.without(with.toByteArray(), "image/jpeg", false);

        assertThat(text(bare)).doesNotContain(MARK);
        var shown = ImageIO.read(new ByteArrayInputStream(bare));
        assertThat(shown.getWidth()).isEqualTo(9);
    }

    @Test
    void anUnknownPartOfAPngGoesToo() throws IOException {
        var png = picture("png");
        var with = new ByteArrayOutputStream();
        with.write(png, 0, 33);
        for (var kind : new String[] {"tIME", "gpSa", "exIf", "zzZz"}) {
            with.writeBytes(chunk(kind, MARK));
        }
        with.write(png, 33, png.length - 33);

        assertThat(Metadata.without(with.toByteArray(), "image/png", false)).isEqualTo(png);
    }

    @Test
    void aTiffLosesAllThatIsNoPicture() throws IOException {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "tiff", written);
        var tiff = ByteBuffer.wrap(written.toByteArray())
                .order(written.toByteArray()[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        int more = written.size() + MARK.length();
        var with = ByteBuffer.allocate(more + 2 + (entries + 2) * 12 + 4 + MARK.length())
                .order(tiff.order());
        with.put(written.toByteArray()).put(MARK.getBytes(StandardCharsets.ISO_8859_1));
        with.putShort((short) (entries + 2)).put(written.toByteArray(), directory + 2, entries * 12);
        for (int tag : new int[] {0x8769, 0xc6f3}) {
            with.putShort((short) tag).putShort((short) 2).putInt(MARK.length()).putInt(written.size());
        }
        with.putInt(0).put(MARK.getBytes(StandardCharsets.ISO_8859_1)).putInt(4, more);

        byte[] bare = Metadata.without(with.array(), "image/tiff", false);

        assertThat(text(bare)).doesNotContain("GIZLI");
        assertThat(bare).hasSameSizeAs(with.array());
        assertThat(ImageIO.read(new ByteArrayInputStream(bare)).getHeight()).isEqualTo(7);
        assertThat(Metadata.without(bare, "image/tiff", false)).as("twice").isEqualTo(bare);
    }

    @Test
    void aHeicLosesAllThatIsNoPicture() {
        byte[] file = Heic.file(MARK);
        assertThat(text(file)).contains(MARK).contains("PICTURE");

        byte[] bare = Metadata.without(file, "image/heic", false);

        assertThat(text(bare)).doesNotContain("GIZLI").contains("PICTURE", "ftypheic", "hvcCcodec", "irot");
        assertThat(bare).hasSameSizeAs(file);
        assertThat(Metadata.without(bare, "image/heic", false)).as("twice").isEqualTo(bare);
    }

    /** A file that cannot be read as expected is refused, since its metadata is unknown. */
    @Test
    void aBrokenPictureThatMayTellIsRefused() {
        byte[] file = Heic.file(MARK);
        for (int length : new int[] {file.length - 1, file.length / 2, 30, 12}) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Metadata.without(cut, "image/heic", false))
                    .as("cut at %d", length)
                    .isInstanceOf(InvalidInputException.class);
        }
        byte[] big = ("MM\0+\0\10\0\0" + MARK).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Metadata.without(big, "image/tiff", false)).isInstanceOf(InvalidInputException.class);
        byte[] none = ("II*\0\377\377\377\177" + MARK).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Metadata.without(none, "image/tiff", false)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHiddenInformersPdfLosesFilesNotesAndPicturesPlaces() throws IOException {
        var with = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            pdf.getDocumentInformation().setCustomMetadataValue("Firma", MARK);
            var xmp = new PDMetadata(pdf, new ByteArrayInputStream(MARK.getBytes(StandardCharsets.UTF_8)));
            pdf.getDocumentCatalog().setMetadata(xmp);
            var attached = new PDComplexFileSpecification();
            attached.setFile(MARK + ".txt");
            attached.setEmbeddedFile(
                    new PDEmbeddedFile(pdf, new ByteArrayInputStream(MARK.getBytes(StandardCharsets.UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(MARK, attached));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            var note = new PDAnnotationText();
            note.setTitlePopup(MARK);
            note.setContents("Çukur burada");
            page.getAnnotations().add(note);
            var pin = new PDAnnotationFileAttachment();
            pin.setFile(attached);
            page.getAnnotations().add(pin);
            var jpeg = picture("jpg");
            var photo = new ByteArrayOutputStream();
            photo.write(jpeg, 0, 2);
            photo.writeBytes(segment(0xe1, "Exif\0\0" + MARK));
            photo.write(jpeg, 2, jpeg.length - 2);
            var image = PDImageXObject.createFromByteArray(pdf, photo.toByteArray(), "a.jpg");
            image.setMetadata(xmp);
            try (var stream = new PDPageContentStream(pdf, page)) {
                stream.drawImage(image, 10, 10);
            }
            pdf.save(with, CompressParameters.NO_COMPRESSION);
        }
        assertThat(text(with.toByteArray())).contains(MARK);

        byte[] bare = Metadata.without(with.toByteArray(), "application/pdf", true);

        var plain = new ByteArrayOutputStream();
        try (var pdf = Loader.loadPDF(bare)) {
            assertThat(pdf.getPage(0).getAnnotations().get(0).getContents()).isEqualTo("Çukur burada");
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
            for (var key : pdf.getDocument().getXrefTable().keySet()) {
                var object = pdf.getDocument().getObjectFromPool(key).getObject();
                plain.writeBytes(String.valueOf(object).getBytes(StandardCharsets.UTF_8));
                if (object instanceof COSStream stream) {
                    plain.writeBytes(stream.createRawInputStream().readAllBytes());
                    plain.writeBytes(stream.toTextString().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(text(plain.toByteArray())).doesNotContain(MARK);
        assertThat(text(bare)).doesNotContain(MARK);
    }

    @Test
    void aHiddenInformersOfficeFileTellsNobodyWhereverItKeepsNames() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "docProps/custom.xml",
                utf8("<Properties xmlns=\"x/custom-properties\"><a>" + MARK + "</a></Properties>"));
        parts.put("docProps/weird.xml", utf8(MARK));
        parts.put(
                "package/services/metadata/core-properties/1.psmdcp",
                utf8("<?xml version=\"1.0\"?><x:coreProperties><c>" + MARK + "</c></x:coreProperties>"));
        parts.put("customXml/item1.xml", utf8("<a>" + MARK + "</a>"));
        parts.put(
                "word/comments.xml",
                utf8("<q:comment q:author='" + MARK + "' q:initials=\"" + MARK + "\">Söz</q:comment>"));
        parts.put("word/people.xml", utf8("<w15:presenceInfo w15:userId=\"S::" + MARK + "\"/>"));
        parts.put("word/_rels/settings.xml.rels", utf8("<R Target=\"file:///C:\\Users\\" + MARK + "\\a.dotx\"/>"));
        parts.put("xl/comments1.xml", utf8("<authors><author>" + MARK + "</author></authors>"));
        parts.put("xl/persons/person.xml", utf8("<person displayName=\"" + MARK + "\" userId=\"" + MARK + "\"/>"));
        parts.put(
                "xl/workbook.xml",
                utf8("<fileSharing userName=\"" + MARK + "\"/><x15ac:absPath url=\"C:\\" + MARK + "\"/>"));
        parts.put("xl/printerSettings/printerSettings1.bin", utf8(MARK));
        parts.put("xl/wide.xml", ("\ufeff<c author=\"" + MARK + "\">geniş</c>").getBytes(StandardCharsets.UTF_16LE));
        parts.put(
                "content.xml", utf8("<office:annotation><dc:creator>" + MARK + "</dc:creator>Söz</office:annotation>"));
        parts.put(
                "settings.xml",
                utf8("<config:config-item config:name=\"PrinterName\" config:type=\"string\">" + MARK
                        + "</config:config-item>"));
        parts.put(
                "word/embeddings/a.docx",
                zip(Map.of("docProps/core.xml", utf8("<coreProperties>" + MARK + "</coreProperties>"))));
        var photo = new ByteArrayOutputStream();
        photo.write(picture("jpg"), 0, 2);
        photo.writeBytes(segment(0xe1, "Exif\0\0" + MARK));
        photo.write(picture("jpg"), 2, picture("jpg").length - 2);
        parts.put("word/media/photo", photo.toByteArray());

        byte[] bare = Metadata.without(
                zip(parts), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true);

        var left = unzip(bare);
        assertThat(left.keySet()).containsExactlyElementsOf(parts.keySet());
        left.forEach((name, part) ->
                assertThat(text(part).replace("\0", "")).as(name).doesNotContain(MARK));
        var embedded = unzip(requireNonNull(left.get("word/embeddings/a.docx")));
        assertThat(text(requireNonNull(embedded.get("docProps/core.xml")))).doesNotContain(MARK);
        assertThat(new String(left.get("xl/wide.xml"), StandardCharsets.UTF_8)).contains("geniş");
        assertThat(new String(left.get("content.xml"), StandardCharsets.UTF_8)).contains("Söz");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] zipped) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
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
