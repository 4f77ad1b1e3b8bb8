package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;

/** What the steps of the law are told, before any check; every field may lack or be wrong. */
final class StepRequests {

    private StepRequests() {}

    record Extension(@Nullable String ground, @Nullable String reason) {}

    record FeeNotice(@Nullable String amount, @Nullable Integer pages) {}

    record Payment(@Nullable String paidOn, @Nullable String receipt) {}

    record Words(@Nullable String text) {}

    record Reason(@Nullable String reason) {}

    record Joining(@Nullable String number) {}

    record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    record Objection(
            @Nullable String filedOn,
            @Nullable String boardNumber,
            @Nullable String servedOn) {}

    record Recourse(@Nullable String ground, @Nullable String text) {}

    record BoardAnswer(@Nullable String answeredOn) {}

    record BoardDecision(@Nullable String outcome) {}
}
