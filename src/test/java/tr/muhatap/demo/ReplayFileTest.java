package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the formats of other programs. */
class ReplayFileTest {

    private static final String HEAD =
            "case_enquiry_id,open_dt,closed_dt,closure_reason,case_title,type,location,latitude,longitude,source\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void oneRowHasAllThatIsAskedFor() throws IOException {
        var content = read(HEAD + row("7", "2022-01-21 13:47:00"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.requests())
                .containsExactly(new ReplayFile.Request(
                        2,
                        "7",
                        "ALO_153",
                        null,
                        Instant.parse("2022-01-21T10:47:00Z"),
                        null,
                        "Çukur",
                        "Yol\nİğde Sokağı",
                        new BigDecimal("42.35"),
                        new BigDecimal("-71.05"),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1254", "ISO-8859-9", "UTF-16"})
    void turkishLettersAreReadInAnyCharset(String charset) throws IOException {
        var content = read((HEAD + row("7", "2022-01-21 13:47:00")).getBytes(Charset.forName(charset)));

        assertThat(content.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.text()).isEqualTo("Yol\nİğde Sokağı"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\n\n", "sep=,\n", "\uFEFFsep=,\r\n"})
    void whatStandsBeforeTheHeadIsNoName(String before) throws IOException {
        assertThat(read(before + HEAD + row("7", "2022-01-21 13:47:00")).requests())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void theSeparatorIsFoundInTheHead(String separator) throws IOException {
        var content = read((HEAD + row("7", "2022-01-21 13:47:00")).replace(",", separator));

        assertThat(content.faults()).isEmpty();
        assertThat(content.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.latitude()).isEqualTo(new BigDecimal("42.35")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWay(String end) throws IOException {
        assertThat(read((HEAD + row("7", "2022-01-21 13:47:00") + row("8", "2022-01-21 13:47:00")).replace("\n", end))
                        .requests())
                .extracting(ReplayFile.Request::line)
                .containsExactly(2, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-21 13:47:00, 2022-01-21T10:47:00Z",
        "2022-01-21 13:47:00.123, 2022-01-21T10:47:00.123Z",
        "2022-01-21T13:47:00.123456Z, 2022-01-21T13:47:00.123456Z",
        "2022-01-21 13:47:00.000+03:00, 2022-01-21T10:47:00Z",
        "2022-01-21 13:47:00 +0300, 2022-01-21T10:47:00Z",
        "2022-01-21 13:47:00+00, 2022-01-21T13:47:00Z",
        "2022-01-21 13:47, 2022-01-21T10:47:00Z",
        "2022-01-21 9:47, 2022-01-21T06:47:00Z",
        "2022-01-21, 2022-01-20T21:00:00Z",
        "21.01.2022 13:47:00, 2022-01-21T10:47:00Z",
        "1.2.2022 13:47, 2022-02-01T10:47:00Z",
        "21.01.2022, 2022-01-20T21:00:00Z"
    })
    void timesAreReadAsProgramsWriteThem(String written, Instant meant) throws IOException {
        assertThat(read(HEAD + row("7", written)).requests())
                .singleElement()
                .satisfies(request -> assertThat(request.opened()).isEqualTo(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dün",
                "2022-02-30 10:00:00",
                "2022-01-21 25:00:00",
                "01/21/2022 01:47:00 PM",
                "44582.5",
                "0001-01-01",
                "1899-12-30 00:00:00",
                "2022-01-21 13:47:00 yaklaşık",
                "+999999999-12-31"
            })
    void aTimeThatIsNoneIsNamedAndTheNextRowIsTaken(String written) throws IOException {
        var content = read(HEAD + row("7", written) + row("8", "2022-01-21 13:47:00"));

        assertThat(content.requests()).extracting(ReplayFile.Request::id).containsExactly("8");
        assertThat(content.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).contains("open_dt", "“" + written + "”");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' |",
                "42.35 | '' |",
                "'' | -71 |",
                "'\"42,35\"' | '\"-71,05\"' | 42.35",
                "+42 | 181 | aralık dışında",
                "91 | 10 | aralık dışında",
                "NaN | 10 | okunamadı",
                "1e3 | 10 | okunamadı",
                "0x1p3 | 10 | okunamadı",
                "42.35f | 10 | okunamadı",
                "yok | 10 | okunamadı"
            })
    void aPlaceMayBeMissingButNotWrong(String latitude, String longitude, String result) throws IOException {
        var content = read(HEAD
                + row("7", "2022-01-21 13:47:00").replace("42.35,-71.05", latitude.strip() + "," + longitude.strip()));

        if (result == null || result.matches("[0-9.]+")) {
            assertThat(content.faults()).isEmpty();
            assertThat(content.requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.latitude()).isEqualTo(result == null ? null : new BigDecimal(result)));
        } else {
            assertThat(content.requests()).isEmpty();
            assertThat(content.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.reason()).contains(result));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",2022-01-21 13:47:00,,,Çukur,Yol,,,,Self Service | Başvuru numarası",
                "7,,,,Çukur,Yol,,,,Self Service | Açılış tarihi boş",
                "7,2022-01-21 13:47:00,2022-01-20 13:47:00,,Çukur,Yol,,,,Self Service | önce",
                "7,2022-01-21 13:47:00,,,,,,,,Self Service | Başlık ve tür boş",
                "7,2022-01-21 13:47:00,,,Çukur,Yol,,,,Posta güvercini | Bilinmeyen kaynak: “Posta güvercini”",
                "7,2022-01-21 13:47:00,,,Çukur,Yol | 10 sütun yerine 6 sütun",
                "7,2022-01-21 13:47:00,,,Çukur,Yol,,,,Self Service,fazla | 10 sütun yerine 11 sütun",
                "7,2022-01-21 13:47:00,,,\"Çukur,Yol,,,,Self Service | Tırnak",
                "7,2022-01-21 13:47:00,,,\"Çu\"kur,Yol,,,,Self Service | Tırnak",
                "9,2022-01-21 13:47:00,,,Çukur,Yol,,,,Self Service | yinelenmiş"
            })
    void aFaultyRowIsNamedAndTheOthersAreTaken(String faulty, String reason) throws IOException {
        var content = read(HEAD + row("9", "2022-01-21 13:47:00") + faulty + "\n" + row("8", "2022-01-21 13:47:00")
                + row("10", "2022-01-21 13:47:00"));

        assertThat(content.requests()).extracting(ReplayFile.Request::id).containsExactlyInAnyOrder("9", "8", "10");
        assertThat(content.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.reason()).contains(reason);
        });
        assertThat(content.read()).isEqualTo(4);
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotSwallowRowsWithQuotes() throws IOException {
        var content = read(HEAD + "7,2022-01-21 13:47:00,,,\"Çukur,Yol,,,,Self Service\n"
                + row("8", "2022-01-21 13:47:00").replace("Çukur", "\"Çukur, derin\"")
                + row("9", "2022-01-21 13:47:00"));

        assertThat(content.requests()).extracting(ReplayFile.Request::id).containsExactly("8", "9");
        assertThat(content.requests().get(0).subject()).isEqualTo("Çukur, derin");
    }

    @Test
    void aQuotedTextMayGoOverLines() throws IOException {
        var content = read(HEAD
                + row("7", "2022-01-21 13:47:00").replace("İğde Sokağı", "\"İğde\nSokağı\"")
                + row("8", "2022-01-21 13:47:00"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.requests()).extracting(ReplayFile.Request::line).containsExactly(2, 4);
    }

    @Test
    void aLongTitleIsCutBetweenLetters() throws IOException {
        var content = read(HEAD + row("7", "2022-01-21 13:47:00").replace("Çukur", "a".repeat(199) + "😀😀"));

        assertThat(content.requests().get(0).subject()).isEqualTo("a".repeat(199));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Dosya boş.",
        "'\n \n', Dosya boş.",
        "'a,b,c\n1,2,3\n', 'Gerekli sütunlar bulunamadı: case_enquiry_id, open_dt, closed_dt, source, type'",
        "'case_enquiry_id;open_dt;closed_dt;type\n', 'Gerekli sütunlar bulunamadı: source'",
        "'\0\1\2', metin dosyası değil"
    })
    void aFileThatIsNoneIsRefusedAsAWhole(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ReplayFile.UnreadableFileException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> ReplayFile.read(folder.resolve("yok.csv"))).hasMessageContaining("Dosya bulunamadı");
        assertThatThrownBy(() -> ReplayFile.read(folder)).hasMessageContaining("Dosya okunamadı");
    }

    private static String row(String id, String opened) {
        return id + "," + opened + ",,,Çukur,Yol,İğde Sokağı,42.35,-71.05,Constituent Call\n";
    }

    private ReplayFile.Content read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReplayFile.Content read(byte[] bytes) throws IOException {
        var file = folder.resolve("istekler.csv");
        Files.write(file, bytes);
        return ReplayFile.read(file);
    }
}
