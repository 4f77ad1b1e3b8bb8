package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.UNIT;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.events;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/** What is left of an application when its period of retention is over, and what keeps it. */
class BasvuruRetentionTest {

    private static final String ERASED = "Kişisel veriler silindi";

    @Test
    void onlyWhatStatisticsNeedIsLeft() {
        var basvuru = closed(Channel.ALO_153);
        int code = basvuru.codeIssue();
        var before = basvuru.applicant();

        basvuru.erase("surec", NOW);

        assertThat(basvuru.isErased()).isTrue();
        assertThat(basvuru.subject()).isEqualTo(ERASED);
        assertThat(basvuru.text()).isEqualTo(ERASED);
        assertThat(basvuru.applicant())
                .isEqualTo(new Applicant(
                        before.type(), null, null, null, null, null, null, null, null, null, null, false));
        assertThat(basvuru.externalReference()).isNull();
        assertThat(basvuru.forwardedBy()).isNull();
        assertThat(basvuru.place()).isNull();
        assertThat(basvuru.warnings()).isEmpty();
        assertThat(basvuru.contentDigest()).isEmpty();
        assertThat(basvuru.incoming()).isEqualTo(Incoming.NOTHING);
        assertThat(basvuru.codeIssue()).isEqualTo(code + 1);
        assertThat(basvuru.decisionReason()).isNull();
        assertThat(basvuru.channel()).isEqualTo(Channel.ALO_153);
        assertThat(basvuru.unit()).isEqualTo(UNIT);
        assertThat(basvuru.outcome()).isEqualTo(Outcome.OLUMLU);
        var answer = Objects.requireNonNull(basvuru.answer());
        assertThat(answer.text()).isEqualTo(ERASED);
        assertThat(answer.outcome()).isEqualTo(Outcome.OLUMLU);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.AnonimHaleGetirildi(NUMBER, NOW, "surec"));
    }

    @Test
    void aHoldIsSetAndLiftedOnceAndKeepsTheData() {
        var basvuru = closed(Channel.CIMER);
        assertThat(basvuru.hold()).isNull();
        assertThatThrownBy(() -> basvuru.liftHold("Bitti", "surec", NOW))
                .hasMessage("Başvuruda kaldırılacak bir saklama engeli yok.");

        basvuru.hold("Dava", "yonetici", NOW);

        assertThat(basvuru.hold()).isEqualTo(new LegalHold("Dava", "yonetici", NOW));
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.SaklamaEngeliKonuldu(NUMBER, NOW, "yonetici", "Dava"));
        assertThatThrownBy(() -> basvuru.hold("Yine", "surec", NOW)).hasMessage("Başvuruda zaten saklama engeli var.");
        assertThatThrownBy(() -> basvuru.erase("surec", NOW)).hasMessageContaining("engel kaldırılmadan silinemez");
        assertThat(basvuru.isErased()).isFalse();

        basvuru.liftHold("Bitti", "surec", NOW);

        assertThat(basvuru.hold()).isNull();
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.SaklamaEngeliKaldirildi(NUMBER, NOW, "surec", "Bitti"));
        basvuru.erase("surec", NOW);
        assertThat(basvuru.isErased()).isTrue();
    }

    @Test
    void nothingHappensToAnErasedOneAnyMore() {
        var basvuru = closed(Channel.DIJITAL);
        basvuru.erase("surec", NOW);
        int events = events(basvuru).size();

        for (Runnable step : new Runnable[] {
            () -> basvuru.hold("Dava", "surec", NOW),
            () -> basvuru.erase("surec", NOW),
            () -> basvuru.renewCode("halkla", NOW),
            () -> basvuru.correctContact("+905321112233", null, null, "halkla", NOW)
        }) {
            assertThatThrownBy(step::run)
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageStartingWith("Saklama süresi dolduğundan");
        }
        assertThat(events(basvuru)).hasSize(events);
    }

    @ParameterizedTest
    @EnumSource
    void noStepOfTheLawIsOfferedForAnErasedOne(LegalStep step) {
        var basvuru = closed(Channel.BILGI_EDINME);
        basvuru.erase("surec", NOW);

        assertThat(basvuru.whyNot(
                        step,
                        new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15, 5),
                        new RuleContext(false, java.util.List.of(), ServiceWay.ELEKTRONIK),
                        NOW))
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(BasvuruRefusal.KISISEL_VERI_SILINMIS));
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA", "CEVAPLANDI"})
    void anOpenOneIsNeverErased(Status status) {
        var basvuru = BasvuruFixture.at(status);
        assertThatThrownBy(() -> basvuru.erase("surec", NOW)).isInstanceOf(RuleViolationException.class);
        assertThat(basvuru.isErased()).isFalse();
    }

    @Test
    void aPaidFeeStaysWithoutTheNumberOfItsReceipt() {
        var day = LocalDate.of(2026, 6, 1);
        var fee = new Fee(
                new BigDecimal("12.50"),
                40,
                day,
                day.plusDays(20),
                3,
                day.plusDays(1),
                "M-1",
                new SubmittedReceipt(day, day, "M-2"),
                new RenewedPayPeriod(day, 4));

        assertThat(fee.erased())
                .isEqualTo(new Fee(
                        new BigDecimal("12.50"),
                        40,
                        day,
                        day.plusDays(20),
                        3,
                        day.plusDays(1),
                        null,
                        null,
                        new RenewedPayPeriod(day, 4)));
    }
}
