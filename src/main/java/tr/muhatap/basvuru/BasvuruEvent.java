package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.Channel;

/**
 * What happened to an application. Published synchronously, in the transaction that changed the record; every event becomes
 * one line of the history, its own components the line's detail.
 */
public sealed interface BasvuruEvent {

    String number();

    Instant at();

    /** User name of who did it, or {@code sistem}. */
    String actor();

    /** Registered: number given, clock running. */
    record Alindi(
            String number,
            Instant at,
            String actor,
            Channel channel,
            Kind kind,
            @Nullable String topic,
            Instant receivedAt,
            LocalDate lastDay,
            Instant lateFrom,
            boolean needsReview)
            implements BasvuruEvent {}

    record Incelendi(
            String number,
            Instant at,
            String actor,
            ReviewDecision decision,
            @Nullable String topic,
            @Nullable String reason)
            implements BasvuruEvent {}

    record SevkEdildi(
            String number,
            Instant at,
            String actor,
            String unit,
            @Nullable String reason) implements BasvuruEvent {}

    record IadeEdildi(
            String number,
            Instant at,
            String actor,
            String unit,
            @Nullable String reason) implements BasvuruEvent {}

    record CevapHazirlandi(
            String number,
            Instant at,
            String actor,
            String unit,
            Outcome outcome,
            @Nullable RefusalGround ground) implements BasvuruEvent {}

    record DuzeltmeIstendi(
            String number,
            Instant at,
            String actor,
            @Nullable String reason) implements BasvuruEvent {}

    record Onaylandi(String number, Instant at, String actor, Outcome outcome) implements BasvuruEvent {}

    /** A message to the citizen or to staff went out, or was put on the list of those to be brought by hand. */
    record MesajIletildi(
            String number,
            Instant at,
            String actor,
            String purpose,
            String medium,
            @Nullable String recipient) implements BasvuruEvent {}

    /** An answer on the list of those to be brought by hand was ticked off. */
    record ElleIletildi(String number, Instant at, String actor, String medium) implements BasvuruEvent {}

    /** The limit passed; the first level of escalation. */
    record SuresiDoldu(String number, Instant at, String actor, LocalDate lastDay, Instant secondLimit)
            implements BasvuruEvent {}

    /** The second limit passed; the second level of escalation. */
    record IkinciSureDoldu(String number, Instant at, String actor) implements BasvuruEvent {}

    record BirimUyarildi(
            String number,
            Instant at,
            String actor,
            @Nullable String unit,
            @Nullable String reason) implements BasvuruEvent {}

    record Devralindi(
            String number,
            Instant at,
            String actor,
            @Nullable String reason) implements BasvuruEvent {}

    record YenidenSevkEdildi(
            String number,
            Instant at,
            String actor,
            String oldUnit,
            String unit,
            @Nullable String reason) implements BasvuruEvent {}

    /** Closed: the answer is out, or it ended otherwise. */
    record Kapandi(
            String number,
            Instant at,
            String actor,
            Outcome outcome,
            boolean late,
            @Nullable String reason) implements BasvuruEvent {}
}
