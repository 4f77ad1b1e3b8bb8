package tr.muhatap.portal;

import static tr.muhatap.access.Groups.CAMUNDA_ADMIN;
import static tr.muhatap.access.Groups.SUREC_SAHIBI;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.basvuru.FeeTariffs;
import tr.muhatap.letter.FeeWords;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.steps.FeeTariffChecks;
import tr.muhatap.steps.StepRequests;
import tr.muhatap.text.Check;
import tr.muhatap.text.Days;
import tr.muhatap.text.Money;
import tr.muhatap.text.Texts;

/** The tariffs of fees by validity (4982 md. 10): who owns the process enters, changes and deletes those that are to come. */
@Controller
class FeeTariffPages {

    private static final String PAGE = "/ucret-tarifesi";
    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final String PRICE = "fiyat-";
    private static final Pattern PRICE_OF_API = Pattern.compile("prices\\[(\\d+)]\\.price");

    private final FeeTariffs tariffs;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final Forms forms;

    FeeTariffPages(FeeTariffs tariffs, CurrentUser currentUser, Clock clock, Forms forms) {
        this.tariffs = tariffs;
        this.currentUser = currentUser;
        this.clock = clock;
        this.forms = forms;
    }

    /** Where a tariff stands today. */
    enum Validity {
        GELECEK,
        YURURLUKTE,
        GECMIS;

        public String label() {
            return Texts.of("portal.fee-tariff-pages.gecerlilik-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A tariff as the list shows it.
     *
     * @param until its last day; null if nothing follows it
     * @param iban in groups of four
     * @param prices of each item in words
     * @param changeable whether it may still be changed
     */
    record Line(
            LocalDate from,
            @Nullable LocalDate until,
            Validity validity,
            String payAt,
            @Nullable String iban,
            List<String> prices,
            boolean changeable) {}

    @GetMapping(PAGE)
    String list(
            @RequestParam(required = false, name = "tarife") @Nullable String chosen,
            @RequestParam(required = false, name = "sil") @Nullable String deleted,
            Model model) {
        var today = LocalDate.now(clock);
        var kept = forms.shown().orElse(null);
        var errors = kept == null ? Map.<String, String>of() : Forms.byField(kept.errors());
        boolean mayChange = currentUser.isIn(SUREC_SAHIBI) || currentUser.isIn(CAMUNDA_ADMIN);
        model.addAttribute("hatalar", errors);
        model.addAttribute("engel", kept == null ? null : kept.notice());
        model.addAttribute("alanlar", labels());
        model.addAttribute("yerler", places());
        model.addAttribute("kalemler", FeeItem.values());
        model.addAttribute("yapabilir", mayChange);
        model.addAttribute("tarifeler", lines(tariffs.all(), today));
        model.addAttribute("bugun", today);
        var shown = find(chosen);
        model.addAttribute(
                "girilen",
                kept == null ? shown.map(tariff -> fields(tariff, today)).orElse(Map.of()) : kept.single());
        model.addAttribute(
                "silinecek",
                mayChange
                        ? find(deleted)
                                .filter(tariff -> tariff.validFrom().isAfter(today))
                                .orElse(null)
                        : null);
        return "portal/ucret-tarifesi";
    }

    /** Enters a tariff or changes one that has not passed. */
    @PostMapping(PAGE)
    String enter(@RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var items = Arrays.stream(FeeItem.values())
                .filter(item -> !typed.getOrDefault(PRICE + item, "").isBlank())
                .toList();
        try {
            var check = new Check();
            var from = check.day("validFrom", typed.get("validFrom"));
            var tariff = FeeTariffChecks.checked(
                    check,
                    from,
                    new StepRequests.Tariff(
                            typed.get("payAt"),
                            typed.get("iban"),
                            items.stream()
                                    .map(item ->
                                            new StepRequests.TariffPrice(item.name(), decimal(typed.get(PRICE + item))))
                                    .toList()));
            tariffs.replace(typed.getOrDefault("gorulen", ""), tariff);
            redirect.addFlashAttribute(
                    "oldu", Texts.of("portal.fee-tariff-pages.kaydedildi", Days.written(tariff.validFrom())));
            return "redirect:" + PAGE;
        } catch (InvalidInputException faulty) {
            return forms.again(
                    PAGE,
                    new InvalidInputException(faulty.errors().stream()
                            .map(error -> new FieldError(asTyped(error.field(), items), error.message()))
                            .toList()));
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        } catch (ConcurrencyFailureException changedMeanwhile) {
            return forms.again(PAGE, Texts.of("portal.fee-tariff-pages.bu-sirada-degisti"));
        }
    }

    @PostMapping(PAGE + "/sil")
    String delete(@RequestParam String validFrom, RedirectAttributes redirect) {
        var day = Days.parse(validFrom).orElse(null);
        try {
            redirect.addFlashAttribute(
                    "oldu",
                    day != null && tariffs.remove(day)
                            ? Texts.of("portal.fee-tariff-pages.silindi", Days.written(day))
                            : Texts.of("basvuru.legal-steps.tarife-yok"));
            return "redirect:" + PAGE;
        } catch (RuleViolationException forbidden) {
            return forms.again(PAGE, forbidden.getMessage());
        }
    }

    private Optional<FeeTariff> find(@Nullable String day) {
        return Optional.ofNullable(day).flatMap(Days::parse).flatMap(tariffs::from);
    }

    /** One to come is changed; the content of every other one starts a new one. */
    private static Map<String, String> fields(FeeTariff tariff, LocalDate today) {
        var fields = new HashMap<String, String>();
        if (!tariff.validFrom().isBefore(today)) {
            fields.put("validFrom", tariff.validFrom().toString());
            fields.put("gorulen", tariff.tag());
        }
        fields.put("payAt", tariff.payAt());
        fields.put("iban", tariff.iban() == null ? "" : FeeWords.grouped(tariff.iban()));
        tariff.prices().forEach((item, price) -> fields.put(PRICE + item, lira(price)));
        return fields;
    }

    /** Latest first, so that each ends on the day before the one listed above it. */
    private static List<Line> lines(List<FeeTariff> latestFirst, LocalDate today) {
        var lines = new ArrayList<Line>();
        LocalDate next = null;
        for (var tariff : latestFirst) {
            var until = next == null ? null : next.minusDays(1);
            lines.add(new Line(
                    tariff.validFrom(),
                    until,
                    validity(tariff.validFrom(), until, today),
                    tariff.payAt(),
                    tariff.iban() == null ? null : FeeWords.grouped(tariff.iban()),
                    Arrays.stream(FeeItem.values())
                            .filter(item -> tariff.prices().containsKey(item))
                            .map(item -> Texts.of(
                                    "portal.fee-tariff-pages.kalem",
                                    item.label(),
                                    lira(Objects.requireNonNull(tariff.prices().get(item)))))
                            .toList(),
                    !tariff.validFrom().isBefore(today)));
            next = tariff.validFrom();
        }
        return lines;
    }

    private static Validity validity(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today)) {
            return Validity.GELECEK;
        }
        return until != null && until.isBefore(today) ? Validity.GECMIS : Validity.YURURLUKTE;
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("validFrom", Texts.of("portal.fee-tariff-pages.yururluk-tarihi"));
        labels.put("payAt", Texts.of("portal.fee-tariff-pages.odeme-yeri"));
        labels.put("iban", Texts.of("portal.fee-tariff-pages.iban"));
        labels.put("prices", Texts.of("portal.fee-tariff-pages.ucretler"));
        for (var item : FeeItem.values()) {
            labels.put(PRICE + item, item.label());
        }
        return labels;
    }

    private static Map<String, String> places() {
        var places = new HashMap<String, String>();
        labels().keySet().forEach(field -> places.put(field, field));
        places.put("prices", PRICE + FeeItem.SAYFA);
        return places;
    }

    /** The form's name of what the API calls {@code prices[0].price}. */
    private static String asTyped(String field, List<FeeItem> items) {
        var index = PRICE_OF_API.matcher(field);
        return index.matches() ? PRICE + items.get(Integer.parseInt(index.group(1))) : field;
    }

    /** People write it the Turkish way; what is not read so is refused. */
    private static String decimal(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(Money::turkish)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private static String lira(BigDecimal amount) {
        return String.format(TURKISH, "%,.2f", amount);
    }
}
