package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Printable;
import tr.muhatap.text.Texts;

/**
 * One round of answering, started by every unit that receives the application, and by every reopening.
 *
 * @param answer a draft until it is approved
 * @param answeredAt when it was approved
 */
record AnswerRound(
        @Embedded.Nullable(prefix = "answer_") @Nullable Answer answer,
        int answerRound,
        @Nullable Instant answeredAt) {

    static final AnswerRound FIRST = new AnswerRound(null, 1, null);

    /** The answer was given on the spot. */
    static AnswerRound informed(String information, Instant now) {
        return new AnswerRound(new Answer(Outcome.BILGI_VERILDI, null, information), 1, now);
    }

    /** What was decided stays, how it was said does not. */
    AnswerRound erased(String words) {
        return new AnswerRound(answer == null ? null : answer.erased(words), answerRound, answeredAt);
    }

    AnswerRound next() {
        return new AnswerRound(null, answerRound + 1, null);
    }

    /** The last saved draft counts. */
    AnswerRound drafted(Answer draft) {
        if (!Basvuru.ANSWERS.contains(draft.outcome())) {
            throw BasvuruRefusal.CEVAP_SONUCU_GECERSIZ
                    .because(Texts.of(
                            "basvuru.ret.cevap-sonucu-gecersiz", draft.outcome().label()))
                    .exception();
        }
        return new AnswerRound(draft, answerRound, answeredAt);
    }

    /**
     * Why a draft cannot replace the current one: of two concurrent authors, one would lose their text.
     *
     * @param seen tag of the draft that the author saw
     */
    @Nullable
    Refusal whyNotReplace(String seen, Answer draft) {
        String current = answer == null ? Answer.NO_TAG : answer.tag();
        return current.equals(seen) || current.equals(draft.tag())
                ? null
                : BasvuruRefusal.TASLAK_DEGISTI.because(Texts.of("basvuru.ret.taslak-degisti"));
    }

    AnswerRound approved(Instant now) {
        return new AnswerRound(answer, answerRound, now);
    }

    /** Why the draft cannot be submitted for approval. */
    @Nullable
    Refusal whyNotSubmit(boolean informationRequest, String subject) {
        return answer == null
                ? BasvuruRefusal.TASLAK_YOK.because(Texts.of("basvuru.ret.taslak-yok"))
                : whyNotComplete(answer, informationRequest, subject);
    }

    /** Why the answer cannot be sent. */
    @Nullable
    Refusal whyNotApprove(boolean informationRequest, String subject) {
        var given = answerOrFail();
        return Refusal.first(
                whyNotComplete(given, informationRequest, subject),
                Printable.fault(given.text())
                        .map(fault -> BasvuruRefusal.CEVAP_BASILAMAZ.because(
                                Texts.of("basvuru.answer-round.cevap-onaylanamaz", fault)))
                        .orElse(null));
    }

    /** Unfilled gaps are allowed in a draft, but not in a submitted answer. */
    private static @Nullable Refusal whyNotComplete(Answer answer, boolean informationRequest, String subject) {
        boolean refuses =
                informationRequest && (answer.outcome() == Outcome.OLUMSUZ || answer.outcome() == Outcome.KISMEN);
        if (refuses && answer.ground() == null) {
            return BasvuruRefusal.RET_DAYANAGI_YOK.because(Texts.of("basvuru.ret.ret-dayanagi-yok"));
        }
        var missing = answer.missing();
        if (refuses && !missing.isEmpty()) {
            return BasvuruRefusal.RET_DAYANAGI_EKSIK.because(Texts.of(
                    "basvuru.ret.ret-dayanagi-eksik",
                    missing.stream().map(GroundField::label).collect(Collectors.joining(", "))));
        }
        return Gaps.firstIn(answer.text(), subject)
                .map(gap -> BasvuruRefusal.CEVAPTA_BOSLUK.because(Texts.of("basvuru.ret.cevapta-bosluk", gap)))
                .orElse(null);
    }

    Answer answerOrFail() {
        if (answer == null) {
            throw new IllegalStateException("No answer");
        }
        return answer;
    }
}
