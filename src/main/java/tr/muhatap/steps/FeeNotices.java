package tr.muhatap.steps;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.basvuru.FeeTariffs;
import tr.muhatap.basvuru.RuleSettings;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** Creates fee notices: from an entered amount, or from pages and other items by the tariff in force. */
@Component
class FeeNotices {

    private static final int MOST = 999_999;
    private static final int MOST_ITEMS = 99_999;
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final FeeTariffs tariffs;
    private final RuleSettings rules;
    private final Clock clock;

    FeeNotices(FeeTariffs tariffs, RuleSettings rules, Clock clock) {
        this.tariffs = tariffs;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws tr.muhatap.problem.InvalidInputException naming every faulty field */
    FeeNotice of(StepRequests.FeeNotice request) {
        return of(request, tariffs.on(LocalDate.now(clock)).orElse(null), rules.freePages());
    }

    static FeeNotice of(StepRequests.FeeNotice request, @Nullable FeeTariff tariff, int freePages) {
        var check = new Check();
        var items = Objects.requireNonNullElse(request.items(), List.<StepRequests.FeeItemCount>of());
        var counts = counts(check, items, tariff);
        String typed = request.amount();
        boolean isGiven = typed != null && !typed.isBlank();
        boolean isSum = tariff == null || (isGiven && items.isEmpty());
        var entered = isSum ? check.amount("amount", typed) : null;
        Integer pages = request.pages() == null && !items.isEmpty() ? Integer.valueOf(0) : request.pages();
        if (pages == null || pages < (items.isEmpty() ? 1 : 0) || pages > MOST) {
            check.reject("pages", Texts.of("basvuru.legal-steps.sayfa-sayisi-1-ile-arasinda", MOST));
        }
        if (tariff == null || isSum) {
            check.done();
            return new FeeNotice(
                    Check.given(entered),
                    Check.given(pages),
                    List.of(),
                    tariff == null ? null : tariff.payAt(),
                    tariff == null ? null : tariff.iban());
        }
        if (pages != null && pages > freePages && !tariff.prices().containsKey(FeeItem.SAYFA)) {
            check.reject("amount", Texts.of("basvuru.legal-steps.sayfa-ucreti-yok"));
        }
        var lines = pages == null ? List.<FeeLine>of() : tariff.lines(pages, freePages, counts);
        var sum = lines.stream().map(FeeLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (isGiven && !check.isFaulty("amount")) {
            var amount = check.amount("amount", typed);
            if (amount != null && amount.compareTo(sum) != 0) {
                check.reject(
                        "amount",
                        Texts.of("basvuru.legal-steps.tutar-kalemlerin-toplami", String.format(TURKISH, "%,.2f", sum)));
            }
        }
        if (sum.compareTo(Check.LARGEST_AMOUNT) > 0) {
            check.reject("amount", Texts.of("basvuru.legal-steps.toplam-buyuk"));
        }
        check.done();
        return new FeeNotice(sum, Check.given(pages), lines, tariff.payAt(), tariff.iban());
    }

    private static Map<FeeItem, Integer> counts(
            Check check, List<StepRequests.FeeItemCount> items, @Nullable FeeTariff tariff) {
        var counts = new EnumMap<FeeItem, Integer>(FeeItem.class);
        for (int i = 0; i < items.size(); i++) {
            StepRequests.@Nullable FeeItemCount given = items.get(i);
            String at = "items[" + i + "]";
            if (given == null) {
                check.reject(at, Texts.of("text.check.bu-alan-zorunludur"));
                continue;
            }
            var item = check.choice(FeeItem.class, at + ".item", given.item());
            Integer count = given.count();
            if (count == null || count < 1 || count > MOST_ITEMS) {
                check.reject(at + ".count", Texts.of("basvuru.legal-steps.adet-1-ile-arasinda", MOST_ITEMS));
            } else if (item != null) {
                // Pages are counted separately, since the first ones are free
                if (tariff == null || item == FeeItem.SAYFA || !tariff.prices().containsKey(item)) {
                    check.reject(at + ".item", Texts.of("basvuru.legal-steps.kalem-tarifede-yok"));
                } else if (counts.put(item, count) != null) {
                    check.reject(at + ".item", Texts.of("basvuru.legal-steps.kalem-tekrar"));
                }
            }
        }
        return counts;
    }
}
