package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.LATE_FROM;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.registered;
import static tr.muhatap.basvuru.BasvuruFixture.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;
import tr.muhatap.calendar.CountingRules;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.WorkCalendar;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandardsFixture;
import tr.muhatap.problem.Refusal;
import tr.muhatap.problem.RuleViolationException;

/** The recourse of the published table: two places, each with its limit, under the ceiling of 3071 md. 7. */
class MuracaatTest {

    private static final String WORDS = "Tabloda olmayan bir belge istendi.";

    @ParameterizedTest
    @CsvSource({
        // 15 gün from 18 May; 30 gün at most, whatever is set; 17 June is a Wednesday
        "15, 2026-06-02",
        "30, 2026-06-17",
        "99, 2026-06-17"
    })
    void theFirstPlaceHasItsLimit(int days, LocalDate lastDay) {
        var filed = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, days, NOW);

        assertThat(filed.place()).isEqualTo(MuracaatPlace.ILK);
        assertThat(filed.isOpen()).isTrue();
        assertThat(filed.number()).isEqualTo(NUMBER);
        assertThat(filed.ground()).isEqualTo(MuracaatGround.FAZLA_BELGE);
        assertThat(filed.text()).isEqualTo(WORDS);
        assertThat(filed.filedAt()).isEqualTo(NOW);
        assertThat(filed.deadline().lastDay()).isEqualTo(lastDay);
        assertThat(events(filed))
                .containsExactly(new BasvuruEvent.MuracaatAlindi(
                        NUMBER,
                        NOW,
                        "vatandaş",
                        MuracaatPlace.ILK,
                        MuracaatGround.FAZLA_BELGE,
                        null,
                        lastDay,
                        filed.deadline().lateFrom()));
    }

    @Test
    void lateIsAGroundOnlyOnceItIsLateWithCompletePapers() {
        var basvuru = atTheUnit(Channel.CIMER);
        assertThatThrownBy(() -> file(basvuru, null, MuracaatGround.SURE_ASIMI, 15, LATE_FROM.minusMillis(1)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("son cevap tarihi 02.06.2026. Süre aşımı nedeniyle müracaat, bu tarihten sonra");
        assertThat(file(basvuru, null, MuracaatGround.SURE_ASIMI, 15, LATE_FROM).isOpen())
                .isTrue();

        var incomplete = registered(Channel.CIMER);
        review(incomplete, ReviewDecision.EKSIK, null);
        assertThatThrownBy(() -> file(incomplete, null, MuracaatGround.SURE_ASIMI, 15, LATE_FROM))
                .hasMessageContaining("eksik bilgi");
        assertThat(file(incomplete, null, MuracaatGround.FAZLA_BELGE, 15, LATE_FROM)
                        .isOpen())
                .isTrue();
    }

    @Test
    void whatWasClosedInTimeIsNeverLate() {
        var basvuru = registered(Channel.CIMER);
        review(basvuru, ReviewDecision.ISLEME_KONULMAZ, "Belli bir konusu yok.");

        assertThat(Muracaat.whyNot(basvuru, null, MuracaatGround.SURE_ASIMI, LATE_FROM))
                .isNotNull()
                .returns(BasvuruRefusal.MURACAAT_SURESINDE_SONUCLANDI, Refusal::code)
                .extracting(Refusal::sentence, STRING)
                .contains("süresi içinde sonuçlandırıldığından");
        assertThat(Muracaat.whyNot(basvuru, null, MuracaatGround.TABLODA_YOK, LATE_FROM))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsWrittenThenDecidedOnce(MuracaatOutcome how) {
        var recourse = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        assertThatThrownBy(() -> recourse.decide(how, "yonetici", NOW)).hasMessageContaining("cevabını yazıp");

        recourse.draft("İlk hâli.");
        recourse.draft("Haklısınız.");
        recourse.decide(how, "yonetici", NOW);

        assertThat(recourse.answer()).isEqualTo("Haklısınız.");
        assertThat(recourse.outcome()).isEqualTo(how);
        assertThat(recourse.answeredAt()).isEqualTo(NOW);
        assertThat(recourse.isOpen()).isFalse();
        assertThat(events(recourse))
                .last()
                .isEqualTo(new BasvuruEvent.MuracaatCevaplandi(
                        NUMBER, NOW, "yonetici", MuracaatPlace.ILK, how, "Haklısınız."));
        assertThatThrownBy(() -> recourse.draft("Geç.")).hasMessageContaining("cevaplandırılmış");
        assertThatThrownBy(() -> recourse.decide(how, "yonetici", NOW)).hasMessageContaining("cevaplandırılmış");
    }

    @Test
    void afterTheFirstPlaceComesTheSecondAndThenNone() {
        var basvuru = atTheUnit(Channel.CIMER);
        var first = file(basvuru, null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        assertThatThrownBy(() -> file(basvuru, first, MuracaatGround.FAZLA_BELGE, 15, NOW))
                .hasMessageContaining("ilk müracaat yerinde incelenmektedir");
        answered(first);

        var second = file(basvuru, first, MuracaatGround.FAZLA_BELGE, 15, NOW);
        answered(second);

        assertThat(second.place()).isEqualTo(MuracaatPlace.IKINCI);
        assertThatThrownBy(() -> file(basvuru, second, MuracaatGround.FAZLA_BELGE, 15, NOW))
                .hasMessageContaining("Her iki müracaat yerine de");
    }

    @ParameterizedTest
    @CsvSource({
        // Its own 15 gün, but never beyond 30 gün after it was filed on 18 May
        "2026-05-20T09:00:00Z, 15, 2026-06-04",
        "2026-06-03T09:00:00Z, 15, 2026-06-17",
        "2026-05-20T09:00:00Z, 99, 2026-06-17"
    })
    void unansweredItGoesToTheSecondPlaceUnderTheCeiling(Instant at, int days, LocalDate lastDay) {
        var recourse = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);

        recourse.passToSecondPlace(days, DEADLINES, "sistem", at);
        recourse.passToSecondPlace(days, DEADLINES, "sistem", at.plusSeconds(86_400));

        assertThat(recourse.place()).isEqualTo(MuracaatPlace.IKINCI);
        assertThat(recourse.deadline().lastDay()).isEqualTo(lastDay);
        assertThat(events(recourse).subList(1, 2))
                .containsExactly(new BasvuruEvent.MuracaatIkinciYere(NUMBER, at, "sistem", lastDay));
        assertThat(events(recourse)).hasSize(2);
    }

    @Test
    void whatIsAnsweredStaysWithTheFirstPlace() {
        var recourse = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        answered(recourse);

        recourse.passToSecondPlace(15, DEADLINES, "sistem", LATE_FROM);

        assertThat(recourse.place()).isEqualTo(MuracaatPlace.ILK);
    }

    @Test
    void itsLimitFollowsTheHolidayTableWhileItIsOpen() {
        var recourse = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        var calendar = new WorkCalendar(
                HolidaysFixture.officialListAnd(new Holiday(LocalDate.of(2026, 6, 2), "Seçim günü", false, false)),
                CountingRules.DEFAULT);
        var deadlines = new Deadlines(new ServiceStandardsFixture(), () -> calendar);

        assertThat(recourse.recalculate(deadlines, "surec", NOW)).isTrue();
        assertThat(recourse.recalculate(deadlines, "surec", NOW)).isFalse();

        assertThat(recourse.deadline().lastDay()).isEqualTo("2026-06-03");
        assertThat(events(recourse))
                .last()
                .isEqualTo(new BasvuruEvent.MuracaatSuresiDegisti(
                        NUMBER,
                        NOW,
                        "surec",
                        LocalDate.of(2026, 6, 2),
                        LocalDate.of(2026, 6, 3),
                        Instant.parse("2026-06-03T21:00:00Z")));
        answered(recourse);
        assertThat(recourse.recalculate(DEADLINES, "surec", NOW)).isFalse();
    }

    @Test
    void atTheSecondPlaceItsLimitIsCountedFromTheDayItCameThereOrFromTheFiling() {
        var own = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        own.passToSecondPlace(15, DEADLINES, "sistem", Instant.parse("2026-05-20T09:00:00Z"));
        var ceiling = file(atTheUnit(Channel.CIMER), null, MuracaatGround.FAZLA_BELGE, 15, NOW);
        ceiling.passToSecondPlace(15, DEADLINES, "sistem", Instant.parse("2026-06-03T09:00:00Z"));

        assertThat(own.recalculate(DEADLINES, "surec", NOW)).isFalse();
        assertThat(ceiling.recalculate(DEADLINES, "surec", NOW)).isFalse();

        assertThat(own.deadline().lastDay()).isEqualTo("2026-06-04");
        assertThat(ceiling.deadline().lastDay()).isEqualTo("2026-06-17");
    }

    private static Muracaat file(
            Basvuru basvuru, @Nullable Muracaat last, MuracaatGround ground, int days, Instant now) {
        return Muracaat.file(basvuru, last, ground, WORDS, days, DEADLINES, "vatandaş", now);
    }

    private static void answered(Muracaat recourse) {
        recourse.draft("Bakıldı.");
        recourse.decide(MuracaatOutcome.RET, "yonetici", NOW);
    }

    private static List<Object> events(Muracaat recourse) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(recourse, "domainEvents");
        return events == null ? List.of() : List.copyOf(events);
    }
}
