package tr.muhatap.intake.aktarim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.problem.FieldError;

/** Lists in the formats of sources and spreadsheets, and corrupted ones. */
class SourceFileTest {

    private static final int MOST = 1_000;
    private static final long SEED = 20_260_518;
    private static final String TEXT = "Ğüzel ışıklar; “çukur” şöyle";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, true, ;",
        "UTF-8, false, ;",
        "UTF-8, false, ','",
        "UTF-8, true, TAB",
        "UTF-8, false, |",
        "windows-1254, false, ;",
        "windows-1254, false, TAB",
        "UTF-16LE, true, TAB",
        "UTF-16BE, true, ;"
    })
    void theFormOfATextIsFoundOut(String charset, boolean mark, String written) {
        char delimiter = written.equals("TAB") ? '\t' : written.charAt(0);
        String d = String.valueOf(delimiter);
        String text = (mark ? "\uFEFF" : "")
                + String.join(d, "Başvuru No", "Tarih", "Metin") + "\r\n"
                + String.join(d, "1", "18.05.2026", "\"" + TEXT + "\r\nikinci, satır | \"\"tırnak\"\"\"") + "\r\n"
                + "\r\n"
                + String.join(d, "2", "19.05.2026", "Kısa") + "\r\n";

        var file = new SourceFile(text.getBytes(Charset.forName(charset)), MOST);
        var format = file.detect(ListFormat.Wish.NONE, cells -> 0);

        assertThat(format.charset()).isEqualTo(charset);
        assertThat(format.delimiter()).isEqualTo(delimiter);
        assertThat(format.mark()).isEqualTo(mark);
        assertThat(format.headers()).containsExactly("Başvuru No", "Tarih", "Metin");
        assertThat(file.countRows(format)).isEqualTo(2);
        var rows = rows(file, format);
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(1).cell(2)).isEqualTo(TEXT + "\r\nikinci, satır | \"tırnak\"");
        assertThat(rows.get(3).line()).isEqualTo(4);
    }

    @Test
    void theOlderEightBitSetIsToldFromTheNewerByItsQuotes() {
        var plain = "No;Metin\n1;Işığı söndürün, ğüşç\n".getBytes(Charset.forName("ISO-8859-9"));

        var format = new SourceFile(plain, MOST).detect(ListFormat.Wish.NONE, cells -> 0);

        assertThat(format.charset()).isEqualTo("ISO-8859-9");
        assertThat(rows(new SourceFile(plain, MOST), format).get(1).cell(1)).isEqualTo("Işığı söndürün, ğüşç");
    }

    @Test
    void whatWasDetectedCanBeCorrected() {
        var file = new SourceFile("a,b;c\n1,2;3\n4,5;6\n".getBytes(StandardCharsets.UTF_8), MOST);

        var format = file.detect(new ListFormat.Wish("windows-1254", ',', null, 2), cells -> 0);

        assertThat(format.headers()).containsExactly("1", "2;3");
        assertThat(format.charset()).isEqualTo("windows-1254");
        assertThat(file.countRows(format)).isEqualTo(1);
    }

    @Test
    void titlesAboveTheColumnsAndExcelsOwnLineArePassedOver() {
        var text = "sep=,\nKayseri Büyükşehir Belediyesi\n\nBaşvuru No,Metin\n1,Bir\n";
        var file = new SourceFile(text.getBytes(StandardCharsets.UTF_8), MOST);

        var format = file.detect(ListFormat.Wish.NONE, cells -> cells.contains("Metin") ? 2 : 0);

        assertThat(format.delimiter()).isEqualTo(',');
        assertThat(format.headerLine()).isEqualTo(4);
        assertThat(file.countRows(format)).isEqualTo(1);
    }

    @Test
    void aWorkbookIsReadAsWhatItsCellsMean() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Kapak").value(0, 0, "Kapak");
            var sheet = workbook.newWorksheet("Liste");
            sheet.value(0, 0, "Başvuru No");
            sheet.value(0, 1, "T.C. No");
            sheet.value(0, 2, "Formül");
            sheet.value(0, 3, "Gizli");
            sheet.value(1, 0, 26_000_000_001_234L);
            sheet.value(1, 1, 12_345_678_901d);
            sheet.formula(1, 2, "A2+1");
            sheet.value(1, 3, true);
            sheet.value(3, 0, "boş satırdan sonra");
            sheet.value(3, 1, 46160.5);
            sheet.range(3, 2, 4, 2).merge();
            sheet.value(3, 2, "iki satırlık");
            sheet.value(4, 0, "birleşik");
        }
        var file = new SourceFile(out.toByteArray(), MOST);

        var format = file.detect(new ListFormat.Wish(null, null, "Liste", null), cells -> 0);

        assertThat(format.sheets()).containsExactly("Kapak", "Liste");
        assertThat(format.sheet()).isEqualTo("Liste");
        var rows = rows(file, format);
        var first = rows.get(1);
        assertThat(first.cell(0)).isEqualTo("26000000001234");
        assertThat(first.cell(1)).isEqualTo("12345678901");
        assertThat(first.faults()).containsExactly(Map.entry(2, SheetRow.Fault.FORMUL_HESAPLANMAMIS));
        assertThat(first.cell(3)).isEqualTo("Evet");
        var last = rows.get(rows.size() - 1);
        assertThat(last.line()).isEqualTo(5);
        assertThat(last.faults()).containsExactly(Map.entry(2, SheetRow.Fault.BIRLESTIRILMIS));
        assertThat(rows.get(rows.size() - 2).cell(1)).isEqualTo("46160.5");
        assertThat(file.countRows(format)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   \n\n", "\u0000\u0001\u0002ikili", "<html><table><tr><td>1</td></tr></table></html>"})
    void whatIsNoListIsRefusedWithASentence(String content) {
        assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void anOldWorkbookIsNamedAsSuch() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining(".xlsx");
    }

    @Test
    void aQuoteThatNeverEndsIsFoundBeforeAnythingIsTaken() {
        assertThatThrownBy(() -> read("No;Metin\n1;Bir\n2;\"İki\n3;Üç\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("3. satırda");
    }

    @Test
    void tooManyRowsAreRefusedWithoutReadingThemAll() throws IOException {
        assertThatThrownBy(() -> read(("No;Metin\n" + "1;x\n".repeat(MOST + 1)).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(String.valueOf(MOST));
        var sheet = new StringBuilder("<worksheet><sheetData>");
        for (int row = 1; row <= 200_000; row++) {
            sheet.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        assertThatThrownBy(() ->
                        read(workbook(sheet.append("</sheetData></worksheet>").toString(), null)))
                .hasMessageContaining(String.valueOf(MOST));
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws IOException {
        assertThatThrownBy(() -> read(workbook("<worksheet>" + " ".repeat(8 << 20) + "</worksheet>", null)))
                .hasMessageContaining("açıldığında");
        var texts = new StringBuilder("<sst>");
        texts.append("<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(700_000));
        assertThatThrownBy(() ->
                        read(workbook("<worksheet/>", texts.append("</sst>").toString())))
                .hasMessageContaining("açıldığında");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"99999999999\"><c><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
            })
    void aWorkbookWithImpossiblePartsIsRefused(String sheet) {
        assertThatThrownBy(() -> read(workbook(sheet, null))).isInstanceOf(UnreadableListException.class);
    }

    @Test
    void anEndlessNumberStaysShort() throws IOException {
        var sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1E+999999999</v></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1.0000000146E+10</v></c></row></sheetData></worksheet>";
        var file = new SourceFile(workbook(sheet, null), MOST);

        var rows = rows(file, file.detect(ListFormat.Wish.NONE, cells -> 0));

        assertThat(rows.get(0).cell(0)).hasSizeLessThan(100);
        assertThat(rows.get(1).cell(0)).isEqualTo("10000000146");
    }

    /** Any input is read or refused with a message; {@code -Dmuhatap.fuzz=100000} for a long run. */
    @Test
    void noFileBreaksTheReader() throws IOException {
        var random = new Random(SEED);
        var csv = ("No;Tarih;Metin\r\n1;18.05.2026;\"" + TEXT + "\"\r\n2;;x\r\n").getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Liste");
            for (int row = 0; row < 5; row++) {
                sheet.value(row, 0, "No " + row);
                sheet.value(row, 1, row * 1.5);
            }
        }
        int read = 0;
        int times = Integer.getInteger("muhatap.fuzz", 600);
        for (int time = 0; time < times; time++) {
            var broken = mutated(time % 2 == 0 ? csv : out.toByteArray(), random);
            try {
                read(broken);
                read++;
            } catch (UnreadableListException refused) {
                assertThat(refused.getMessage()).as("try %d", time).endsWith(".");
            }
        }
        assertThat(read).isGreaterThan(times / 10);
    }

    @Test
    void refusedRowsComeBackInTheSameFormAndAreReadAgain() throws IOException {
        for (var type : ListFormat.Type.values()) {
            var format = new ListFormat(
                    type, "windows-1254", ';', false, "Liste", List.of("Liste"), 1, List.of("No", "Metin"));
            var row = new ImportStore.Noted(
                    2,
                    RowOutcome.RET,
                    "1",
                    null,
                    new RowDetail(
                            List.of("1", "=HYPERLINK(\"x\");\n“ışık”"),
                            List.of(new FieldError("applicant.phone", "Telefon yanlış.")),
                            List.of()));
            var out = new ByteArrayOutputStream();

            RefusedRows.write(format, (line, most) -> line == 0 ? List.of(row) : List.of(), out);

            var file = new SourceFile(out.toByteArray(), MOST);
            var again = file.detect(ListFormat.Wish.NONE, cells -> 0);
            assertThat(again.type()).isEqualTo(type);
            assertThat(again.headers()).containsExactly("No", "Metin", RefusedRows.COLUMN);
            var cells = rows(file, again).get(1).cells();
            assertThat(cells).containsExactly("1", "=HYPERLINK(\"x\");\n“ışık”", "Telefon: Telefon yanlış.");
            assertThat(new ColumnMap("x", "CIMER", Map.of()).on(again.headers()).unused())
                    .containsExactly("No", "Metin");
            if (type == ListFormat.Type.CSV) {
                assertThat(out.toString(Charset.forName("windows-1254"))).contains("'=HYPERLINK");
            }
        }
    }

    private static byte[] mutated(byte[] content, Random random) {
        var bytes = content.clone();
        int changes = 1 + random.nextInt(8);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\";\t\r\n\0=<&".charAt(random.nextInt(9));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    var longer = java.util.Arrays.copyOf(bytes, bytes.length + 5);
                    System.arraycopy(bytes, at, longer, at + 5, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private static void read(byte[] content) {
        var file = new SourceFile(content, MOST);
        file.countRows(file.detect(ListFormat.Wish.NONE, cells -> 0));
    }

    private static List<SheetRow> rows(SourceFile file, ListFormat format) {
        var rows = new ArrayList<SheetRow>();
        try (var list = file.open(format)) {
            list.forEach(rows::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    /** A workbook of one sheet, written by hand. */
    private static byte[] workbook(String sheet, @org.jspecify.annotations.Nullable String texts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            String main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType="
                            + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"" + main
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + main
                            + "\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"" + main
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, "xl/sharedStrings.xml", texts == null ? "<sst/>" : texts);
            entry(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
