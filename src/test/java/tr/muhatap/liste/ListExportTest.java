package tr.muhatap.liste;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.text.SpreadsheetText;

class ListExportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+90",
                "-2",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "\u00A0=1",
                "\u200B@x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=1\n2"
            })
    void whatASpreadsheetWouldComputeBecomesAText(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Çukur", "1-2", "a=b", "10.06.2026", "—", "'x"})
    void whatIsATextStays(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    }

    @Test
    void columnsKeepTheirOrderAndPersonalOnesAreForThoseWhoSeeThem() {
        assertThat(ExportColumn.chosen(java.util.List.of("DURUM", "SAHIP", "NUMARA", "YOK"), true))
                .containsExactly(ExportColumn.NUMARA, ExportColumn.SAHIP, ExportColumn.DURUM);
        assertThat(ExportColumn.chosen(java.util.List.of("DURUM", "SAHIP"), false))
                .containsExactly(ExportColumn.DURUM);
        assertThat(ExportColumn.chosen(java.util.List.of("SAHIP"), false)).contains(ExportColumn.NUMARA);
        assertThat(ExportColumn.chosen(null, false)).hasSize(ExportColumn.values().length - 2);
    }
}
