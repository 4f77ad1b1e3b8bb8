package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    private static final byte[] OLE2 = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0
    };

    /** Upper bound for the slowest file on the slowest machine; a quadratic implementation took fifteen seconds. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    @Test
    void aTypeIsKnownByTheContent() {
        assertThat(mediaType("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("application/pdf");
        assertThat(mediaType(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .isEqualTo("image/jpeg");
        assertThat(mediaType(Zips.docx().bytes())).endsWith("wordprocessingml.document");
        assertThat(mediaType(new Zips()
                        .with(Zips.TYPES, Zips.types(""))
                        .with("xl/workbook.xml", "<w/>")
                        .bytes()))
                .endsWith("spreadsheetml.sheet");
        assertThat(mediaType(new Zips()
                        .with(
                                Zips.TYPES,
                                Zips.type("application/vnd.openxmlformats-officedocument.wordprocessingml"
                                        + ".document.main+xml"))
                        .with("word/document2.xml", "<w/>")
                        .bytes()))
                .as("a main part of another name")
                .endsWith("wordprocessingml.document");
        assertThat(mediaType(Zips.odt().bytes())).endsWith("opendocument.text");
        assertThat(mediaType(Zips.docx()
                        .with("word/embeddings/tablo.docx", Zips.docx().bytes())
                        .bytes()))
                .as("a document in a document")
                .endsWith("wordprocessingml.document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1254", "ISO-8859-9", "UTF-16"})
    void aTextIsTakenInEveryEncodingThatTurkishProgramsWrite(String encoding) {
        String text = "Şikâyetim: Iğdır yolundaki çukur, öğle üzeri “göl” oluyor; ĞÜŞİÖÇ."
                .replace(encoding.startsWith("ISO") ? "“göl”" : "", "göl");
        var content = text.getBytes(Charset.forName(encoding));

        assertThat(mediaType(content)).isEqualTo("text/plain");
        assertThat(TextFiles.decoded(content)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><script>alert(1)</script></body></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
                "MZ\u0090\u0000\u0003\u0000\u0000\u0000",
                "#!/bin/sh\nrm -rf /",
                "PK\u0003\u0004 broken",
                "PK\u0005\u0006",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 old Word",
                "{\\rtf1 rich}",
                "\u00c4\u00c5\u00c6\u00d8\u00e6\u00f8\u00e5\u00c4 not Turkish",
                "with a \u0007 bell"
            })
    void whatMayCarryAProgramIsNotTaken(String content) {
        assertThat(FileTypes.of(content.getBytes(StandardCharsets.ISO_8859_1)).type())
                .isEmpty();
    }

    @Test
    void aPageOfHtmlIsNotTextInAnotherEncodingEither() {
        assertThat(FileTypes.of("<html><body>x</body></html>".getBytes(StandardCharsets.UTF_16))
                        .type())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/VBAPROJECT.BIN",
                "word\\vbaProject.bin",
                "xl/vbaData.xml",
                "xl/macrosheets/sheet1.xml",
                "xl/MacroSheets/x.xml",
                "word/activeX/activeX1.xml"
            })
    void aMacroIsFoundWhateverTheCaseOfItsName(String part) {
        assertRefused(Zips.docx().with(part, "x").bytes(), "makro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic/Standard/Module1.xml",
                "basic/script-lc.xml",
                "BASIC/x.xml",
                "Scripts/python/x.py",
                "Object 1/Basic/x.xml"
            })
    void aMacroOfOpenDocumentIsFound(String part) {
        assertRefused(Zips.odt().with(part, "x").bytes(), "makro");
    }

    @Test
    void aMacroIsFoundWhateverItsPartIsCalled() {
        assertRefused(Zips.docx().with("word/media/image1.png", OLE2).bytes(), "makro");
        assertRefused(Zips.docx().with("word/foto.jpg", "MZ\u0000").bytes(), "makro");
        assertRefused(
                Zips.docx()
                        .with("a.docx", Zips.docx().with("word/x.bin", OLE2).bytes())
                        .bytes(),
                "makro");
        assertRefused(
                Zips.docx().with("a.zip", new Zips().with("x.exe", "x").bytes()).bytes(), "makro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-word.document.&#109;acroEnabled.main+xml",
                "application/VND.MS-EXCEL.SHEET.MACROENABLED.MAIN+XML",
                "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
                "application/vnd.ms-office.vbaProject",
                "application/vnd.ms-excel.macrosheet+xml",
                "application/vnd.ms-excel.intlmacrosheet+xml",
                "application/vnd.ms-office.activeX+xml"
            })
    void aMacroIsFoundByItsType(String type) {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
            var types = Zips.type(type).replace("<?xml version=\"1.0\"?>", "").getBytes(charset);
            assertRefused(Zips.docx().with(Zips.TYPES, types).bytes(), "makro");
        }
    }

    @Test
    void aMacroIsFoundByItsRelationshipAndByItsEvent() {
        assertRefused(
                Zips.docx()
                        .with(
                                "word/_rels/document.xml.rels",
                                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.microsoft.com/office/"
                                        + "2006/relationships/xlMacrosheet\" Target=\"foto.png\"/></Relationships>")
                        .bytes(),
                "makro");
        assertRefused(
                Zips.odt()
                        .with(
                                "content.xml",
                                "<o:d xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                        + "xmlns:s=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\">"
                                        + "<s:event-listener/></o:d>")
                        .bytes(),
                "makro");
    }

    @Test
    void noEntityGrowsInAListOfTypes() {
        assertRefused(
                Zips.docx()
                        .with(Zips.TYPES, "<!DOCTYPE t [<!ENTITY a \"aaaa\">]><Types>&a;</Types>")
                        .bytes(),
                "bozuk");
    }

    @Test
    void otherArchivesAreNotTaken() {
        assertRefused(new Zips().with("readme.txt", "x").bytes(), "türlerden değil");
        assertRefused(new Zips().with("mimetype", "application/epub+zip").bytes(), "türlerden değil");
    }

    @Test
    void aFileThatGrowsIsRefusedBeforeItIsUnpacked() {
        var bomb = Zips.docx().with("word/bomb.xml", new byte[300 << 20]).bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> assertRefused(bomb, "çok büyüyor"));
    }

    @Test
    void aFileOfManyPartsIsRefused() {
        var zip = Zips.docx();
        for (int i = 0; i < 5_000; i++) {
            zip.with("word/" + i, "");
        }
        assertRefused(zip.bytes(), "çok fazla parça");
    }

    @Test
    void filesWithinAFileShareItsBounds() {
        var inner = Zips.docx().with("word/x.xml", new byte[1 << 19]).bytes();
        var outer = Zips.docx();
        for (int i = 0; i < 1_000; i++) {
            outer.with("word/embeddings/" + i + ".docx", inner);
        }
        Assertions.assertTimeout(BOUND, () -> assertRefused(outer.bytes(), "çok"));
    }

    @Test
    void aDirectoryThatLiesIsRefused() {
        var good = Zips.docx().with("word/x.xml", new byte[2_000]).bytes();
        int end = good.length - 22;
        int directory = little(good).getInt(end + 16);

        assertThat(FileTypes.of(good).type()).isPresent();
        assertRefused(changed(good, end + 10, 2), "bozuk");
        assertRefused(changed(good, directory + 24, 1), "bozuk");
        assertRefused(changed(good, directory + 42, 1), "bozuk");
        assertRefused(changed(good, directory + 10, 9), "bozuk");
        assertRefused(changed(good, directory + 46, 'X'), "bozuk");
        assertRefused(changed(good, directory + 8, 1 + 8), "parola");
        assertRefused(Arrays.copyOf(good, good.length + 1), "bozuk");
        assertRefused(Arrays.copyOf(good, good.length - 1), "bozuk");
        assertRefused(concat("x".getBytes(StandardCharsets.US_ASCII), good), "türlerden değil");
    }

    @Test
    void partsThatShareTheirDataAreRefused() {
        var good = Zips.docx().with("word/a.xml", "x").with("word/b.xml", "x").bytes();
        var directory = little(good);
        int at = directory.getInt(good.length - 22 + 16);
        int[] entries = new int[4];
        for (int i = 0; i < 4; i++) {
            entries[i] = at;
            at += 46 + directory.getShort(at + 28) + directory.getShort(at + 30) + directory.getShort(at + 32);
        }
        var overlapping = good.clone();
        System.arraycopy(good, entries[2], overlapping, entries[3], 46 + "word/a.xml".length());

        assertRefused(overlapping, "bozuk");
    }

    private static void assertRefused(byte[] content, String why) {
        var verdict = FileTypes.of(content);
        assertThat(verdict.type()).isEmpty();
        assertThat(verdict.why()).contains(why);
    }

    private static byte[] changed(byte[] good, int at, int value) {
        var bad = good.clone();
        bad[at] = (byte) value;
        return bad;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String mediaType(byte[] content) {
        return FileTypes.of(content).type().orElseThrow().mediaType();
    }
}
