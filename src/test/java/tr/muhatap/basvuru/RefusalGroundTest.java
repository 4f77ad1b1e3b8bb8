package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalGroundTest {

    @ParameterizedTest
    @EnumSource
    void eachGroundIsFoundByItsArticle(RefusalGround ground) {
        assertThat(RefusalGround.ofArticle(ground.article())).contains(ground);
        assertThat(ground.label()).contains(ground.article().replace("Y", "") + ": ");
    }

    /** 4982 md. 8 demands where, when and how; md. 4/2 the condition; Yönetmelik md. 12 the date of announcement. */
    @ParameterizedTest
    @CsvSource({
        "8, publishedIn publishedOn publishedHow",
        "4/2, unmetCondition",
        "Y12, announcedOn",
        "21, ''",
        "7/1, ''",
    })
    void aGroundDemandsItsFields(String article, String fields) {
        var ground = RefusalGround.ofArticle(article).orElseThrow();

        assertThat(String.join(
                        " ",
                        ground.missing(GroundFacts.NONE).stream()
                                .map(GroundField::key)
                                .toList()))
                .isEqualTo(fields);
    }

    @Test
    void whatIsSaidIsNotMissing() {
        var facts = new GroundFacts("Resmî Gazete", LocalDate.of(2026, 1, 5), null, null, null);

        assertThat(RefusalGround.MD_8.missing(facts)).containsExactly(GroundField.PUBLISHED_HOW);
        assertThat(GroundField.PUBLISHED_ON.words(facts)).isEqualTo("05.01.2026");
        assertThat(GroundField.PUBLISHED_ON.code(facts)).isEqualTo("2026-01-05");
        assertThat(GroundField.PUBLISHED_HOW.words(facts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aConditionIsWrittenByCodeAndInWords(ForeignerCondition condition) {
        var facts = new GroundFacts(null, null, null, null, condition);

        assertThat(GroundField.UNMET_CONDITION.code(facts)).isEqualTo(condition.name());
        assertThat(GroundField.UNMET_CONDITION.words(facts)).isEqualTo(condition.label());
        assertThat(GroundField.UNMET_CONDITION.choices()).containsEntry(condition.name(), condition.label());
        assertThat(GroundField.PUBLISHED_IN.choices()).isEmpty();
    }

    @Test
    void aGroundKeepsWhatItDemandsAndNoMore() {
        var facts = new GroundFacts("Resmî Gazete", null, null, null, null);

        assertThat(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_8, "Metin.", facts).factsOrNone())
                .isEqualTo(facts);
        assertThat(new Answer(Outcome.OLUMSUZ, RefusalGround.MD_21, "Metin.", facts).factsOrNone())
                .isEqualTo(GroundFacts.NONE);
        assertThat(new Answer(Outcome.OLUMLU, null, "Metin.", facts))
                .isEqualTo(new Answer(Outcome.OLUMLU, null, "Metin."));
    }

    @Test
    void theLawKnowsNoOther() {
        assertThat(RefusalGround.ofArticle("9")).isEmpty();
        assertThat(RefusalGround.values()).hasSize(18);
    }
}
