package tr.muhatap.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input of the legal steps, not validated; every field may be missing or invalid. */
public final class StepRequests {

    private StepRequests() {}

    public record Extension(
            @Nullable String ground, @Nullable String reason) {}

    /**
     * A fee notice.
     *
     * @param amount null: computed from the tariff in force
     * @param items of the tariff, in addition to pages
     */
    public record FeeNotice(
            @Nullable String amount,
            @Nullable Integer pages,
            @Nullable List<FeeItemCount> items) {}

    public record FeeItemCount(
            @Nullable String item, @Nullable Integer count) {}

    public record Tariff(
            @Nullable String payAt,
            @Nullable String iban,
            @Nullable List<TariffPrice> prices) {}

    public record TariffPrice(
            @Nullable String item, @Nullable String price) {}

    public record Payment(@Nullable String paidOn, @Nullable String receipt) {}

    /** @param receipt number of the receipt that was checked; null: the one that waits */
    public record ReceiptCheck(@Nullable String receipt) {}

    /** @param way {@code POSTA} by default */
    public record Service(
            @Nullable String paper,
            @Nullable String servedOn,
            @Nullable String way) {}

    public record Words(@Nullable String text) {}

    public record Reason(@Nullable String reason) {}

    /**
     * A request to another body.
     *
     * @param askedOn defaults to today
     */
    public record Opinion(
            @Nullable String kind,
            @Nullable String body,
            @Nullable String question,
            @Nullable String askedOn) {}

    /** @param opinion its ordinal; optional if only one is open */
    public record OpinionAnswer(
            @Nullable Integer opinion,
            @Nullable String answeredOn,
            @Nullable String text) {}

    /** @param opinion as in {@link OpinionAnswer} */
    public record OpinionWithdrawal(
            @Nullable Integer opinion, @Nullable String reason) {}

    public record Joining(@Nullable String number) {}

    public record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    public record Objection(
            @Nullable String filedOn,
            @Nullable String boardNumber,
            @Nullable String servedOn,
            @Nullable String requestedOn) {}

    /** @param boardNumber identifies one of several objections; null: the oldest that fits */
    public record BoardRequest(
            @Nullable String requestedOn, @Nullable String boardNumber) {}

    public record Recourse(
            @Nullable String ground, @Nullable String text) {}

    public record BoardAnswer(
            @Nullable String answeredOn, @Nullable String boardNumber) {}

    public record BoardDecision(
            @Nullable String outcome, @Nullable String boardNumber) {}
}
