package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.channel.Channel;

/**
 * What happened to an application. Published synchronously, in the transaction that changed the record; every event
 * becomes one line of the history, its own components the line's detail.
 */
public sealed interface BasvuruEvent {

    String number();

    Instant at();

    /** User name of who did it, or {@code sistem}. */
    String actor();

    default BasvuruEventType type() {
        return BasvuruEventType.of(this);
    }

    /** An event that sets the limit. */
    sealed interface LimitSet extends BasvuruEvent {

        /** Last day of the limit, Europe/Istanbul. */
        LocalDate limitLastDay();
    }

    /** An event that moves the limit. */
    sealed interface LimitMoved extends LimitSet {

        LocalDate oldLastDay();

        LocalDate newLastDay();

        @Override
        default LocalDate limitLastDay() {
            return newLastDay();
        }

        /** From this instant the application is late. */
        Instant lateFrom();

        /** Instant of the second level of escalation; null unless the first was reached. */
        @Nullable
        Instant secondLimit();
    }

    /** Registered: number assigned, limit running. */
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
            implements LimitSet {

        @Override
        public LocalDate limitLastDay() {
            return lastDay;
        }
    }

    /** Registered, answered on the spot and closed in one step; no process is started. */
    record YerindeBilgiVerildi(
            String number,
            Instant at,
            String actor,
            Channel channel,
            Kind kind,
            @Nullable String topic,
            Instant receivedAt)
            implements BasvuruEvent {}

    /**
     * The applicant was informed of how personal data are used (6698 md. 10).
     *
     * @param notice version of the text
     * @param aloud whether it was read out, at a desk or on the phone
     */
    record AydinlatmaYapildi(String number, Instant at, String actor, String notice, boolean aloud)
            implements BasvuruEvent {}

    /** The personal data are kept beyond their period (6698 md. 7). */
    record SaklamaEngeliKonuldu(String number, Instant at, String actor, String reason) implements BasvuruEvent {}

    record SaklamaEngeliKaldirildi(String number, Instant at, String actor, String reason) implements BasvuruEvent {}

    /** The period of retention is over: the application is anonymous from now on (6698 md. 7). */
    record AnonimHaleGetirildi(String number, Instant at, String actor) implements BasvuruEvent {}

    record Incelendi(
            String number,
            Instant at,
            String actor,
            ReviewDecision decision,
            @Nullable String topic,
            @Nullable String forwardedTo,
            @Nullable String mainNumber,
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

    /** A message to the citizen or to staff was sent, or was listed for manual delivery. */
    record MesajIletildi(
            String number,
            Instant at,
            String actor,
            String purpose,
            String medium,
            @Nullable String recipient) implements BasvuruEvent {}

    /**
     * The applicant's ways of contact were corrected.
     *
     * @param oldContact masked
     * @param newContact masked
     */
    record IletisimDuzeltildi(String number, Instant at, String actor, String oldContact, String newContact)
            implements BasvuruEvent {}

    /** A message could not be delivered by one medium; another is tried, or staff have to find one. */
    record MesajIletilemedi(
            String number,
            Instant at,
            String actor,
            String purpose,
            String medium,
            @Nullable String recipient) implements BasvuruEvent {}

    /** A manually delivered answer was ticked off. */
    record ElleIletildi(String number, Instant at, String actor, String medium) implements BasvuruEvent {}

    /**
     * A file was added to the application or to its answer. Its name may be personal data and is stored elsewhere.
     *
     * @param attachment the file's id; missing in older entries
     * @param file its name, in older entries
     * @param sha256 of its content, hexadecimal
     */
    record EkEklendi(
            String number,
            Instant at,
            String actor,
            String part,
            @Nullable Long attachment,
            @Nullable String file,
            String sha256)
            implements BasvuruEvent {}

    record EkKaldirildi(
            String number,
            Instant at,
            String actor,
            String part,
            @Nullable Long attachment,
            @Nullable String file) implements BasvuruEvent {}

    /**
     * A letter was assigned its number in the document system, or another one.
     *
     * @param letter label of the letter
     * @param oldSayi its previous number
     */
    record YaziSayilandi(
            String number,
            Instant at,
            String actor,
            String letter,
            String sayi,
            LocalDate letterDate,
            @Nullable String oldSayi)
            implements BasvuruEvent {}

    /** A member of staff added a note; its text is stored elsewhere, since it may name people. */
    record NotEklendi(String number, Instant at, String actor) implements BasvuruEvent {}

    /** The limit passed; the first level of escalation. */
    record SuresiDoldu(String number, Instant at, String actor, LocalDate lastDay, Instant secondLimit)
            implements BasvuruEvent {}

    /**
     * An open step came back to its group.
     *
     * @param from who had taken it
     */
    record GorevGeriVerildi(
            String number, Instant at, String actor, StaffTasks.TaskKind step, String from, String reason)
            implements BasvuruEvent {}

    /** A deputy took what somebody absent had taken; the actor is the deputy. */
    record VekaletenUstlenildi(String number, Instant at, String actor, StaffTasks.TaskKind step, String absent)
            implements BasvuruEvent {}

    /** An open step was assigned by somebody else, or reassigned to another colleague. */
    record IsVerildi(
            String number,
            Instant at,
            String actor,
            StaffTasks.TaskKind step,
            @Nullable String from,
            String to,
            @Nullable String reason)
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

    /** Closed: the answer was sent, or it ended without one. */
    record Kapandi(
            String number,
            Instant at,
            String actor,
            Outcome outcome,
            boolean late,
            @Nullable String reason) implements BasvuruEvent {}

    /** The applicant was asked to complete missing information. */
    record EksikBildirildi(
            String number,
            Instant at,
            String actor,
            LocalDate completeUntil,
            @Nullable String reason) implements BasvuruEvent {}

    record EksikTamamlandi(String number, Instant at, String actor) implements BasvuruEvent {}

    /** Limit extended (4982 md. 11). */
    record SureUzatildi(
            String number,
            Instant at,
            String actor,
            ExtensionGround extensionGround,
            String reason,
            @Nullable ServiceWay way,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit)
            implements LimitMoved {}

    /**
     * A notice was served on the applicant: periods that begin with service run from that day.
     *
     * @param sentOn the day of dispatch
     */
    record TebligEdildi(
            String number,
            Instant at,
            String actor,
            ServedPaper paper,
            ServiceWay way,
            LocalDate sentOn,
            LocalDate servedOn)
            implements BasvuruEvent {}

    /**
     * The notice of an extension arrived after the unextended limit, which therefore remains in force (4982 md. 11).
     *
     * @param reachBy the last day on which it could arrive
     */
    record UzatmaUlasmadi(
            String number,
            Instant at,
            String actor,
            LocalDate reachBy,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit)
            implements LimitMoved {}

    /**
     * The period to pay begins with the service of the fee notice (4982 md. 11).
     *
     * @param payUntil null: the notice was sent by post, and nothing runs until its service is entered
     */
    record OdemeSuresiBelirlendi(
            String number,
            Instant at,
            String actor,
            @Nullable LocalDate payUntil,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit)
            implements LimitMoved {

        /** From this instant the fee counts as unpaid; null while no period runs. */
        public @Nullable Instant unpaidFrom() {
            return payUntil == null ? null : OfficeDays.startOf(payUntil.plusDays(1));
        }
    }

    /**
     * 4982 md. 10–11: a fee notice interrupted the limit.
     *
     * @param payUntil null if the notice was sent by post: the period to pay begins with its service
     * @param lines items of the amount; empty if it was entered as a sum, and in entries of earlier versions
     * @param payAt place of payment in the dative; null: the office's setting
     * @param iban account; null: there is none
     */
    record UcretBildirildi(
            String number,
            Instant at,
            String actor,
            BigDecimal amount,
            int pages,
            @Nullable LocalDate payUntil,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit,
            @Nullable List<FeeLine> lines,
            @Nullable String payAt,
            @Nullable String iban)
            implements LimitMoved {

        /** The cost as it was notified. */
        public FeeNotice notice() {
            return new FeeNotice(amount, pages, lines == null ? List.of() : lines, payAt, iban);
        }

        /** From this instant the fee counts as unpaid; null while no period runs. */
        public @Nullable Instant unpaidFrom() {
            return payUntil == null ? null : OfficeDays.startOf(payUntil.plusDays(1));
        }
    }

    /**
     * A new limit runs from the payment.
     *
     * @param limit its length in iş günü
     */
    record UcretOdendi(
            String number,
            Instant at,
            String actor,
            LocalDate paidOn,
            String receipt,
            int limit,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit)
            implements LimitMoved {}

    /** The applicant submitted proof of payment; a clerk has to check it. */
    record OdemeBelgesiSunuldu(String number, Instant at, String actor, LocalDate paidOn, String receipt)
            implements BasvuruEvent {}

    /**
     * The submitted proof of payment was rejected: the period to pay runs again.
     *
     * @param payUntil null if the fee notice was not served yet
     */
    record OdemeBelgesiKabulEdilmedi(
            String number,
            Instant at,
            String actor,
            String reason,
            @Nullable LocalDate payUntil,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit)
            implements LimitMoved {

        /** From this instant the fee counts as unpaid; null while no period runs. */
        public @Nullable Instant unpaidFrom() {
            return payUntil == null ? null : OfficeDays.startOf(payUntil.plusDays(1));
        }
    }

    /**
     * The office changed its holiday table.
     *
     * @param otherLastDay of the later one of two limits
     * @param unpaidFrom new instant at which the awaited fee lapses
     * @param incompleteUntil new end of the wait for completion
     * @param holidays the changes that concern this application
     */
    record TatilSureyiDegistirdi(
            String number,
            Instant at,
            String actor,
            LocalDate oldLastDay,
            LocalDate newLastDay,
            Instant lateFrom,
            @Nullable LocalDate otherLastDay,
            @Nullable Instant secondLimit,
            @Nullable Instant unpaidFrom,
            @Nullable Instant incompleteUntil,
            List<HolidayChange> holidays)
            implements LimitMoved {

        /** Entries of earlier versions name no holidays. */
        public TatilSureyiDegistirdi {
            holidays = holidays == null ? List.of() : List.copyOf(holidays);
        }
    }

    /**
     * The escalation was withdrawn, since its limit moved into the future; it is repeated when the new limit passes.
     *
     * @param secondLimit of the second level, if only that level is withdrawn
     */
    record YukseltmeGeriAlindi(
            String number,
            Instant at,
            String actor,
            LocalDate lastDay,
            Instant lateFrom,
            @Nullable Instant secondLimit) implements BasvuruEvent {}

    /** The applicant was notified of the progress (3071 md. 7). */
    record AraCevapVerildi(String number, Instant at, String actor, String text) implements BasvuruEvent {}

    /**
     * An opinion of another body was requested (2020/2646 sayılı Yönetmelik md. 33). The question is stored elsewhere,
     * since it may name people.
     *
     * @param opinion ordinal within the application
     * @param body the body that was asked
     */
    record GorusIstendi(
            String number,
            Instant at,
            String actor,
            int opinion,
            OpinionKind opinionKind,
            String body,
            LocalDate askedOn,
            LocalDate dueOn)
            implements BasvuruEvent {}

    /** The other body answered. */
    record GorusGeldi(
            String number, Instant at, String actor, int opinion, String body, LocalDate answeredOn, boolean late)
            implements BasvuruEvent {}

    /** The wait for the other body's answer was ended. */
    record GorusGeriCekildi(String number, Instant at, String actor, int opinion, String body, String reason)
            implements BasvuruEvent {}

    /**
     * Somebody was asked by a link. Who, and what, stands elsewhere, since it may name people. The limit goes on.
     *
     * @param inquiry which one of the application
     * @param questions how many
     * @param answerUntil last day of the link, Europe/Istanbul
     */
    record SoruSoruldu(
            String number,
            Instant at,
            String actor,
            int inquiry,
            InquiryAddressee addressee,
            int questions,
            LocalDate answerUntil)
            implements BasvuruEvent {}

    /**
     * Some or all questions of a link were answered.
     *
     * @param answers which questions, and what proves the words that stand elsewhere
     * @param files how many files came with it
     * @param complete whether nothing more is waited for
     */
    record SoruCevaplandi(
            String number,
            Instant at,
            String actor,
            int inquiry,
            List<AnsweredQuestion> answers,
            int files,
            boolean complete)
            implements BasvuruEvent {

        public SoruCevaplandi {
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param question its place, from 1
     * @param sha256 of the answer's salt and words, hexadecimal; both can be erased
     */
    record AnsweredQuestion(int question, String sha256) {}

    /** Whoever was asked by a link was reminded before it ended. */
    record SoruHatirlatildi(String number, Instant at, String actor, int inquiry, LocalDate answerUntil)
            implements BasvuruEvent {}

    /** A link was taken back before everything was answered. */
    record SoruGeriAlindi(String number, Instant at, String actor, int inquiry, String reason)
            implements BasvuruEvent {}

    /** A link ended by its day before everything was answered. */
    record SoruSuresiDoldu(String number, Instant at, String actor, int inquiry, LocalDate answerUntil)
            implements BasvuruEvent {}

    record GeriCekildi(
            String number,
            Instant at,
            String actor,
            @Nullable String reason) implements BasvuruEvent {}

    /** A new round under the same number, with a limit of its own. */
    record YenidenAcildi(
            String number,
            Instant at,
            String actor,
            Channel channel,
            @Nullable Kind kind,
            @Nullable String topic,
            String reason,
            @Nullable Outcome previousOutcome,
            @Nullable String previousAnswer,
            LocalDate lastDay,
            Instant lateFrom)
            implements LimitSet {

        @Override
        public LocalDate limitLastDay() {
            return lastDay;
        }
    }

    /** Somebody other than the decider wrote the reason of the following decision; the actor is its author. */
    record GerekceYazildi(String number, Instant at, String actor) implements BasvuruEvent {}

    /** A new tracking code was issued; the code itself is stored nowhere. */
    record TakipKoduYenilendi(String number, Instant at, String actor) implements BasvuruEvent {}

    record Birlestirildi(String number, Instant at, String actor, String mainNumber) implements BasvuruEvent {}

    /** Objection before the Board (4982 md. 13). */
    record ItirazEdildi(
            String number,
            Instant at,
            String actor,
            @Nullable ItirazKonusu subject,
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate answerUntil)
            implements BasvuruEvent {}

    /** The Board asked for the office's answer: its 15 iş günü run. */
    record KurulBilgiIstedi(
            String number, Instant at, String actor, String boardNumber, LocalDate requestedOn, LocalDate answerUntil)
            implements BasvuruEvent {}

    /** The limit to answer the Board passed: first level of escalation. */
    record KurulSuresiDoldu(String number, Instant at, String actor, String boardNumber, LocalDate answerUntil)
            implements BasvuruEvent {}

    /** Second level of escalation. */
    record KurulIkinciSureDoldu(String number, Instant at, String actor, String boardNumber) implements BasvuruEvent {}

    /** A manager reminded those who have to answer the Board. */
    record KurulCevabiHatirlatildi(String number, Instant at, String actor, String boardNumber)
            implements BasvuruEvent {}

    /** The office changed its holiday table while an answer to the Board was due. */
    record KurulSuresiDegisti(
            String number, Instant at, String actor, String boardNumber, LocalDate oldLastDay, LocalDate newLastDay)
            implements BasvuruEvent {}

    /** @param boardNumber missing in entries of earlier versions */
    record KurulaCevapVerildi(
            String number,
            Instant at,
            String actor,
            @Nullable String boardNumber,
            LocalDate answeredOn,
            boolean late) implements BasvuruEvent {}

    /** @param boardNumber missing in entries of earlier versions */
    record ItirazSonuclandi(
            String number,
            Instant at,
            String actor,
            @Nullable String boardNumber,
            AppealOutcome appealOutcome) implements BasvuruEvent {}

    /** The citizen filed a recourse at a place of the published table. */
    record MuracaatAlindi(
            String number,
            Instant at,
            String actor,
            MuracaatPlace place,
            MuracaatGround muracaatGround,
            @Nullable String topic,
            LocalDate lastDay,
            Instant lateFrom)
            implements BasvuruEvent {}

    /** The first place's limit passed without an answer. */
    record MuracaatIkinciYere(String number, Instant at, String actor, LocalDate lastDay) implements BasvuruEvent {}

    /** The office changed its holiday table while a recourse was open. */
    record MuracaatSuresiDegisti(
            String number, Instant at, String actor, LocalDate oldLastDay, LocalDate newLastDay, Instant lateFrom)
            implements BasvuruEvent {}

    record MuracaatCevaplandi(
            String number,
            Instant at,
            String actor,
            MuracaatPlace place,
            MuracaatOutcome muracaatOutcome,
            String answer)
            implements BasvuruEvent {}
}
