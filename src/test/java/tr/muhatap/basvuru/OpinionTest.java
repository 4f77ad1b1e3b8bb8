package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;
import static tr.muhatap.basvuru.BasvuruFixture.toBeSent;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/** Requests to other bodies: due dates and outcomes; no limit moves (2020/2646 sayılı Yönetmelik md. 33). */
class OpinionTest {

    private static final LocalDate TODAY = OfficeDays.dayOf(NOW);
    private static final Opinion.Question OPINION =
            new Opinion.Question(OpinionKind.GORUS, "Kayseri Valiliği", "Görüşünüz?", TODAY);

    /** Asked on 18 May 2026: 19 May is a holiday, Kurban Bayramı lies between. */
    @ParameterizedTest
    @CsvSource({"GORUS, 2026-06-12", "BILGI, 2026-05-26"})
    void anOpinionHasFifteenWorkingDaysAndInformationFive(OpinionKind kind, LocalDate dueOn) {
        var question = new Opinion.Question(kind, "Valilik", "Soru", LocalDate.of(2026, 5, 18));

        assertThat(Opinion.asked(NUMBER, 1, question, DEADLINES).dueOn()).isEqualTo(dueOn);
    }

    @Test
    void askingMovesNoLimitAndStandsInTheHistory() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var limit = basvuru.deadline();

        var asked = basvuru.askOpinion(OPINION, DEADLINES, "bilgi", NOW);

        assertThat(basvuru.deadline()).isEqualTo(limit);
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.opinionsAsked()).isEqualTo(1);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.GorusIstendi(
                        NUMBER, NOW, "bilgi", 1, OpinionKind.GORUS, "Kayseri Valiliği", TODAY, asked.dueOn()));
    }

    @Test
    void theAnswerIsTakenOnce() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var asked = basvuru.askOpinion(OPINION, DEADLINES, "bilgi", NOW);

        var answered = basvuru.opinionArrived(asked, TODAY, "Uygundur.", "bilgi", NOW);

        assertThat(answered.isOpen()).isFalse();
        assertThat(answered.answer()).isEqualTo("Uygundur.");
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.GorusGeldi(NUMBER, NOW, "bilgi", 1, "Kayseri Valiliği", TODAY, false));
        refused(BasvuruRefusal.GORUS_BEKLENMIYOR, () -> basvuru.opinionArrived(answered, TODAY, null, "bilgi", NOW));
        basvuru.askOpinion(OPINION, DEADLINES, "bilgi", NOW);
        refused(BasvuruRefusal.GORUS_SONUCLANMIS, () -> basvuru.opinionArrived(answered, TODAY, null, "bilgi", NOW));
        refused(BasvuruRefusal.GORUS_SONUCLANMIS, () -> basvuru.withdrawOpinion(answered, "Neden", "bilgi", NOW));
        assertThat(basvuru.opinions.opinionsOpen()).isEqualTo(1);
    }

    @Test
    void whatIsTakenBackIsNotWaitedFor() {
        var basvuru = atTheUnit(Channel.CIMER);
        var asked = basvuru.askOpinion(OPINION, DEADLINES, "halkla", NOW);

        var withdrawn = basvuru.withdrawOpinion(asked, "Gerek kalmadı.", "halkla", NOW);

        assertThat(withdrawn.withdrawnOn()).isEqualTo(TODAY);
        assertThat(withdrawn.isOpen()).isFalse();
        assertThat(withdrawn.isOverdue(asked.dueOn().plusDays(1))).isFalse();
        assertThat(basvuru.opinions.opinionsOpen()).isZero();
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.GorusGeriCekildi(
                        NUMBER, NOW, "halkla", 1, "Kayseri Valiliği", "Gerek kalmadı."));
    }

    @Test
    void aDayHasToFit() {
        var basvuru = atTheUnit(Channel.CIMER);
        var received = OfficeDays.dayOf(basvuru.receivedAt());

        refused(BasvuruRefusal.GORUS_TARIHI, () -> ask(basvuru, received.minusDays(1)));
        refused(BasvuruRefusal.GORUS_TARIHI, () -> ask(basvuru, TODAY.plusDays(1)));
        var asked = ask(basvuru, TODAY);
        refused(
                BasvuruRefusal.GORUS_TARIHI,
                () -> basvuru.opinionArrived(asked, TODAY.minusDays(1), null, "bilgi", NOW));
        refused(
                BasvuruRefusal.GORUS_TARIHI,
                () -> basvuru.opinionArrived(asked, TODAY.plusDays(1), null, "bilgi", NOW));
        assertThat(ask(basvuru, received).askedOn()).isEqualTo(received);
    }

    @Test
    void nobodyIsAskedAfterTheAnswer() {
        refused(BasvuruRefusal.GORUS_CEVAPTAN_SONRA, () -> ask(toBeSent(Channel.CIMER), TODAY));
        refused(BasvuruRefusal.BASVURU_KAPALI, () -> ask(closed(Channel.CIMER), TODAY));
        refused(
                BasvuruRefusal.GORUS_BEKLENMIYOR,
                () -> atTheUnit(Channel.CIMER)
                        .opinionArrived(Opinion.asked(NUMBER, 1, OPINION, DEADLINES), TODAY, null, "bilgi", NOW));
    }

    /** An answer that is due on the last day comes too late to be used. */
    @Test
    void anExtensionIsProposedWhereTheAnswerIsDueTooLate() {
        var asked = Opinion.asked(NUMBER, 1, OPINION, DEADLINES);

        assertThat(asked.outlasts(asked.dueOn())).isTrue();
        assertThat(asked.outlasts(asked.dueOn().minusDays(1))).isTrue();
        assertThat(asked.outlasts(asked.dueOn().plusDays(1))).isFalse();
        assertThat(asked.answered(TODAY, null, TODAY).outlasts(TODAY)).isFalse();
        assertThat(asked.isOverdue(asked.dueOn())).isFalse();
        assertThat(asked.isOverdue(asked.dueOn().plusDays(1))).isTrue();
    }

    private static Opinion ask(Basvuru basvuru, LocalDate on) {
        return basvuru.askOpinion(
                new Opinion.Question(OpinionKind.BILGI, "Valilik", "Soru", on), DEADLINES, "bilgi", NOW);
    }

    private static void refused(BasvuruRefusal code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
