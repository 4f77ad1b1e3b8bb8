package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/** An answer with a gap can be saved as a draft, but not submitted. */
class GapsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Çukur {tarih?} tarihinde onarıldı. | {tarih?}",
                "Çukur {onarım günü?} onarıldı. | {onarım günü?}",
                "Çukur {birim} ekiplerince onarıldı. | {birim}",
                "Yoldaki çukur ekiplerimizce … tarihinde onarılmıştır. | çukur ekiplerimizce … tarihinde onarılmıştır.",
                "… nedeniyle yerine getirilememiştir. | … nedeniyle yerine",
                "Bilgi aşağıdadır: … | Bilgi aşağıdadır: …",
                "Çukur ... tarihinde onarıldı. | Çukur ... tarihinde onarıldı.",
                "Tarih:........ | Tarih:........",
                "Sayın ______, | Sayın ______,"
            })
    void aGapIsNamed(String text, String gap) {
        assertThat(Gaps.firstIn(text, "")).hasValue(gap);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Çukur 26.11.2026 tarihinde onarıldı.",
                "Levha, ışık ve benzerleri… Hepsi yenilendi.",
                "Levha, ışık vb... yenilendi.",
                "Dilekçenizde “… çukur var” dediniz.",
                "Yönetmelikte “(…) onarılır” denir.",
                "Ayar dosyasında {\"ad\": 1} yazılıdır.",
                "…devamı ektedir."
            })
    void wordsThatOnlyLookLikeOneAreNone(String text) {
        assertThat(Gaps.firstIn(text, "")).isEmpty();
    }

    @Test
    void whatTheApplicantWroteIsNotTheAnswersGap() {
        assertThat(Gaps.firstIn("“Çukur … lütfen {hemen}” başvurunuz yapıldı.", "Çukur … lütfen {hemen}"))
                .isEmpty();
    }

    @Test
    void aDraftWithAGapIsKeptAndNotSubmitted() {
        var basvuru = BasvuruFixture.atTheUnit(Channel.CIMER);
        basvuru.draft(new Answer(Outcome.OLUMLU, null, "Çukur {tarih?} tarihinde onarıldı."));

        assertThatThrownBy(() -> basvuru.submitAnswer("fen", BasvuruFixture.NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("“{tarih?}”");

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        basvuru.draft(new Answer(Outcome.OLUMLU, null, "Çukur 18.05.2026 tarihinde onarıldı."));
        basvuru.submitAnswer("fen", BasvuruFixture.NOW);
        assertThat(basvuru.status()).isEqualTo(Status.ONAYDA);
    }

    /** Submitted before gaps were checked. */
    @Test
    void norIsItApproved() {
        var basvuru = BasvuruFixture.atTheUnit(Channel.CIMER);
        basvuru.draft(new Answer(Outcome.OLUMLU, null, "Onarıldı."));
        basvuru.submitAnswer("fen", BasvuruFixture.NOW);
        basvuru.round = basvuru.round.drafted(new Answer(Outcome.OLUMLU, null, "Çukur … tarihinde onarıldı."));

        assertThatThrownBy(() -> basvuru.approve("halkla", BasvuruFixture.NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("… tarihinde");

        assertThat(basvuru.status()).isEqualTo(Status.ONAYDA);
        basvuru.requestCorrection("halkla", BasvuruFixture.NOW);
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
    }
}
