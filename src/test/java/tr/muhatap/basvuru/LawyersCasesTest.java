package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.informed;
import static tr.muhatap.basvuru.BasvuruFixture.registered;
import static tr.muhatap.basvuru.BasvuruFixture.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/**
 * The cases that a lawyer would set. Each application came on Monday 18 May 2026; its 15 iş günü end on 12 June, the 30
 * on 3 July.
 */
class LawyersCasesTest {

    private static final Incoming FOREIGN = new Incoming(null, null, null, true, null);
    private static final RuleSettings RULES = new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15, 5);

    /**
     * A case and what the law makes of it.
     *
     * @param refused code of the refusal that its last step meets; null: it meets none
     */
    private record Case(
            String what,
            Supplier<Basvuru> life,
            Status status,
            @Nullable Outcome outcome,
            Remedy remedy,
            String lastDay,
            @Nullable String refused) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "post that came late: the extension extends nothing (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            extend(basvuru, ServiceWay.POSTA, "2026-06-11");
                            serve(basvuru, ServedPaper.SURE_UZATIMI, "2026-06-15");
                            return basvuru;
                        },
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        null),
                new Case(
                        "extension by post on the last day (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            extend(basvuru, ServiceWay.POSTA, "2026-06-12");
                            return basvuru;
                        },
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        "SURE_UZATIMI_POSTA_ULASMAZ"),
                new Case(
                        "extension after the last day (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            extend(basvuru, ServiceWay.ELEKTRONIK, "2026-06-13");
                            return basvuru;
                        },
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        "SURE_UZATIMI_GEC"),
                new Case(
                        "second extension (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            extend(basvuru, ServiceWay.ELEKTRONIK, "2026-06-11");
                            extend(basvuru, ServiceWay.ELEKTRONIK, "2026-06-15");
                            return basvuru;
                        },
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-07-03",
                        "SURE_UZATIMI_TEKRAR"),
                new Case(
                        "fee by post: nothing runs until it is served (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            charge(basvuru, ServiceWay.POSTA);
                            basvuru.lapseUnpaid("sistem", on("2026-09-01"));
                            return basvuru;
                        },
                        Status.UCRET_BEKLIYOR,
                        null,
                        Remedy.NONE,
                        "2026-06-17",
                        null),
                new Case(
                        "lapse of an unpaid fee is a refusal with its remedies (4982 md. 11, Anayasa md. 40/2)",
                        () -> {
                            var basvuru = requested();
                            charge(basvuru, ServiceWay.ELEKTRONIK);
                            basvuru.lapseUnpaid("sistem", on("2026-06-16"));
                            return basvuru;
                        },
                        Status.KAPANDI,
                        Outcome.VAZGECILDI,
                        Remedy.BILGI_EDINME,
                        "2026-07-06",
                        null),
                new Case(
                        "receipt after the period to pay (4982 md. 11)",
                        () -> {
                            var basvuru = requested();
                            charge(basvuru, ServiceWay.ELEKTRONIK);
                            step(() -> basvuru.submitReceipt(
                                    LocalDate.of(2026, 6, 15), "DEK-1", "vatandaş", on("2026-06-16")));
                            return basvuru;
                        },
                        Status.UCRET_BEKLIYOR,
                        null,
                        Remedy.NONE,
                        "2026-07-06",
                        "ODEME_BELGESI_GEC"),
                new Case(
                        "withdrawal while the fee is awaited is no refusal",
                        () -> {
                            var basvuru = requested();
                            charge(basvuru, ServiceWay.ELEKTRONIK);
                            basvuru.withdraw(null, "vatandaş", on("2026-05-20"));
                            return basvuru;
                        },
                        Status.KAPANDI,
                        Outcome.VAZGECILDI,
                        Remedy.NONE,
                        "2026-07-06",
                        null),
                refusal("foreigner who does not live here (4982 md. 4/2)", ForeignerCondition.IKAMET),
                refusal("foreigner who asks about others’ matters (4982 md. 4/2)", ForeignerCondition.ILGILILIK),
                refusal("foreigner without reciprocity (4982 md. 4/2)", ForeignerCondition.KARSILIKLILIK),
                refusal("foreigner who does not write in Turkish (Yönetmelik md. 5)", ForeignerCondition.TURKCE),
                new Case(
                        "foreigner, without saying which condition lacks (4982 md. 4/2, 12)",
                        () -> answered(foreigners(), new Answer(Outcome.OLUMSUZ, RefusalGround.MD_4_2, "Verilemez.")),
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        "RET_DAYANAGI_EKSIK"),
                new Case(
                        "foreigner’s petition whose conditions lack is not examined (3071 md. 3)",
                        () -> {
                            var basvuru = BasvuruFixture.registered(
                                    Channel.CIMER,
                                    null,
                                    Kind.SIKAYET,
                                    BasvuruFixture.person(null, null, "Gül Sokak 1"),
                                    FOREIGN);
                            assertThat(basvuru.conditionsToCheck()).doesNotContain(ForeignerCondition.ILGILILIK);
                            basvuru.noteReason("Türkiye’de ikamet etmiyor.", null, "halkla");
                            review(basvuru, ReviewDecision.ISLEME_KONULMAZ, null);
                            return basvuru;
                        },
                        Status.KAPANDI,
                        Outcome.ISLEME_KONULMADI,
                        Remedy.IDARI_YARGI,
                        "2026-06-02",
                        null),
                new Case(
                        "tip of a hidden informer about officials: pointed out, not processed without documents (4483 md. 4)",
                        () -> {
                            var basvuru = hiddenTip();
                            assertThat(basvuru.isUnidentifiedTip()).isTrue();
                            basvuru.noteReason("İddiayı ortaya koyan belge yoktur.", null, "halkla");
                            review(basvuru, ReviewDecision.ISLEME_KONULMAZ, null);
                            return basvuru;
                        },
                        Status.KAPANDI,
                        Outcome.ISLEME_KONULMADI,
                        Remedy.IDARI_YARGI,
                        "2026-06-02",
                        null),
                new Case(
                        "tip of a hidden informer with documents is examined; nobody is asked who wrote (4483 md. 4)",
                        () -> {
                            var basvuru = hiddenTip();
                            assertThat(basvuru.isUnidentifiedTip()).isTrue();
                            step(() -> basvuru.correctContact("+905321112233", null, null, "halkla", NOW));
                            review(basvuru, ReviewDecision.KABUL, null);
                            return basvuru;
                        },
                        Status.SEVK_BEKLIYOR,
                        null,
                        Remedy.NONE,
                        "2026-06-02",
                        "ILETISIM_KIMLIK_GIZLI"),
                refusal("not held here (4982 md. 7/1)", RefusalGround.MD_7_1),
                refusal("published already, said where, when and how (4982 md. 8)", RefusalGround.MD_8),
                refusal(
                        "unfinished act, day of publication announced (Yönetmelik md. 12)",
                        RefusalGround.YONETMELIK_12),
                new Case(
                        "published already, without saying where (4982 md. 8)",
                        () -> answered(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_8, "Yayımlandı.")),
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        "RET_DAYANAGI_EKSIK"),
                new Case(
                        "refusal without a ground (4982 md. 12)",
                        () -> answered(new Answer(Outcome.OLUMSUZ, null, "Verilemez.")),
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-06-12",
                        "RET_DAYANAGI_YOK"),
                new Case(
                        "partial refusal, secret parts separated (4982 md. 9)",
                        () -> {
                            var basvuru = answered(
                                    new Answer(Outcome.KISMEN, RefusalGround.MD_21, "Adlar karartıldı.", true, null));
                            assertThat(requireNonNull(basvuru.answer()).lacksSecretParts())
                                    .isTrue();
                            return basvuru;
                        },
                        Status.KAPANDI,
                        Outcome.KISMEN,
                        Remedy.BILGI_EDINME,
                        "2026-06-12",
                        null),
                new Case(
                        "defective request is not processed, with its remedies (Yönetmelik md. 14)",
                        () -> reviewed(Channel.BILGI_EDINME, ReviewDecision.EKSIK, null),
                        Status.KAPANDI,
                        Outcome.ISLEME_KONULMADI,
                        Remedy.BILGI_EDINME,
                        "2026-06-12",
                        null),
                new Case(
                        "what a petition lacks is waited for (3071 md. 4)",
                        () -> reviewed(Channel.CIMER, ReviewDecision.EKSIK, null),
                        Status.EKSIK_BEKLIYOR,
                        null,
                        Remedy.NONE,
                        "2026-06-02",
                        null),
                new Case(
                        "wrong authority: forwarded (4982 md. 7/3)",
                        () -> reviewed(Channel.BILGI_EDINME, ReviewDecision.YETKISIZ, "Örnek Valiliği"),
                        Status.KAPANDI,
                        Outcome.YONLENDIRILDI,
                        Remedy.NONE,
                        "2026-06-12",
                        null),
                new Case(
                        "a company’s matter (3071 md. 5)",
                        () -> reviewed(Channel.ALO_153, ReviewDecision.YETKISIZ, "Örnek Elektrik Dağıtım A.Ş."),
                        Status.KAPANDI,
                        Outcome.YONLENDIRILDI,
                        Remedy.NONE,
                        "2026-06-01",
                        null),
                new Case(
                        "petition that is not examined names the court (3071 md. 6, 2577 md. 7)",
                        () -> reviewed(Channel.CIMER, ReviewDecision.ISLEME_KONULMAZ, null),
                        Status.KAPANDI,
                        Outcome.ISLEME_KONULMADI,
                        Remedy.IDARI_YARGI,
                        "2026-06-02",
                        null),
                new Case(
                        "information by CİMER is extended under 4982, which then governs alone",
                        () -> {
                            var basvuru = Basvuru.register(
                                    "2026-000200", BasvuruFixture.informationByCimer(), DEADLINES, "istemci", NOW);
                            review(basvuru, ReviewDecision.KABUL, null);
                            basvuru.route("fen-isleri", "halkla", NOW);
                            extend(basvuru, ServiceWay.ELEKTRONIK, "2026-05-29");
                            return basvuru;
                        },
                        Status.BIRIMDE,
                        null,
                        Remedy.NONE,
                        "2026-07-03",
                        null),
                new Case(
                        "told on the spot: closed at once, nobody is refused",
                        () -> informed(Channel.BEYAZ_MASA),
                        Status.KAPANDI,
                        Outcome.BILGI_VERILDI,
                        Remedy.NONE,
                        "2026-06-01",
                        null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseEndsAsTheLawSays(Case one) {
        seen = null;
        var basvuru = one.life().get();

        assertThat(seen).as("refusal").isEqualTo(one.refused());
        assertThat(basvuru.status()).isEqualTo(one.status());
        assertThat(basvuru.outcome()).isEqualTo(one.outcome());
        assertThat(basvuru.deadline().lastDay()).isEqualTo(one.lastDay());
        if (one.outcome() != null) {
            assertThat(basvuru.remedyFor(one.outcome())).isEqualTo(one.remedy());
        }
    }

    /**
     * Silence, an objection while the request is open, its answer and an objection against that (2577 md. 10, 4982 md.
     * 13).
     */
    @Test
    void severalObjectionsStandBesideEachOther() {
        var basvuru = requested();
        var early = new Itiraz.Filing(LocalDate.of(2026, 6, 16), "K-1", null, null);
        assertThat(code(() -> Itiraz.file(basvuru, List.of(), early, DEADLINES, "bilgi", on("2026-06-16"))))
                .isEqualTo("ITIRAZ_BASVURU_ACIK");
        var silence = Itiraz.file(
                basvuru,
                List.of(),
                new Itiraz.Filing(LocalDate.of(2026, 6, 17), "K-1", null, LocalDate.of(2026, 6, 17)),
                DEADLINES,
                "bilgi",
                on("2026-06-17"));
        assertThat(silence.subject()).isEqualTo(ItirazKonusu.SESSIZLIK);
        assertThat(basvuru.isOpen()).isTrue();
        var again = new Itiraz.Filing(LocalDate.of(2026, 6, 17), "K-2", null, null);
        assertThat(code(() -> Itiraz.file(basvuru, List.of(silence), again, DEADLINES, "bilgi", on("2026-06-17"))))
                .isEqualTo("ITIRAZ_TEKRAR");

        basvuru.draft(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_7_1, "Kurumumuzda yok."));
        basvuru.submitAnswer("fen", on("2026-06-18"));
        basvuru.approve("halkla", on("2026-06-18"));
        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", on("2026-06-18"));
        var answer = Itiraz.file(
                basvuru,
                List.of(silence),
                new Itiraz.Filing(LocalDate.of(2026, 7, 3), "K-2", null, null),
                DEADLINES,
                "bilgi",
                on("2026-07-03"));
        assertThat(answer.subject()).isEqualTo(ItirazKonusu.CEVAP);
        var late = new Itiraz.Filing(LocalDate.of(2026, 7, 6), "K-3", null, null);
        assertThat(code(() -> Itiraz.file(basvuru, List.of(silence), late, DEADLINES, "bilgi", on("2026-07-06"))))
                .isEqualTo("ITIRAZ_GEC");
    }

    /** A duplicate keeps its own limit and is answered with its main application. */
    @Test
    void aDuplicateIsNoEndOfItsOwn() {
        var main = registered("2026-000001", Channel.CIMER, null);
        var basvuru = registered(Channel.CIMER);
        basvuru.join(main, false, "halkla", NOW);
        assertThat(basvuru.isOpen()).isTrue();
        assertThat(code(() -> basvuru.join(main, false, "halkla", NOW))).isEqualTo("BIRLESTIRME_TEKRAR");
        assertThat(code(() -> main.join(main, false, "halkla", NOW))).isEqualTo("BIRLESTIRME_KENDISI");
        assertThat(basvuru.remedyFor(Outcome.MUKERRER)).isEqualTo(Remedy.NONE);
    }

    /** Whoever is answered too late or asked for too much turns to the place of recourse (2009/15169 md. 6). */
    @Test
    void recourseHasItsGrounds() {
        var inTime = closed(Channel.CIMER);
        assertThat(Muracaat.whyNot(inTime, null, MuracaatGround.SURE_ASIMI, NOW))
                .isNotNull();
        assertThat(Muracaat.whyNot(inTime, null, MuracaatGround.FAZLA_BELGE, NOW))
                .isNull();
        assertThat(Muracaat.whyNot(atTheUnit(Channel.CIMER), null, MuracaatGround.SURE_ASIMI, on("2026-06-03")))
                .isNull();
    }

    /** A rejection by a place of recourse names the remedies against it (Anayasa md. 40/2). */
    @Test
    void aRejectedRecourseHasItsRemedies() {
        assertThat(closed(Channel.CIMER).remedyFor(MuracaatOutcome.RET)).isEqualTo(Remedy.IDARI_YARGI);
        assertThat(closed(Channel.BILGI_EDINME).remedyFor(MuracaatOutcome.RET)).isEqualTo(Remedy.BILGI_EDINME);
        assertThat(closed(Channel.BILGI_EDINME).remedyFor(MuracaatOutcome.KABUL))
                .isEqualTo(Remedy.NONE);
    }

    /** Information that is asked for orally becomes a request with the signed petition (4982 md. 6). */
    @Test
    void anOralRequestNeedsAPetition() {
        var oral = Basvuru.register(
                "2026-000201", BasvuruFixture.informationBy(Channel.BEYAZ_MASA), DEADLINES, "masa", NOW);
        assertThat(oral.isOralInformationRequest()).isTrue();
        assertThat(oral.deadline().lastDay()).isEqualTo("2026-06-01");
        assertThat(oral.lastDayUnder4982()).isEqualTo("2026-06-12");
        assertThat(closed(Channel.BILGI_EDINME).isOralInformationRequest()).isFalse();
        assertThat(registered(Channel.BEYAZ_MASA).isOralInformationRequest()).isFalse();
    }

    private static @Nullable String seen;

    /** Takes a step and keeps the code of the refusal that it meets. */
    private static void step(Runnable step) {
        seen = code(step);
    }

    private static @Nullable String code(Runnable step) {
        var refused = catchThrowableOfType(RuleViolationException.class, step::run);
        return refused == null ? null : refused.code().toString();
    }

    private static Basvuru requested() {
        return atTheUnit(Channel.BILGI_EDINME);
    }

    private static Instant on(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(OfficeClock.ISTANBUL).toInstant();
    }

    private static void extend(Basvuru basvuru, ServiceWay way, String day) {
        step(() -> basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", way, DEADLINES, "bilgi", on(day)));
    }

    private static void serve(Basvuru basvuru, ServedPaper paper, String day) {
        step(() -> basvuru.serve(paper, ServiceWay.POSTA, LocalDate.parse(day), RULES, DEADLINES, "bilgi", on(day)));
    }

    private static void charge(Basvuru basvuru, ServiceWay way) {
        step(() -> basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), way, RULES, DEADLINES, "bilgi", NOW));
    }

    private static Basvuru reviewed(Channel channel, ReviewDecision how, @Nullable String target) {
        var basvuru = registered(channel);
        basvuru.noteReason("Gerekçe.", target, "halkla");
        review(basvuru, how, null);
        return basvuru;
    }

    private static Basvuru answered(Answer answer) {
        return answered(requested(), answer);
    }

    private static Basvuru answered(Basvuru basvuru, Answer answer) {
        step(() -> {
            basvuru.draft(answer);
            basvuru.submitAnswer("fen", NOW);
            basvuru.approve("halkla", NOW);
            basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW);
        });
        return basvuru;
    }

    /** A foreigner's request at the unit; its review saw all conditions. */
    private static Basvuru foreigners() {
        var basvuru = BasvuruFixture.registered(
                Channel.BILGI_EDINME,
                Submission.YAZILI,
                Kind.BILGI_ISTEMI,
                BasvuruFixture.person(null, null, "Gül Sokak 1"),
                FOREIGN);
        assertThat(basvuru.conditionsToCheck()).containsExactly(ForeignerCondition.values());
        review(basvuru, ReviewDecision.KABUL, null);
        basvuru.route(BasvuruFixture.UNIT, "bilgi", NOW);
        return basvuru;
    }

    private static Basvuru hiddenTip() {
        var hidden = new Applicant(null, null, null, null, null, null, null, null, null, null, null, true);
        return BasvuruFixture.registered(Channel.CIMER, null, Kind.IHBAR, hidden, Incoming.NOTHING);
    }

    private static Case refusal(String what, ForeignerCondition unmet) {
        var facts = new GroundFacts(null, null, null, null, unmet);
        return refusal(
                what,
                () -> answered(
                        foreigners(), new Answer(Outcome.OLUMSUZ, RefusalGround.MD_4_2, "Verilemez.", null, facts)));
    }

    private static Case refusal(String what, RefusalGround ground) {
        var facts = new GroundFacts(
                "Resmî Gazete", LocalDate.of(2025, 1, 2), "ilan", LocalDate.of(2026, 9, 1), ForeignerCondition.IKAMET);
        return refusal(what, () -> answered(new Answer(Outcome.OLUMSUZ, ground, "Verilemez.", null, facts)));
    }

    private static Case refusal(String what, Supplier<Basvuru> life) {
        return new Case(what, life, Status.KAPANDI, Outcome.OLUMSUZ, Remedy.BILGI_EDINME, "2026-06-12", null);
    }
}
