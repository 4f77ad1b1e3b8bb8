package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the office's tariff asks for (4982 md. 10, Yönetmelik md. 22). */
class FeeTariffTest {

    private static final FeeTariff TARIFF = new FeeTariff(
            LocalDate.of(2026, 1, 1),
            "Belediyemiz veznelerine",
            null,
            Map.of(
                    FeeItem.SAYFA, new BigDecimal("1.50"),
                    FeeItem.CD, new BigDecimal("20.00"),
                    FeeItem.POSTA, new BigDecimal("75.25")));

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "11, 1", "40, 30"})
    void onlyPagesBeyondTheFreeOnesAreCharged(int pages, int charged) {
        assertThat(TARIFF.lines(pages, 10, Map.of()))
                .isEqualTo(
                        charged == 0
                                ? List.of()
                                : List.of(new FeeLine(FeeItem.SAYFA, charged, new BigDecimal("1.50"))));
    }

    @Test
    void eachItemIsALineAndWhatTheTariffDoesNotKnowIsNone() {
        var lines = TARIFF.lines(12, 10, Map.of(FeeItem.CD, 2, FeeItem.PLAN, 1, FeeItem.POSTA, 1));
        assertThat(lines)
                .containsExactly(
                        new FeeLine(FeeItem.SAYFA, 2, new BigDecimal("1.50")),
                        new FeeLine(FeeItem.CD, 2, new BigDecimal("20.00")),
                        new FeeLine(FeeItem.POSTA, 1, new BigDecimal("75.25")));
        assertThat(lines)
                .extracting(FeeLine::amount)
                .containsExactly(new BigDecimal("3.00"), new BigDecimal("40.00"), new BigDecimal("75.25"));
    }

    @ParameterizedTest
    @CsvSource({
        "TR330006100519786457841326, true",
        "TR330006100519786457841327, false",
        "TR340006100519786457841326, false",
        "TR33000610051978645784132, false",
        "DE89370400440532013000, false",
        "tr330006100519786457841326, false"
    })
    void anIbanIsKnownByItsCheckDigits(String iban, boolean isGood) {
        assertThat(FeeTariff.isIban(iban)).isEqualTo(isGood);
    }
}
