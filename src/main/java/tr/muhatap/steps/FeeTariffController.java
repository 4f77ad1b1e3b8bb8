package tr.muhatap.steps;

import static tr.muhatap.access.Groups.CAMUNDA_ADMIN;
import static tr.muhatap.access.Groups.SUREC_SAHIBI;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeTariff;
import tr.muhatap.basvuru.FeeTariffs;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/** REST endpoints of fee tariffs (4982 md. 10). Readable by all signed-in users; changed by process owners. */
@RestController
@RequestMapping("/api/v1/fee-tariffs")
class FeeTariffController {

    private static final String MAY_CHANGE = "hasAnyAuthority('" + SUREC_SAHIBI + "', '" + CAMUNDA_ADMIN + "')";

    private final FeeTariffs tariffs;

    FeeTariffController(FeeTariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** One item's price in Turkish lira. */
    record PriceView(FeeItem item, String label, BigDecimal price) {}

    record TariffView(
            LocalDate validFrom, String payAt, @Nullable String iban, List<PriceView> prices) {

        static TariffView of(FeeTariff tariff) {
            return new TariffView(
                    tariff.validFrom(),
                    tariff.payAt(),
                    tariff.iban(),
                    Arrays.stream(FeeItem.values())
                            .flatMap(item -> Stream.ofNullable(tariff.prices().get(item))
                                    .map(price -> new PriceView(item, item.label(), price)))
                            .toList());
        }
    }

    @GetMapping
    List<TariffView> list() {
        return tariffs.all().stream().map(TariffView::of).toList();
    }

    @PutMapping("/{validFrom}")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<TariffView> put(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @RequestBody StepRequests.Tariff request) {
        var tariff = FeeTariffChecks.checked(new Check(), validFrom, request);
        boolean isNew = tariffs.put(tariff);
        var answer =
                isNew ? ResponseEntity.created(URI.create("/api/v1/fee-tariffs/" + validFrom)) : ResponseEntity.ok();
        return answer.body(TariffView.of(tariff));
    }

    @GetMapping("/{validFrom}")
    TariffView get(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom) {
        return tariffs.all().stream()
                .filter(tariff -> tariff.validFrom().equals(validFrom))
                .findFirst()
                .map(TariffView::of)
                .orElseThrow(FeeTariffController::unknown);
    }

    @DeleteMapping("/{validFrom}")
    @PreAuthorize(MAY_CHANGE)
    ResponseEntity<Void> delete(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom) {
        if (validFrom.getYear() > FeeTariffChecks.LAST_YEAR || !tariffs.remove(validFrom)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static NotFoundException unknown() {
        return new NotFoundException(Texts.of("basvuru.legal-steps.tarife-yok"));
    }
}
