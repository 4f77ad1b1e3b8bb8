package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.events;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;
import static tr.muhatap.basvuru.BasvuruFixture.toBeSent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/**
 * Objections before the Board (4982 md. 13), against an answer and against silence (2577 md. 10). Received on 18 May
 * 2026.
 */
class ItirazTest {

    private static final RuleSettings RULES = new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15, 5);

    // Silence

    @Test
    void silenceIsObjectedToFromItsThirtiethDayOnWhileTheApplicationGoesOn() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        refused("ITIRAZ_BASVURU_ACIK", () -> file(basvuru, "2026-06-16", "2026-06-16"));
        refused("ITIRAZ_BASVURU_ACIK", () -> file(basvuru, "2026-06-16", "2026-06-20"));
        refused("ITIRAZ_ILERIDE", () -> file(basvuru, "2026-06-18", "2026-06-17"));
        assertThat(offers(basvuru, "2026-06-16")).doesNotContain(LegalStep.APPEAL);
        assertThat(offers(basvuru, "2026-06-17")).contains(LegalStep.APPEAL);

        var objection = file(basvuru, "2026-06-17", "2026-06-17");

        assertThat(objection.subject()).isEqualTo(ItirazKonusu.SESSIZLIK);
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(lastEvent(objection))
                .isEqualTo(new BasvuruEvent.ItirazEdildi(
                        NUMBER,
                        on("2026-06-17"),
                        "bilgi",
                        ItirazKonusu.SESSIZLIK,
                        LocalDate.of(2026, 6, 17),
                        "K-1",
                        null,
                        null));
        assertThat(offers(basvuru, "2026-06-17", objection)).doesNotContain(LegalStep.APPEAL);
    }

    @Test
    void theRefusalNamesTheDay() {
        assertThatThrownBy(() -> file(atTheUnit(Channel.CIMER), "2026-07-20", "2026-07-20"))
                .hasMessageContaining("4982");
        assertThatThrownBy(() -> file(atTheUnit(Channel.BILGI_EDINME), "2026-06-01", "2026-06-01"))
                .hasMessageContaining("17.06.2026");
    }

    @Test
    void whileAFeeIsAwaitedNobodyIsSilent() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), ServiceWay.POSTA, RULES, DEADLINES, "bilgi", NOW);
        refused("ITIRAZ_UCRET_BEKLERKEN", () -> file(basvuru, "2026-07-20", "2026-07-20"));
    }

    @Test
    void anExtensionIsAnAnswerUntilTheExtendedLimitEnds() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", NOW);
        refused("ITIRAZ_BASVURU_ACIK", () -> file(basvuru, "2026-07-02", "2026-07-02"));
        assertThat(file(basvuru, "2026-07-03", "2026-07-03").subject()).isEqualTo(ItirazKonusu.SESSIZLIK);
    }

    @Test
    void theAnswerThatFollowsAnObjectionAgainstSilenceMayBeObjectedToItself() {
        var basvuru = toBeSent(Channel.BILGI_EDINME);
        var first = file(basvuru, "2026-06-17", "2026-06-17");
        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", on("2026-06-22"));

        // Registered late, it counts by its filing date
        assertThat(file(basvuru, "2026-06-19", "2026-06-23").subject()).isEqualTo(ItirazKonusu.SESSIZLIK);
        var second = Itiraz.file(
                basvuru, List.of(first), filing("2026-06-23", null, null), DEADLINES, "bilgi", on("2026-06-23"));

        assertThat(second.subject()).isEqualTo(ItirazKonusu.CEVAP);
        assertThat(first.isUndecided()).isTrue();
        refused(
                "ITIRAZ_TEKRAR",
                () -> Itiraz.file(
                        basvuru,
                        List.of(first, second),
                        filing("2026-06-24", null, null),
                        DEADLINES,
                        "bilgi",
                        on("2026-06-24")));
        second.decide(AppealOutcome.RET, "bilgi", on("2026-06-24"));
        assertThat(offers(basvuru, "2026-06-24", first, second))
                .contains(
                        LegalStep.APPEAL, LegalStep.APPEAL_REQUEST, LegalStep.APPEAL_ANSWER, LegalStep.APPEAL_OUTCOME);
    }

    // Against an answer

    @ParameterizedTest
    @CsvSource({
        // Fifteen days from 21 May end on Friday 5 June; from 22 May on Saturday, thus on Monday
        "2026-05-21, 2026-06-05, true",
        "2026-05-21, 2026-06-06, false",
        "2026-05-22, 2026-06-08, true",
        "2026-05-22, 2026-06-09, false",
        "2026-05-17, 2026-05-19, false",
        "2026-05-20, 2026-05-19, false",
        // The day it went out, electronically
        ", 2026-06-02, true",
        ", 2026-06-03, false",
        ", 2026-05-17, false"
    })
    void theTimeToObjectRunsFromTheServiceAndRollsOverAWeekend(
            @Nullable String servedOn, String filedOn, boolean inTime) {
        var basvuru = closed(Channel.BILGI_EDINME);
        ThrowingCallable objection = () ->
                Itiraz.file(basvuru, List.of(), filing(filedOn, servedOn, null), DEADLINES, "bilgi", on("2026-06-20"));

        if (inTime) {
            assertThatCode(objection).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(objection).isInstanceOf(RuleViolationException.class);
        }
    }

    @Test
    void anAnswerWhoseReceiptIsAwaitedIsObjectedToAtAnyTime() {
        var basvuru = toBeSent(Channel.BILGI_EDINME);
        basvuru.answerDelivered(ServiceWay.POSTA, "sistem", NOW);
        assertThat(file(basvuru, "2026-07-20", "2026-07-20").subject()).isEqualTo(ItirazKonusu.CEVAP);
        refused(
                "ITIRAZ_GEC",
                () -> Itiraz.file(
                        basvuru,
                        List.of(),
                        filing("2026-07-20", "2026-05-19", null),
                        DEADLINES,
                        "bilgi",
                        on("2026-07-20")));
    }

    // The Board's clock

    @Test
    void theBoardsFifteenWorkingDaysRunFromItsRequest() {
        var objection = file(closed(Channel.BILGI_EDINME), "2026-05-20", "2026-06-01");
        assertThat(objection.isClockRunning()).isFalse();
        assertThat(objection.answerUntil()).isNull();
        assertThat(objection.awaitsRequest()).isTrue();
        refused("KURUL_ISTEGI_GUNU", () -> request(objection, "2026-06-03", "2026-06-02"));
        refused("KURUL_ISTEGI_GUNU", () -> request(objection, "2026-05-19", "2026-06-02"));

        request(objection, "2026-06-02", "2026-06-05");

        assertThat(objection.answerUntil()).isEqualTo(LocalDate.of(2026, 6, 23));
        assertThat(objection.lateFrom()).isEqualTo("2026-06-23T21:00:00Z");
        assertThat(objection.isClockRunning()).isTrue();
        assertThat(objection.awaitsRequest()).isFalse();
        assertThat(lastEvent(objection))
                .isEqualTo(new BasvuruEvent.KurulBilgiIstedi(
                        NUMBER, on("2026-06-05"), "bilgi", "K-1", LocalDate.of(2026, 6, 2), LocalDate.of(2026, 6, 23)));
        refused("KURUL_ISTEGI_TEKRAR", () -> check(LegalRules.whyNotRequest(List.of(objection))));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-12, false", "2026-06-15, true"})
    void theBoardIsAnsweredInTimeOrLate(String day, boolean late) {
        var objection = asked("2026-05-18");
        refused("KURUL_CEVABI_GUNU", () -> answer(objection, "2026-05-17", "2026-06-20"));
        refused("KURUL_CEVABI_GUNU", () -> answer(objection, "2026-06-21", "2026-06-20"));

        answer(objection, day, "2026-06-20");

        assertThat(lastEvent(objection))
                .isEqualTo(new BasvuruEvent.KurulaCevapVerildi(
                        NUMBER, on("2026-06-20"), "bilgi", "K-1", LocalDate.parse(day), late));
        assertThat(objection.isClockRunning()).isFalse();
        assertThat(objection.awaitsAnswer()).isFalse();
        assertThat(objection.isUndecided()).isTrue();
        refused("KURUL_CEVABI_TEKRAR", () -> check(LegalRules.whyNotAnswerBoard(List.of(objection))));
        refused("ITIRAZ_YOK", () -> check(LegalRules.whyNotAnswerBoard(List.of())));
        refused("ITIRAZ_YOK", () -> check(LegalRules.whyNotRequest(List.of())));
    }

    @Test
    void theBoardMayBeAnsweredBeforeItsRequestIsEntered() {
        var objection = file(closed(Channel.BILGI_EDINME), "2026-05-20", "2026-05-21");
        refused("KURUL_CEVABI_GUNU", () -> answer(objection, "2026-05-20", "2026-06-20"));
        answer(objection, "2026-05-21", "2026-06-20");
        assertThat(((BasvuruEvent.KurulaCevapVerildi) lastEvent(objection)).late())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theBoardsDecisionEndsItsClock(AppealOutcome how) {
        var objection = asked("2026-05-18");

        objection.decide(how, "bilgi", NOW);

        assertThat(objection.outcome()).isEqualTo(how);
        assertThat(objection.isClockRunning()).isFalse();
        assertThat(lastEvent(objection)).isEqualTo(new BasvuruEvent.ItirazSonuclandi(NUMBER, NOW, "bilgi", "K-1", how));
        refused("ITIRAZ_YOK", () -> check(LegalRules.unlessAppealed(List.of(objection))));
    }

    @Test
    void aLateAnswerIsBroughtToTheManagerThenToTheDirectorOnce() {
        var basvuru = closed(Channel.BILGI_EDINME);
        var objection = asked("2026-05-18");

        objection.markLate(DEADLINES, basvuru, "sistem", on("2026-06-13"));
        objection.markLate(DEADLINES, basvuru, "sistem", on("2026-06-13"));

        assertThat(objection.escalationLevel()).isEqualTo(1);
        // Three working days after Saturday 13 June
        assertThat(objection.secondLimit()).isEqualTo("2026-06-16T21:00:00Z");
        objection.markSecondLevel("sistem", on("2026-06-17"));
        objection.markSecondLevel("sistem", on("2026-06-17"));
        objection.urge("mudur", on("2026-06-17"));
        assertThat(objection.escalationLevel()).isEqualTo(2);
        assertThat(events(objection).stream().map(BasvuruEvent::type))
                .containsExactly(
                        BasvuruEventType.ITIRAZ_EDILDI,
                        BasvuruEventType.KURUL_BILGI_ISTEDI,
                        BasvuruEventType.KURUL_SURESI_DOLDU,
                        BasvuruEventType.KURUL_IKINCI_SURE_DOLDU,
                        BasvuruEventType.KURUL_CEVABI_HATIRLATILDI);
    }

    @Test
    void anAnsweredBoardIsNotLate() {
        var objection = asked("2026-05-18");
        answer(objection, "2026-06-12", "2026-06-12");
        int before = events(objection).size();
        objection.markLate(DEADLINES, closed(Channel.BILGI_EDINME), "sistem", on("2026-06-13"));
        objection.markSecondLevel("sistem", on("2026-06-17"));
        assertThat(events(objection)).hasSize(before);
        assertThat(objection.escalationLevel()).isZero();
    }

    @Test
    void aHolidayMovesTheBoardsClockWhileItRuns() {
        var basvuru = closed(Channel.BILGI_EDINME);
        var moved = BasvuruLawTest.withHoliday("2026-06-03");
        var objection = asked("2026-05-18");

        assertThat(objection.recalculate(moved, basvuru, "surec", NOW)).isTrue();

        assertThat(objection.answerUntil()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(objection.secondLimit()).isNull();
        assertThat(lastEvent(objection))
                .isEqualTo(new BasvuruEvent.KurulSuresiDegisti(
                        NUMBER, NOW, "surec", "K-1", LocalDate.of(2026, 6, 12), LocalDate.of(2026, 6, 15)));
        assertThat(objection.recalculate(moved, basvuru, "surec", NOW)).isFalse();

        objection.markLate(moved, basvuru, "sistem", on("2026-06-16"));
        assertThat(objection.recalculate(DEADLINES, basvuru, "surec", on("2026-06-16")))
                .isTrue();
        assertThat(objection.secondLimit()).isEqualTo("2026-06-16T21:00:00Z");
        answer(objection, "2026-06-01", "2026-06-20");
        assertThat(objection.recalculate(moved, basvuru, "surec", NOW)).isFalse();
        assertThat(file(basvuru, "2026-05-20", "2026-05-20").recalculate(moved, basvuru, "surec", NOW))
                .isFalse();
    }

    /** An escalation whose limit moved into the future is withdrawn; it is repeated when the new one passes. */
    @Test
    void anEscalationIsTakenBackWhereAHolidayMovesTheBoardsLimitAhead() {
        var basvuru = closed(Channel.BILGI_EDINME);
        var moved = BasvuruLawTest.withHoliday("2026-06-03");
        var objection = asked("2026-05-18");
        objection.markLate(DEADLINES, basvuru, "sistem", on("2026-06-13"));
        assertThat(objection.escalationLevel()).isEqualTo(1);

        assertThat(objection.recalculate(moved, basvuru, "surec", on("2026-06-15")))
                .isTrue();
        assertThat(objection.escalationLevel()).isZero();
        assertThat(objection.secondLimit()).isNull();
        objection.markLate(moved, basvuru, "sistem", on("2026-06-16"));
        assertThat(objection.escalationLevel()).isEqualTo(1);
    }

    /** The Board's limit is past; a holiday after it moves the second level only. */
    @Test
    void theSecondLevelOfTheBoardsClockMovesAlone() {
        var basvuru = closed(Channel.BILGI_EDINME);
        var moved = BasvuruLawTest.withHoliday("2026-06-15");
        var objection = asked("2026-05-18");
        objection.markLate(DEADLINES, basvuru, "sistem", on("2026-06-13"));
        var second = requireNonNull(objection.secondLimit());
        objection.markSecondLevel("sistem", second);
        int before = events(objection).size();

        assertThat(objection.recalculate(moved, basvuru, "surec", second)).isTrue();

        assertThat(objection.escalationLevel()).isEqualTo(1);
        assertThat(objection.secondLimit()).isAfter(second);
        assertThat(events(objection)).hasSize(before);
        assertThat(objection.recalculate(moved, basvuru, "surec", second)).isFalse();
    }

    // How it is done

    /** An objection about which the Board asked on a day. */
    static Itiraz asked(String requestedOn) {
        return Itiraz.file(
                closed(Channel.BILGI_EDINME),
                List.of(),
                filing("2026-05-18", null, requestedOn),
                DEADLINES,
                "bilgi",
                on("2026-05-19"));
    }

    private static Itiraz file(Basvuru basvuru, String filedOn, String today) {
        return Itiraz.file(basvuru, List.of(), filing(filedOn, null, null), DEADLINES, "bilgi", on(today));
    }

    private static Itiraz.Filing filing(String filedOn, @Nullable String servedOn, @Nullable String requestedOn) {
        return new Itiraz.Filing(
                LocalDate.parse(filedOn),
                "K-1",
                servedOn == null ? null : LocalDate.parse(servedOn),
                requestedOn == null ? null : LocalDate.parse(requestedOn));
    }

    private static void request(Itiraz objection, String day, String today) {
        objection.request(LocalDate.parse(day), DEADLINES, "bilgi", on(today));
    }

    private static void answer(Itiraz objection, String day, String today) {
        objection.answer(LocalDate.parse(day), "bilgi", on(today));
    }

    private static List<LegalStep> offers(Basvuru basvuru, String today, Itiraz... objections) {
        return basvuru.possibleSteps(
                RULES, new RuleContext(false, List.of(objections), ServiceWay.ELEKTRONIK), on(today));
    }

    private static Instant on(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(OfficeClock.ISTANBUL).toInstant();
    }

    private static void check(tr.muhatap.problem.@Nullable Refusal refusal) {
        tr.muhatap.problem.Refusal.check(refusal);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code));
    }
}
