package tr.muhatap.steps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** Checks a tariff of fees, whether a program or the page sends it. */
public final class FeeTariffChecks {

    static final int LAST_YEAR = 9999;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_IBAN = 34;

    private FeeTariffChecks() {}

    /**
     * The tariff as it was sent.
     *
     * @param check has already rejected {@code validFrom} where that is null
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     */
    public static FeeTariff checked(Check check, @Nullable LocalDate validFrom, StepRequests.Tariff request) {
        check.require(
                validFrom == null || validFrom.getYear() <= LAST_YEAR,
                "validFrom",
                Texts.of("text.check.takvimde-bulunan-bir-tarih-yazilmalidir", Days.EXAMPLE));
        String payAt = check.printable("payAt", check.line("payAt", request.payAt(), LONGEST_PLACE));
        String iban = Optional.ofNullable(check.optionalLine("iban", request.iban(), LONGEST_IBAN))
                .map(given -> given.replace(" ", "").toUpperCase(Locale.ROOT))
                .orElse(null);
        check.require(iban == null || FeeTariff.isIban(iban), "iban", Texts.of("basvuru.legal-steps.tarifenin-iban"));
        var prices = prices(check, Objects.requireNonNullElse(request.prices(), List.of()));
        check.done();
        return new FeeTariff(Check.given(validFrom), Check.given(payAt), iban, prices);
    }

    private static Map<FeeItem, BigDecimal> prices(Check check, List<StepRequests.TariffPrice> given) {
        check.require(!given.isEmpty(), "prices", Texts.of("basvuru.legal-steps.tarifenin-kalemi"));
        var prices = new EnumMap<FeeItem, BigDecimal>(FeeItem.class);
        for (int i = 0; i < given.size(); i++) {
            String at = "prices[" + i + "]";
            StepRequests.@Nullable TariffPrice line = given.get(i);
            if (line == null) {
                check.reject(at, Texts.of("text.check.bu-alan-zorunludur"));
                continue;
            }
            var item = check.choice(FeeItem.class, at + ".item", line.item());
            var price = check.amount(at + ".price", line.price());
            if (item != null && price != null && prices.put(item, price) != null) {
                check.reject(at + ".item", Texts.of("basvuru.legal-steps.kalem-tekrar"));
            }
        }
        return prices;
    }
}
