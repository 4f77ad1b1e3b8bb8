package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.LAST_DAY;
import static tr.muhatap.basvuru.BasvuruFixture.LATE_FROM;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.RECEIVED;
import static tr.muhatap.basvuru.BasvuruFixture.TOPIC;
import static tr.muhatap.basvuru.BasvuruFixture.UNIT;
import static tr.muhatap.basvuru.BasvuruFixture.at;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.events;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;
import static tr.muhatap.basvuru.BasvuruFixture.registered;
import static tr.muhatap.basvuru.BasvuruFixture.review;
import static tr.muhatap.basvuru.BasvuruFixture.toBeApproved;
import static tr.muhatap.basvuru.BasvuruFixture.toBeRouted;
import static tr.muhatap.basvuru.BasvuruFixture.toBeSent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/** The rules by which one application moves: what each step does, and where it is refused. */
class BasvuruTest {

    private static final Answer DRAFT = new Answer(Outcome.OLUMLU, null, "Çukur kapatıldı.");
    private static final List<Status> MAIN_PATH = List.of(
            Status.ON_INCELEMEDE,
            Status.SEVK_BEKLIYOR,
            Status.BIRIMDE,
            Status.ONAYDA,
            Status.CEVAPLANDI,
            Status.KAPANDI);

    private record Step(String name, Status needed, Status after, String event, Consumer<Basvuru> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The steps that are taken from one place only. */
    private static final List<Step> STEPS = List.of(
            new Step(
                    "review",
                    Status.ON_INCELEMEDE,
                    Status.SEVK_BEKLIYOR,
                    "Incelendi",
                    basvuru -> review(basvuru, ReviewDecision.KABUL, null)),
            new Step(
                    "route",
                    Status.SEVK_BEKLIYOR,
                    Status.BIRIMDE,
                    "SevkEdildi",
                    basvuru -> basvuru.route(UNIT, "halkla", NOW)),
            new Step(
                    "return",
                    Status.BIRIMDE,
                    Status.SEVK_BEKLIYOR,
                    "IadeEdildi",
                    basvuru -> basvuru.returnToRouting("fen", NOW)),
            new Step("draft", Status.BIRIMDE, Status.BIRIMDE, "", basvuru -> basvuru.draft(DRAFT)),
            new Step(
                    "reroute",
                    Status.BIRIMDE,
                    Status.BIRIMDE,
                    "YenidenSevkEdildi",
                    basvuru -> basvuru.reroute("park-bahceler", "yonetici", NOW)),
            new Step("submit", Status.BIRIMDE, Status.ONAYDA, "CevapHazirlandi", basvuru -> {
                if (basvuru.status() == Status.BIRIMDE) {
                    basvuru.draft(DRAFT);
                }
                basvuru.submitAnswer("fen", NOW);
            }),
            new Step(
                    "approve",
                    Status.ONAYDA,
                    Status.CEVAPLANDI,
                    "Onaylandi",
                    basvuru -> basvuru.approve("halkla", NOW)),
            new Step(
                    "correct",
                    Status.ONAYDA,
                    Status.BIRIMDE,
                    "DuzeltmeIstendi",
                    basvuru -> basvuru.requestCorrection("halkla", NOW)));

    static Stream<Arguments> everyStepAtEveryPlace() {
        return STEPS.stream().flatMap(step -> MAIN_PATH.stream().map(status -> Arguments.of(step, status)));
    }

    @ParameterizedTest
    @MethodSource("everyStepAtEveryPlace")
    void eachStepIsTakenFromItsOwnPlaceOnly(Step step, Status status) {
        var basvuru = at(status);
        var before = events(basvuru).size();

        if (status == step.needed()) {
            step.action().accept(basvuru);
            assertThat(basvuru.status()).isEqualTo(step.after());
            assertThat(events(basvuru).stream()
                            .skip(before)
                            .map(event -> event.getClass().getSimpleName()))
                    .containsExactly(step.event().isEmpty() ? new String[0] : new String[] {step.event()});
            return;
        }

        assertThatThrownBy(() -> step.action().accept(basvuru))
                .isInstanceOf(RuleViolationException.class)
                .hasMessage(
                        "Başvuru “%s” durumunda olduğundan bu işlem yapılamaz. İşlem “%s” durumunda yapılabilir.",
                        status.label(), step.needed().label());
        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(events(basvuru)).hasSize(before);
    }

    // Registration

    @ParameterizedTest
    @CsvSource({
        "BEYAZ_MASA, yol-cukur, , SEVK_BEKLIYOR",
        "BEYAZ_MASA_MOBIL, yol-cukur, , SEVK_BEKLIYOR",
        "ALO_153, yol-cukur, , SEVK_BEKLIYOR",
        "ALO_153, , , ON_INCELEMEDE",
        "ALO_153, yol-cukur, Telefon yok., ON_INCELEMEDE",
        "CIMER, yol-cukur, , ON_INCELEMEDE",
        "ACIK_KAPI, yol-cukur, , ON_INCELEMEDE",
        "DIJITAL, yol-cukur, , ON_INCELEMEDE",
        "BILGI_EDINME, yol-cukur, , ON_INCELEMEDE"
    })
    void onlyWhatAClerkTookDownCompletelySkipsTheReview(Channel channel, String topic, String warning, Status status) {
        var basvuru = warning == null ? registered(channel, topic) : registered(channel, topic, warning);

        var limit = DEADLINES.limit(channel, RECEIVED);
        assertThat(basvuru.deadline()).isEqualTo(limit);
        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(basvuru.isOpen()).isTrue();
        assertThat(events(basvuru))
                .containsExactly(new BasvuruEvent.Alindi(
                        NUMBER,
                        NOW,
                        "istemci",
                        channel,
                        basvuru.kind(),
                        topic,
                        RECEIVED,
                        limit.lastDay(),
                        limit.lateFrom(),
                        status == Status.ON_INCELEMEDE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEYAZ_MASA", "BEYAZ_MASA_MOBIL", "ALO_153"})
    void informationGivenOnTheSpotIsRegisteredAndClosedInOneStep(Channel channel) {
        var basvuru = BasvuruFixture.informed(channel);

        assertThat(basvuru.isOpen()).isFalse();
        assertThat(basvuru.outcome()).isEqualTo(Outcome.BILGI_VERILDI);
        assertThat(basvuru.answer()).isEqualTo(new Answer(Outcome.BILGI_VERILDI, null, "Yarın 10.00'da ekip gelecek."));
        assertThat(basvuru.closedAt()).isEqualTo(NOW);
        assertThat(basvuru.deadline()).isEqualTo(DEADLINES.limit(channel, RECEIVED));
        assertThat(events(basvuru))
                .containsExactly(
                        new BasvuruEvent.YerindeBilgiVerildi(
                                NUMBER, NOW, "istemci", channel, basvuru.kind(), BasvuruFixture.TOPIC, RECEIVED),
                        new BasvuruEvent.Kapandi(NUMBER, NOW, "istemci", Outcome.BILGI_VERILDI, false, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILGI_EDINME", "CIMER", "ACIK_KAPI", "DIJITAL"})
    void whereNobodyListensNoInformationIsGivenOnTheSpot(Channel channel) {
        assertThatThrownBy(() -> BasvuruFixture.informed(channel))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("Yerinde");
    }

    @Test
    void anotherUnitStartsWithoutTheDraftOfTheFirst() {
        var returned = BasvuruFixture.at(Status.BIRIMDE);
        returned.draft(DRAFT);
        returned.returnToRouting("fen", NOW);
        returned.route("park-bahceler", "halkla", NOW);
        var rerouted = BasvuruFixture.at(Status.BIRIMDE);
        rerouted.draft(DRAFT);
        rerouted.reroute("park-bahceler", "yonetici", NOW);

        for (var basvuru : List.of(returned, rerouted)) {
            assertThat(basvuru.answer()).isNull();
            assertThat(basvuru.answerRound()).isEqualTo(2);
            assertThatThrownBy(() -> basvuru.submitAnswer("park", NOW)).isInstanceOf(RuleViolationException.class);
        }
    }

    @Test
    void aUnitThatTakesOverGoesOnWithDraftAndPersonInCharge() {
        for (var status : List.of(Status.BIRIMDE, Status.ONAYDA, Status.CEVAPLANDI)) {
            var basvuru = BasvuruFixture.at(status);
            String from = Objects.requireNonNull(basvuru.unit());
            var answer = basvuru.answer();

            basvuru.passOn("park-bahceler", "Birleşti.", "surec", NOW);

            assertThat(basvuru.unit()).isEqualTo("park-bahceler");
            assertThat(basvuru.status()).isEqualTo(status);
            assertThat(basvuru.answer()).isEqualTo(answer);
            assertThat(lastEvent(basvuru))
                    .isEqualTo(new BasvuruEvent.YenidenSevkEdildi(
                            basvuru.number(), NOW, "surec", from, "park-bahceler", "Birleşti."));
        }
        var taken = BasvuruFixture.at(Status.BIRIMDE);
        taken.takeOver("yonetici", NOW);
        taken.passOn("park-bahceler", "Birleşti.", "surec", NOW);
        assertThat(taken.takenOverBy()).isEqualTo("yonetici");
        var closed = BasvuruFixture.at(Status.KAPANDI);
        assertThatThrownBy(() -> closed.passOn("park-bahceler", "Birleşti.", "surec", NOW))
                .isInstanceOf(RuleViolationException.class);
    }

    @Test
    void onlyAnApprovedAnswerIsSeenOutside() {
        assertThat(BasvuruFixture.at(Status.ONAYDA).sentAnswer()).isNull();
        assertThat(BasvuruFixture.at(Status.CEVAPLANDI).sentAnswer()).isNotNull();
        assertThat(BasvuruFixture.at(Status.KAPANDI).sentAnswer()).isNotNull();
    }

    @Test
    void warningsAreKeptInTheirOrder() {
        assertThat(registered(Channel.BILGI_EDINME, null, "Biri.", "Öteki.").warnings())
                .containsExactly("Biri.", "Öteki.");
        assertThat(registered(Channel.BILGI_EDINME).warnings()).isEmpty();
    }

    @Test
    void whatWasGivenIsKept() {
        var applicant = new Applicant(
                ApplicantType.TUZEL,
                null,
                null,
                "İğde A.Ş.",
                null,
                "7201064770",
                null,
                "YB-1",
                null,
                null,
                "Adres 1",
                false);
        var given = new NewBasvuru(
                Channel.CIMER,
                Source.WEB,
                Kind.BILGI_ISTEMI,
                Submission.KURUM,
                "Valilik",
                TOPIC,
                "Konu",
                "Metin",
                applicant,
                "C-1",
                "istemci",
                "f".repeat(64),
                38.72,
                35.48,
                List.of(),
                RECEIVED,
                "2025-000001");

        var basvuru = Basvuru.register(NUMBER, given, DEADLINES, "masa", NOW);

        assertThat(basvuru)
                .returns(NUMBER, Basvuru::number)
                .returns(Channel.CIMER, Basvuru::channel)
                .returns(Source.WEB, Basvuru::source)
                .returns(Kind.BILGI_ISTEMI, Basvuru::kind)
                .returns(Submission.KURUM, Basvuru::submission)
                .returns("Valilik", Basvuru::forwardedBy)
                .returns(TOPIC, Basvuru::topic)
                .returns("Konu", Basvuru::subject)
                .returns("Metin", Basvuru::text)
                .returns(applicant, Basvuru::applicant)
                .returns("C-1", Basvuru::externalReference)
                .returns("istemci", Basvuru::deliveredBy)
                .returns("f".repeat(64), Basvuru::contentDigest)
                .returns(RECEIVED, Basvuru::receivedAt)
                .returns("2025-000001", Basvuru::previousNumber);
    }

    /** 15 gün of CİMER end on 2 June, 15 iş günü of 4982 on 12 June: the earlier one governs, both are kept. */
    @Test
    void anInformationRequestByCimerHasTwoLimits() {
        var given = new NewBasvuru(
                Channel.CIMER,
                null,
                Kind.BILGI_ISTEMI,
                null,
                null,
                null,
                "Konu",
                "Metin",
                registered(Channel.CIMER).applicant(),
                null,
                "istemci",
                "f".repeat(64),
                null,
                null,
                List.of(),
                RECEIVED,
                null);

        var basvuru = Basvuru.register(NUMBER, given, DEADLINES, "istemci", NOW);

        assertThat(basvuru.isInformationRequest()).isTrue();
        assertThat(basvuru.deadline()).isEqualTo(DEADLINES.limit(Channel.CIMER, RECEIVED));
        assertThat(basvuru.otherDeadline()).isEqualTo(DEADLINES.limit(Channel.BILGI_EDINME, RECEIVED));
        assertThat(registered(Channel.CIMER).otherDeadline()).isNull();
        assertThat(registered(Channel.CIMER).isInformationRequest()).isFalse();
        assertThat(registered(Channel.BILGI_EDINME).isInformationRequest()).isTrue();
    }

    // Review

    @Test
    void anAcceptedApplicationWaitsForItsRoutingWithTheTopicOfTheReview() {
        var basvuru = registered(Channel.CIMER);

        review(basvuru, ReviewDecision.KABUL, TOPIC);

        assertThat(basvuru.status()).isEqualTo(Status.SEVK_BEKLIYOR);
        assertThat(basvuru.topic()).isEqualTo(TOPIC);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.Incelendi(
                        NUMBER, NOW, "halkla", ReviewDecision.KABUL, TOPIC, null, null, null));
    }

    @Test
    void aReviewThatNamesNoTopicLeavesItAsItIs() {
        var basvuru = registered(Channel.CIMER, TOPIC);

        review(basvuru, ReviewDecision.KABUL, null);

        assertThat(basvuru.topic()).isEqualTo(TOPIC);
    }

    @ParameterizedTest
    @CsvSource({
        "CIMER, YETKISIZ, YONLENDIRILDI",
        "CIMER, MUKERRER, MUKERRER",
        "CIMER, ISLEME_KONULMAZ, ISLEME_KONULMADI",
        "BILGI_EDINME, EKSIK, ISLEME_KONULMADI"
    })
    void whatIsNotAcceptedIsClosedWithItsReason(Channel channel, ReviewDecision decision, Outcome outcome) {
        var basvuru = registered(channel);
        basvuru.noteReason("Başka kurumun işi.", "hedef", "halkla");

        review(basvuru, decision, null);

        assertThat(basvuru.status()).isEqualTo(Status.KAPANDI);
        assertThat(basvuru.outcome()).isEqualTo(outcome);
        assertThat(basvuru.closedAt()).isEqualTo(NOW);
        assertThat(events(basvuru).subList(1, 3))
                .containsExactly(
                        new BasvuruEvent.Incelendi(
                                NUMBER,
                                NOW,
                                "halkla",
                                decision,
                                null,
                                decision == ReviewDecision.YETKISIZ ? "hedef" : null,
                                decision == ReviewDecision.MUKERRER ? "hedef" : null,
                                "Başka kurumun işi."),
                        new BasvuruEvent.Kapandi(NUMBER, NOW, "halkla", outcome, false, "Başka kurumun işi."));
    }

    // Routing and the unit

    @Test
    void aRoutedApplicationIsAtItsUnit() {
        var basvuru = toBeRouted(Channel.CIMER);

        basvuru.route(UNIT, "halkla", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.unit()).isEqualTo(UNIT);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.SevkEdildi(NUMBER, NOW, "halkla", UNIT, null));
    }

    @Test
    void aReturnedApplicationWaitsForItsRoutingAgainAndItsLimitStands() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.noteReason("Park işi.", null, "masa");

        basvuru.returnToRouting("fen", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.SEVK_BEKLIYOR);
        assertThat(basvuru.unit()).isNull();
        assertThat(basvuru.deadline().lateFrom()).isEqualTo(LATE_FROM);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.IadeEdildi(NUMBER, NOW, "fen", UNIT, "Park işi."));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnAnswersOutcomeIsDrafted(Outcome outcome) {
        var basvuru = atTheUnit(Channel.CIMER);
        var draft = new Answer(outcome, null, "Metin.");

        if (Basvuru.ANSWERS.contains(outcome)) {
            basvuru.draft(draft);
            assertThat(basvuru.answer()).isEqualTo(draft);
        } else {
            assertThatThrownBy(() -> basvuru.draft(draft)).hasMessageContaining(outcome.label());
            assertThat(basvuru.answer()).isNull();
        }
    }

    @Test
    void fiveOutcomesAreAnswers() {
        assertThat(Basvuru.ANSWERS)
                .containsExactlyInAnyOrder(
                        Outcome.OLUMLU,
                        Outcome.OLUMSUZ,
                        Outcome.KISMEN,
                        Outcome.PROGRAMA_ALINDI,
                        Outcome.BILGI_VERILDI);
    }

    @Test
    void theLastDraftCounts() {
        var basvuru = atTheUnit(Channel.CIMER);
        var last = new Answer(Outcome.KISMEN, null, "Son hâli.");

        basvuru.draft(DRAFT);
        basvuru.draft(last);
        basvuru.submitAnswer("fen", NOW);

        assertThat(basvuru.answer()).isEqualTo(last);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.CevapHazirlandi(NUMBER, NOW, "fen", UNIT, Outcome.KISMEN, null));
    }

    @Test
    void withoutADraftThereIsNoAnswer() {
        var basvuru = atTheUnit(Channel.CIMER);

        assertThatThrownBy(() -> basvuru.submitAnswer("fen", NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("Taslak olmadan");
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
    }

    /** 4483 md. 4: a tip about officials needs name and address, or documents. */
    @Test
    void aTipWithoutIdentityIsPointedOut() {
        var named = BasvuruFixture.person(null, null, "Gül Sokak 1");
        var unreached = BasvuruFixture.person("+905321112233", null, null);
        var hidden = new Applicant(null, null, null, null, null, null, null, null, null, null, null, true);

        assertThat(tip(Kind.IHBAR, hidden).isUnidentifiedTip()).isTrue();
        assertThat(tip(Kind.IHBAR, unreached).isUnidentifiedTip()).isTrue();
        assertThat(tip(Kind.IHBAR, named).isUnidentifiedTip()).isFalse();
        assertThat(tip(Kind.SIKAYET, unreached).isUnidentifiedTip()).isFalse();
    }

    private static Basvuru tip(Kind kind, Applicant applicant) {
        return BasvuruFixture.registered(Channel.CIMER, null, kind, applicant, Incoming.NOTHING);
    }

    /** 4982 md. 4/2 for a request, 3071 md. 3 for a petition; what is said on the phone is neither. */
    @Test
    void aForeignersConditionsAreCheckedAtReview() {
        assertThat(foreigners(Channel.BILGI_EDINME, Kind.BILGI_ISTEMI).conditionsToCheck())
                .containsExactly(ForeignerCondition.values());
        assertThat(foreigners(Channel.CIMER, Kind.BILGI_ISTEMI).conditionsToCheck())
                .containsExactly(ForeignerCondition.values());
        assertThat(foreigners(Channel.ALO_153, Kind.BILGI_ISTEMI).conditionsToCheck())
                .containsExactly(ForeignerCondition.values());
        assertThat(foreigners(Channel.CIMER, Kind.SIKAYET).conditionsToCheck())
                .containsExactly(
                        ForeignerCondition.IKAMET, ForeignerCondition.KARSILIKLILIK, ForeignerCondition.TURKCE);
        assertThat(foreigners(Channel.ALO_153, Kind.SIKAYET).conditionsToCheck())
                .isEmpty();
        assertThat(registered(Channel.BILGI_EDINME).conditionsToCheck()).isEmpty();
        assertThat(new Incoming(null, null, null, false, null)).isEqualTo(Incoming.NOTHING);
    }

    private static Basvuru foreigners(Channel channel, Kind kind) {
        return BasvuruFixture.registered(
                channel,
                null,
                kind,
                BasvuruFixture.person("+905321112233", null, null),
                new Incoming(null, null, null, true, null));
    }

    /** 4982 md. 6: asking orally makes no request; the petition does. */
    @Test
    void whoeverAsksByMouthForInformationSignsAPetition() {
        var person = BasvuruFixture.person("+905321112233", null, null);

        assertThat(BasvuruFixture.registered(Channel.ALO_153, null, Kind.BILGI_ISTEMI, person, Incoming.NOTHING)
                        .isOralInformationRequest())
                .isTrue();
        assertThat(BasvuruFixture.registered(Channel.ALO_153, null, Kind.TALEP, person, Incoming.NOTHING)
                        .isOralInformationRequest())
                .isFalse();
        assertThat(registered(Channel.BILGI_EDINME).isOralInformationRequest()).isFalse();
        assertThat(registered(Channel.BILGI_EDINME).isWrittenRequest()).isFalse();
        assertThat(registered(Channel.BILGI_EDINME).incoming()).isEqualTo(Incoming.NOTHING);
    }

    @Test
    void whoeverRefusesWhatIsPublishedSaysWhereWhenAndHow() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.draft(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_8, "Metin."));

        assertThatThrownBy(() -> basvuru.submitAnswer("fen", NOW))
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refused -> assertThat(refused.code()).isEqualTo(BasvuruRefusal.RET_DAYANAGI_EKSIK))
                .hasMessageContaining("Nerede yayımlandığı, Hangi tarihte yayımlandığı, Nasıl yayımlandığı");

        var facts = new GroundFacts("Resmî Gazete", LocalDate.of(2026, 1, 5), "31127 sayılı nüsha", null, null);
        basvuru.draft(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_8, "Metin.", facts));
        basvuru.submitAnswer("fen", NOW);
        assertThat(basvuru.status()).isEqualTo(Status.ONAYDA);
    }

    @ParameterizedTest
    @CsvSource({
        "BILGI_EDINME, OLUMSUZ, , false",
        "BILGI_EDINME, KISMEN, , false",
        "BILGI_EDINME, OLUMSUZ, MD_21, true",
        "BILGI_EDINME, KISMEN, MD_7_2, true",
        "BILGI_EDINME, OLUMLU, , true",
        "BILGI_EDINME, BILGI_VERILDI, , true",
        "CIMER, OLUMSUZ, , true"
    })
    void whoeverRefusesInformationNamesTheArticle(
            Channel channel, Outcome outcome, RefusalGround ground, boolean allowed) {
        var basvuru = atTheUnit(channel);
        basvuru.draft(new Answer(outcome, ground, "Metin."));

        if (allowed) {
            basvuru.submitAnswer("fen", NOW);
            assertThat(basvuru.status()).isEqualTo(Status.ONAYDA);
        } else {
            assertThatThrownBy(() -> basvuru.submitAnswer("fen", NOW))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("12’nci maddesi");
            assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        }
    }

    // Approval and delivery

    @Test
    void anAnswerThatNoLetterCanPrintIsNotApprovedAndTheCharacterIsNamed() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.draft(new Answer(Outcome.OLUMLU, null, "Çukur kapatıldı 😀"));
        basvuru.submitAnswer("fen", NOW);

        assertThatThrownBy(() -> basvuru.approve("halkla", NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("“😀” (U+1F600)");
        assertThat(basvuru.status()).isEqualTo(Status.ONAYDA);
    }

    @Test
    void anApprovedAnswerIsStillToBeSent() {
        var basvuru = toBeApproved(Channel.CIMER);

        basvuru.approve("halkla", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.CEVAPLANDI);
        assertThat(basvuru.isOpen()).isTrue();
        assertThat(basvuru.outcome()).isNull();
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.Onaylandi(NUMBER, NOW, "halkla", Outcome.OLUMLU));
    }

    @Test
    void aCorrectionBringsItBackToTheSameUnitWithItsDraft() {
        var basvuru = toBeApproved(Channel.CIMER);
        basvuru.noteReason("Tarih yazın.", null, "masa");

        basvuru.requestCorrection("halkla", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.unit()).isEqualTo(UNIT);
        assertThat(basvuru.answer()).isEqualTo(DRAFT);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.DuzeltmeIstendi(NUMBER, NOW, "halkla", "Tarih yazın."));
    }

    @Test
    void theDeliveredAnswerClosesItWithTheAnswersOutcome() {
        var basvuru = toBeSent(Channel.CIMER);

        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.KAPANDI);
        assertThat(basvuru.isOpen()).isFalse();
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.Kapandi(NUMBER, NOW, "sistem", Outcome.OLUMLU, false, null));
    }

    @Test
    void deliveredTwiceIsClosedOnce() {
        var basvuru = closed(Channel.CIMER);
        int before = events(basvuru).size();

        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW.plusSeconds(60));

        assertThat(events(basvuru)).hasSize(before);
        assertThat(basvuru.closedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA"})
    void whatWasNotApprovedIsNotDelivered(Status status) {
        var basvuru = at(status);

        assertThatThrownBy(() -> basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW))
                .isInstanceOf(RuleViolationException.class);
        assertThat(basvuru.status()).isEqualTo(status);
    }

    // Lateness

    @Test
    void itIsLateFromTheFirstInstantAfterItsLastDay() {
        var basvuru = atTheUnit(Channel.CIMER);

        assertThat(basvuru.isLate(LATE_FROM.minusMillis(1))).isFalse();
        assertThat(basvuru.isLate(LATE_FROM)).isTrue();
    }

    @Test
    void whatWasClosedInTimeNeverBecomesLate() {
        assertThat(closed(Channel.CIMER).isLate(LATE_FROM.plusSeconds(1))).isFalse();
    }

    @Test
    void whatWasClosedTooLateSaysSo() {
        var basvuru = toBeSent(Channel.CIMER);

        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", LATE_FROM);

        assertThat(basvuru.isLate(LATE_FROM)).isTrue();
        assertThat(((BasvuruEvent.Kapandi) lastEvent(basvuru)).late()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA", "CEVAPLANDI"})
    void eachLevelOfEscalationComesOnce(Status status) {
        var basvuru = at(status);
        Instant second = LATE_FROM.plusSeconds(3 * 86_400);
        int before = events(basvuru).size();

        basvuru.markLate(second, "sistem", LATE_FROM);
        basvuru.markLate(second, "sistem", LATE_FROM);
        basvuru.markSecondLevel("sistem", second);
        basvuru.markSecondLevel("sistem", second);
        basvuru.markLate(second, "sistem", second);

        assertThat(basvuru.escalationLevel()).isEqualTo(2);
        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(events(basvuru).subList(before, events(basvuru).size()))
                .containsExactly(
                        new BasvuruEvent.SuresiDoldu(NUMBER, LATE_FROM, "sistem", LAST_DAY, second),
                        new BasvuruEvent.IkinciSureDoldu(NUMBER, second, "sistem"));
    }

    @Test
    void whatIsClosedDoesNotEscalate() {
        var basvuru = closed(Channel.CIMER);

        basvuru.markLate(LATE_FROM, "sistem", LATE_FROM);
        basvuru.markSecondLevel("sistem", LATE_FROM);

        assertThat(basvuru.escalationLevel()).isZero();
        assertThat(lastEvent(basvuru)).isInstanceOf(BasvuruEvent.Kapandi.class);
    }

    // What managers do

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA", "CEVAPLANDI"})
    void anUrgedApplicationStaysWhereItIs(Status status) {
        var basvuru = at(status);
        basvuru.noteReason("Acele.", null, "masa");

        basvuru.urge("yonetici", NOW);

        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.BirimUyarildi(NUMBER, NOW, "yonetici", basvuru.unit(), "Acele."));
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA"})
    void aManagerTakesOverWhatIsOpen(Status status) {
        var basvuru = at(status);

        basvuru.takeOver("yonetici", NOW);

        assertThat(basvuru.takenOverBy()).isEqualTo("yonetici");
        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.Devralindi(NUMBER, NOW, "yonetici", null));
    }

    @Test
    void whatIsBeingSentIsNotTakenOver() {
        var basvuru = toBeSent(Channel.CIMER);

        assertThatThrownBy(() -> basvuru.takeOver("yonetici", NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("gönderilmekte");
        assertThat(basvuru.takenOverBy()).isNull();
    }

    // Two who write

    @Test
    void aDraftIsSavedOnlyUponTheOneThatWasSeen() {
        var basvuru = atTheUnit(Channel.CIMER);
        var first = new Answer(Outcome.OLUMLU, null, "Birinci.");
        var second = new Answer(Outcome.OLUMLU, null, "İkinci.");

        basvuru.draft(first, Answer.NO_TAG);

        assertThatThrownBy(() -> basvuru.draft(second, Answer.NO_TAG))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("başka bir kullanıcı");
        assertThat(basvuru.answer()).isEqualTo(first);
        basvuru.draft(first, Answer.NO_TAG);
        basvuru.draft(second, first.tag());
        assertThat(basvuru.answer()).isEqualTo(second);
    }

    @Test
    void answersThatDifferInAnythingHaveTagsThatDiffer() {
        assertThat(List.of(
                        new Answer(Outcome.OLUMLU, null, "Metin").tag(),
                        new Answer(Outcome.OLUMSUZ, null, "Metin").tag(),
                        new Answer(Outcome.OLUMLU, RefusalGround.values()[0], "Metin").tag(),
                        new Answer(Outcome.OLUMSUZ, RefusalGround.MD_8, "Metin").tag(),
                        new Answer(
                                        Outcome.OLUMSUZ,
                                        RefusalGround.MD_8,
                                        "Metin",
                                        new GroundFacts("Resmî Gazete", null, null, null, null))
                                .tag(),
                        new Answer(Outcome.OLUMLU, null, "metin").tag()))
                .doesNotHaveDuplicates();
    }

    // Handing on

    @Test
    void aStepIsHandedToAColleagueAndStaysWhereItIs() {
        var basvuru = atTheUnit(Channel.CIMER);

        basvuru.handOver(StaffTasks.TaskKind.CEVAP, null, "ali", null, "fen", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(lastEvent(basvuru))
                .isEqualTo(
                        new BasvuruEvent.IsVerildi(NUMBER, NOW, "fen", StaffTasks.TaskKind.CEVAP, null, "ali", null));
    }

    @Test
    void whatAManagerTookOverOnlyHeGivesAway() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.takeOver("yonetici", NOW);

        assertThatThrownBy(() -> basvuru.handOver(StaffTasks.TaskKind.CEVAP, "yonetici", "fen", null, "fen", NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("“yonetici” devraldığından");
        assertThat(basvuru.takenOverBy()).isEqualTo("yonetici");
        basvuru.handOver(StaffTasks.TaskKind.MUDAHALE, "mudur", "vekil", null, "vekil", NOW);
        assertThat(basvuru.takenOverBy()).as("another step").isEqualTo("yonetici");

        basvuru.handOver(StaffTasks.TaskKind.CEVAP, "yonetici", "fen", null, "yonetici", NOW);

        assertThat(basvuru.takenOverBy()).isNull();
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.IsVerildi(
                        NUMBER, NOW, "yonetici", StaffTasks.TaskKind.CEVAP, "yonetici", "fen", null));
    }

    @Test
    void nothingOfAClosedApplicationIsHandedOn() {
        var basvuru = closed(Channel.CIMER);

        assertThatThrownBy(() -> basvuru.handOver(StaffTasks.TaskKind.ONAY, null, "ali", null, "halkla", NOW))
                .isInstanceOf(RuleViolationException.class);
    }

    @Test
    void theStepTakenEndsTheTakingOver() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.takeOver("yonetici", NOW);
        basvuru.draft(DRAFT);

        basvuru.submitAnswer("yonetici", NOW);

        assertThat(basvuru.takenOverBy()).isNull();
    }

    @Test
    void aManagerSendsItToAnotherUnitButNotToTheSame() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.takeOver("yonetici", NOW);

        assertThatThrownBy(() -> basvuru.reroute(UNIT, "yonetici", NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("zaten bu birimde");
        basvuru.reroute("park-bahceler", "yonetici", NOW);

        assertThat(basvuru.unit()).isEqualTo("park-bahceler");
        assertThat(basvuru.takenOverBy()).isNull();
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.YenidenSevkEdildi(NUMBER, NOW, "yonetici", UNIT, "park-bahceler", null));
    }

    @Test
    void whatIsClosedIsLeftInPeace() {
        var steps = Map.<String, Consumer<Basvuru>>of(
                "urge", basvuru -> basvuru.urge("yonetici", NOW),
                "takeOver", basvuru -> basvuru.takeOver("yonetici", NOW),
                "noteReason", basvuru -> basvuru.noteReason("Gerekçe.", null, "masa"));

        steps.forEach((name, step) -> assertThatThrownBy(() -> step.accept(closed(Channel.CIMER)))
                .as(name)
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("kapandığından"));
    }

    // Reasons

    @ParameterizedTest
    @CsvSource({"YETKISIZ, Karayolları 6. Bölge Müdürlüğü", "MUKERRER, 2026-000999", "ISLEME_KONULMAZ, unutulur"})
    void whatAReviewNamesIsKeptWithItsDecisionAlone(ReviewDecision decision, String target) {
        var basvuru = registered(Channel.CIMER);
        basvuru.noteReason("Gerekçe.", target, "masa");

        review(basvuru, decision, null);

        assertThat(basvuru.forwardedTo()).isEqualTo(decision == ReviewDecision.YETKISIZ ? target : null);
        assertThat(basvuru.mainNumber()).isEqualTo(decision == ReviewDecision.MUKERRER ? target : null);
        assertThat(basvuru.decisionTarget()).isNull();
        assertThat(events(basvuru))
                .contains(new BasvuruEvent.Incelendi(
                        NUMBER,
                        NOW,
                        "halkla",
                        decision,
                        null,
                        basvuru.forwardedTo(),
                        basvuru.mainNumber(),
                        "Gerekçe."));
    }

    @Test
    void whatWasNotedAndDraftedEndsWithAnApplicationThatIsWithdrawn() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.draft(new Answer(Outcome.OLUMSUZ, null, "Kimse onaylamadı."));
        basvuru.noteReason("Gerekçe.", "Kurum", "masa");

        basvuru.withdraw(null, "vatandaş", NOW);

        assertThat(basvuru.answer()).isNull();
        assertThat(basvuru.decisionReason()).isNull();
        assertThat(basvuru.decisionTarget()).isNull();
    }

    @Test
    void aReasonBelongsToOneDecisionOnly() {
        var basvuru = registered(Channel.CIMER);
        basvuru.noteReason("İlk gerekçe.", null, "masa");
        review(basvuru, ReviewDecision.KABUL, null);
        assertThat(basvuru.decisionReason()).isNull();

        basvuru.route(UNIT, "halkla", NOW);

        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.SevkEdildi(NUMBER, NOW, "halkla", UNIT, null));
    }

    @Test
    void aReasonNotedForAnAnswerDoesNotOutliveIt() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.draft(DRAFT);
        basvuru.noteReason("Gerekçe.", null, "masa");

        basvuru.submitAnswer("fen", NOW);

        assertThat(basvuru.decisionReason()).isNull();
    }

    @Test
    void theHistoryNamesWhoWroteTheReasonWhereSomebodyElseDecides() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.noteReason("Park işi.", null, "ayse");

        basvuru.returnToRouting("fen", NOW);

        assertThat(BasvuruFixture.events(basvuru)).contains(new BasvuruEvent.GerekceYazildi(NUMBER, NOW, "ayse"));
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.IadeEdildi(NUMBER, NOW, "fen", UNIT, "Park işi."));
    }
}
