package tr.muhatap.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestExecutionListeners;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.ChannelCases;
import tr.muhatap.channel.EachChannel;
import tr.muhatap.problem.RuleViolationException;

/** Walks every node and every flow of all models; {@link MeasuredCoverage} fails the class where one is left out. */
@ProcessTest
@TestExecutionListeners(
        listeners = MeasuredCoverage.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class ChannelProcessesTest {

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private MuracaatRegister recourses;

    @Autowired
    private Clock clock;

    @AfterEach
    void backToRealTime() {
        office.backToRealTime();
    }

    /** In Istanbul the year has three hours more than in UTC, and begins three hours earlier. */
    @ParameterizedTest
    @CsvSource({"2029-12-31T20:59:00Z, 2029-", "2029-12-31T21:01:00Z, 2030-", "2029-12-31T23:59:00Z, 2030-"})
    void theYearOfANumberIsIstanbuls(Instant moment, String year) {
        office.movesTo(moment);

        assertThat(office.registered(Channel.CIMER)).startsWith(year);
    }

    @ParameterizedTest
    @EachChannel
    void everyChannelLeadsFromReviewToTheDeliveredAnswer(Channel channel) {
        String number = office.registered(channel, "yol-cukur", List.of("Telefon yok."));
        var process = office.process(number);
        assertThat(office.record(number).status()).isEqualTo(Status.ON_INCELEMEDE);
        assertThat(process).isWaitingAtExactly("Sonuclandirma", "On_Inceleme");

        office.reviews(number, "KABUL");
        assertThat(process).hasPassed("On_Inceleme").isWaitingAtExactly("Sonuclandirma", "Birime_Sevk");
        assertThat(office.record(number).status()).isEqualTo(Status.SEVK_BEKLIYOR);
        office.routes(number, OfficeFixture.OTHER_UNIT);
        assertThat(office.record(number).status()).isEqualTo(Status.BIRIMDE);
        office.returns(number);
        assertThat(office.record(number).status()).isEqualTo(Status.SEVK_BEKLIYOR);
        office.routes(number, OfficeFixture.UNIT);
        office.answers(number);
        assertThat(office.record(number).status()).isEqualTo(Status.ONAYDA);
        office.asksForCorrection(number);
        assertThat(office.record(number).status()).isEqualTo(Status.BIRIMDE);
        office.answers(number);
        office.approves(number);
        assertThat(office.record(number).status()).isEqualTo(Status.CEVAPLANDI);
        assertThat(process)
                .isWaitingAtExactly("Sonuclandirma", "Cevabi_Gonder")
                .task()
                .isNull();

        office.runsDueJobs(number);
        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.OLUMLU);
        assertThat(process).hasPassed("Cevabi_Gonder", "Basvuru_Kapandi").isEnded();
        assertThat(office.instances(number)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.ORAL)
    void whatAClerkTookDownCompletelySkipsTheReview(Channel channel) {
        String number = office.registered(channel);
        var process = office.process(number);

        assertThat(process).isWaitingAtExactly("Sonuclandirma", "Birime_Sevk").hasNotPassed("On_Inceleme");
        assertThat(office.record(number).status()).isEqualTo(Status.SEVK_BEKLIYOR);

        office.routes(number, OfficeFixture.UNIT);
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(process).hasPassed("Basvuru_Kapandi").isEnded();
    }

    @ParameterizedTest
    @EachChannel
    void whatIsNotProcessedEndsInItsOwnWay(Channel channel) {
        endsBy(channel, "YETKISIZ", "Basvuru_Yonlendirildi", Outcome.YONLENDIRILDI);
        endsBy(channel, "MUKERRER", "Basvuru_Mukerrer", Outcome.MUKERRER);
        endsBy(channel, "ISLEME_KONULMAZ", "Basvuru_Isleme_Konulmadi", Outcome.ISLEME_KONULMADI);
    }

    @Test
    void aDefective4982ApplicationIsNotProcessed() {
        endsBy(Channel.BILGI_EDINME, "EKSIK", "Basvuru_Isleme_Konulmadi", Outcome.ISLEME_KONULMADI);
    }

    @ParameterizedTest
    @EachChannel
    void aLateApplicationPassesBothLevelsAndGoesOn(Channel channel) {
        String number = office.atTheUnit(channel);

        office.limitPasses(number);
        var process = office.process(number);
        var escalation = office.escalation(number);
        assertThat(process).isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama", "Gecikme");
        assertThat(escalation).isWaitingAtExactly("Yonetici_Mudahalesi", "Ikinci_Sinir");
        office.managerDoes(number, Map.of("mudahale", "UYAR"));
        assertThat(escalation).isWaitingAtExactly("Ikinci_Sinir");
        office.secondLimitPasses(number);
        assertThat(escalation).isWaitingAtExactly("Sube_Muduru_Mudahalesi");
        office.directorDoes(number, Map.of("mudahale", "UYAR"));
        assertThat(escalation).isEnded();
        assertThat(process)
                .hasPassed("Gecikme", "Yukseltme_Bitti")
                .isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama");

        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(process).isEnded();
    }

    @ParameterizedTest
    @EachChannel
    void aWithdrawnApplicationEnds(Channel channel) {
        String number = office.atTheUnit(channel);
        var process = office.process(number);

        register.withdraw(number, "Sorun çözüldü.", "vatandaş");

        assertThat(process)
                .hasPassed("Basvuru_Vazgecildi")
                .hasNotPassed("Basvuru_Kapandi")
                .isEnded();
        assertThat(office.instances(number)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void whatLacksIsWaitedForAndItsTimeEnds(Channel channel) {
        String number = office.registered(channel, "yol-cukur", List.of("Telefon yok."));
        office.reviews(number, "EKSIK");
        register.complete(number, "Telefonum: 0532 111 22 33", "vatandaş");
        office.reviews(number, "EKSIK");
        office.movesTo(requireNonNull(office.record(number).incompleteUntil()).plusSeconds(1));
        office.runsDueJobs(number);

        assertThat(office.passes(number, "Eksik_Bekleniyor")).isEqualTo(2);
        assertThat(office.passes(number, "Tamamlanmadi")).isOne();
        assertThat(office.instances(number)).isEmpty();
    }

    @Test
    void anInformationRequestIsExtendedChargedPaidAndLapses() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        register.extend(number, ExtensionGround.BASKA_BIRIM, "Arşivden istenecek.");
        office.notifiesFee(number, new BigDecimal("25.00"), 50);
        register.pay(number, LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL), "MAK-1");
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        String unpaid = office.atTheUnit(Channel.BILGI_EDINME);
        office.notifiesFee(unpaid, new BigDecimal("25.00"), 50);
        office.movesTo(requireNonNull(office.record(unpaid).unpaidFrom()).plusSeconds(1));
        office.runsDueJobs(unpaid);
        assertThat(office.passes(unpaid, "Ucret_Odenmedi")).isOne();
        assertThat(office.instances(unpaid)).isEmpty();
    }

    @Test
    void aRecourseGoesToTheFirstPlaceThenToTheSecond() {
        String number = office.atTheUnit(Channel.ALO_153);
        assertThatThrownBy(() -> recourses.file(number, MuracaatGround.SURE_ASIMI, "Geç kaldı.", "vatandaş"))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("bu tarihten sonra yapılabilir");
        recourses.file(number, MuracaatGround.FAZLA_BELGE, "Tapu istendi.", "vatandaş");
        assertThatThrownBy(() -> recourses.file(number, MuracaatGround.TABLODA_YOK, "Yine.", "vatandaş"))
                .hasMessageContaining("incelenmektedir");
        assertThat(office.candidates(number, "Ilk_Muracaat")).containsExactly("halkla-iliskiler-yoneticisi");
        assertThatThrownBy(() -> office.completes("yonetici", number, "Ilk_Muracaat", Map.of("muracaatSonucu", "RET")))
                .hasMessageContaining("cevabını yazıp");
        recourses.draft(number, "Tapu gerekiyordu.");
        office.completes("yonetici", number, "Ilk_Muracaat", Map.of("muracaatSonucu", "RET"));
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        recourses.file(number, MuracaatGround.FAZLA_BELGE, "Gerekmiyordu.", "vatandaş");
        assertThat(office.candidates(number, "Ikinci_Muracaat")).containsExactly("sube-muduru");
        recourses.draft(number, "Haklısınız.");
        office.completes("mudur", number, "Ikinci_Muracaat", Map.of("muracaatSonucu", "KABUL"));
        assertThatThrownBy(() -> recourses.file(number, MuracaatGround.TABLODA_YOK, "Yine.", "vatandaş"))
                .hasMessageContaining("Her iki müracaat yerine de");
    }

    @Test
    void aRecourseThatTheFirstPlaceLeavesUnansweredPassesToTheSecond() {
        String number = office.atTheUnit(Channel.ALO_153);
        office.limitPasses(number);
        recourses.file(number, MuracaatGround.SURE_ASIMI, "Hâlâ bekliyorum.", "vatandaş");
        assertThat(office.passes(number, "Ilk_Yer_Cevapladi")).isZero();

        office.movesTo(
                office.openTask(number, "Ilk_Muracaat").getDueDate().toInstant().plusSeconds(120));
        office.runsDueJobs(number);

        var second = office.openTask(number, "Ikinci_Muracaat");
        assertThat(second.getDueDate().toInstant()).isAfter(clock.instant());
        recourses.draft(number, "Yapıldı.");
        office.completes("mudur", number, "Ikinci_Muracaat", Map.of("muracaatSonucu", "KABUL"));
        assertThat(office.passes(number, "Ikinci_Yer_Cevapladi")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "BILGI_EDINME, bilgi-edinme-birimi, bilgi-edinme-birimi",
        "CIMER, halkla-iliskiler, halkla-iliskiler",
        "ACIK_KAPI, halkla-iliskiler, halkla-iliskiler",
        "BEYAZ_MASA, beyaz-masa, halkla-iliskiler",
        "BEYAZ_MASA_MOBIL, beyaz-masa, halkla-iliskiler",
        "ALO_153, cagri-merkezi, halkla-iliskiler",
        "DIJITAL, halkla-iliskiler, halkla-iliskiler"
    })
    void eachStepLiesInTheGroupWhoseItIs(Channel channel, String reviews, String routes) {
        String number = office.registered(channel, "yol-cukur", List.of("Telefon yok."));
        var process = office.process(number);
        assertThat(task("On_Inceleme", process)).hasCandidateGroup(reviews).isNotAssigned();
        assertThat(office.candidates(number, "On_Inceleme")).containsExactly(reviews);
        office.reviews(number, "KABUL");
        assertThat(task("Birime_Sevk", process)).hasCandidateGroup(routes).isNotAssigned();
        assertThat(office.candidates(number, "Birime_Sevk")).containsExactly(routes);
        office.routes(number, OfficeFixture.UNIT);
        assertThat(office.candidates(number, "Cevap_Hazirlama")).containsExactly("birim-yol-bakim");
        office.answers(number);
        assertThat(office.candidates(number, "Cevap_Onayi")).containsExactly("halkla-iliskiler");
    }

    private void endsBy(Channel channel, String decision, String end, Outcome outcome) {
        String number = office.registered(channel, "yol-cukur", List.of("Telefon yok."));
        var process = office.process(number);
        office.reviews(number, decision);

        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(office.record(number).outcome()).isEqualTo(outcome);
        assertThat(process).hasPassed(end).isEnded();
        assertThat(office.instances(number)).isEmpty();
    }
}
