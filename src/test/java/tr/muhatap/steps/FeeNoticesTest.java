package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** The sum of a fee's notice: entered by hand, or computed from the tariff in force. */
class FeeNoticesTest {

    private static final BigDecimal PAGE = new BigDecimal("1.50");
    private static final BigDecimal DISC = new BigDecimal("20.00");
    private static final FeeTariff TARIFF = new FeeTariff(
            LocalDate.of(2026, 1, 1),
            "Veznelere",
            "TR330006100519786457841326",
            Map.of(FeeItem.SAYFA, PAGE, FeeItem.CD, DISC));
    private static final FeeTariff WITHOUT_PAGES =
            new FeeTariff(LocalDate.of(2026, 1, 1), "Veznelere", null, Map.of(FeeItem.CD, DISC));

    @Test
    void aSumThatIsEnteredStandsAsItIs() {
        var without = FeeNotices.of(request("125.50", 40), null, 10);
        assertThat(without.amount()).isEqualTo("125.50");
        assertThat(without.payAt()).isNull();
        var beside = FeeNotices.of(request("125.50", 40), TARIFF, 10);
        assertThat(beside.lines()).isEmpty();
        assertThat(beside.payAt()).isEqualTo("Veznelere");
        assertThat(beside.iban()).isEqualTo("TR330006100519786457841326");
    }

    @Test
    void whatIsNotEnteredComesFromTheTariff() {
        var pages = FeeNotices.of(request(null, 40), TARIFF, 10);
        assertThat(pages.amount()).isEqualByComparingTo("45.00");
        assertThat(pages.lines()).containsExactly(new FeeLine(FeeItem.SAYFA, 30, PAGE));
        var discs = FeeNotices.of(request(" ", null, "CD", "2"), TARIFF, 10);
        assertThat(discs.pages()).isZero();
        assertThat(discs.amount()).isEqualByComparingTo("40");
        assertThat(FeeNotices.of(request("85.00", 40, "CD", "2"), TARIFF, 10).amount())
                .isEqualByComparingTo("85");
        assertThat(FeeNotices.of(request(null, 10, "CD", "1"), WITHOUT_PAGES, 10)
                        .amount())
                .isEqualByComparingTo("20");
    }

    @Test
    void neitherAnItemThatIsNullNorASumThatNobodyCanKeepGoesFurther() {
        var items = new ArrayList<StepRequests.FeeItemCount>();
        items.add(null);
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> FeeNotices.of(new StepRequests.FeeNotice(null, 40, items), TARIFF, 10))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("items[0]");
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> FeeNotices.of(request(null, 40, "CD", "50000"), TARIFF, 10))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | 40 | - | - | none | amount",
                "125.50 | 0 | - | - | all | pages",
                "125.50 | 1000000 | - | - | all | pages",
                "- | - | - | - | all | pages",
                "- | -1 | CD | 1 | all | pages",
                "84.99 | 40 | CD | 2 | all | amount",
                "- | 40 | - | - | disc | amount",
                "- | 11 | CD | 1 | disc | amount",
                "- | 40 | DVD | 1 | all | items[0].item",
                "- | 40 | PLAN | 1 | all | items[0].item",
                "- | 40 | SAYFA | 1 | all | items[0].item",
                "1.00 | 40 | CD | 1 | none | items[0].item",
                "- | 40 | CD | 0 | all | items[0].count",
                "- | 40 | CD | 100000 | all | items[0].count",
                "- | 40 | CD | - | all | items[0].count",
            })
    void everyFaultIsNamed(
            @Nullable String amount,
            @Nullable Integer pages,
            @Nullable String item,
            @Nullable Integer count,
            String tariff,
            String field) {
        var items = item == null ? null : List.of(new StepRequests.FeeItemCount(item, count));
        var faulty = catchThrowableOfType(
                InvalidInputException.class,
                () -> FeeNotices.of(
                        new StepRequests.FeeNotice(amount, pages, items),
                        tariff.equals("none") ? null : tariff.equals("all") ? TARIFF : WITHOUT_PAGES,
                        10));
        assertThat(faulty.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void anItemIsNamedOnce() {
        var faulty = catchThrowableOfType(
                InvalidInputException.class, () -> FeeNotices.of(request(null, 1, "CD", "1", "CD", "2"), TARIFF, 10));
        assertThat(faulty.errors()).extracting(FieldError::field).containsExactly("items[1].item");
    }

    private static StepRequests.FeeNotice request(@Nullable String amount, @Nullable Integer pages, String... items) {
        var counts = new StepRequests.FeeItemCount[items.length / 2];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new StepRequests.FeeItemCount(items[2 * i], Integer.valueOf(items[2 * i + 1]));
        }
        return new StepRequests.FeeNotice(amount, pages, counts.length == 0 ? null : List.of(counts));
    }
}
