package tr.muhatap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.ForeignerCondition;
import tr.muhatap.basvuru.GroundFacts;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;

/** Each ground of refusal has a text of its own, which contains its required facts. */
class GroundWordsTest {

    private static final SpringTemplateEngine TEMPLATES = new SpringTemplateEngine();

    static {
        var texts = new ClassLoaderTemplateResolver();
        texts.setPrefix("templates/");
        texts.setTemplateMode(TemplateMode.TEXT);
        texts.setCharacterEncoding("UTF-8");
        TEMPLATES.setTemplateResolver(texts);
    }

    @Test
    void eachGroundHasATextOfItsOwn() {
        var sentences = Arrays.stream(RefusalGround.values())
                .map(ground -> sentence(ground, facts(ForeignerCondition.IKAMET)))
                .toList();

        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).matches("[A-ZÇĞİÖŞÜ][^{}\\[\\]]{20,}\\."));
    }

    @Test
    void aForeignersRefusalNamesTheConditionThatIsNotMet() {
        assertThat(Stream.of(ForeignerCondition.values())
                        .map(condition -> sentence(RefusalGround.MD_4_2, facts(condition))))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(20));
    }

    @ParameterizedTest
    @EnumSource
    void whatAGroundDemandsIsSaid(RefusalGround ground) {
        var facts = facts(ForeignerCondition.TURKCE);

        assertThat(ground.fields())
                .allSatisfy(field -> assertThat(sentence(ground, facts)).containsAnyOf(field.words(facts), "Türkçe"));
    }

    @Test
    void withoutAGroundNothingIsSaid() {
        assertThat(text(null)).isEmpty();
        assertThat(text(new Answer(Outcome.OLUMSUZ, null, "Metin."))).isEmpty();
    }

    @Test
    void theRegulationIsNamedAsSuch() {
        assertThat(text(new Answer(
                        Outcome.OLUMSUZ, RefusalGround.YONETMELIK_12, "Metin.", facts(ForeignerCondition.IKAMET))))
                .startsWith("Dayanak: 4982 sayılı Bilgi Edinme Hakkı Kanunu’nun Uygulanmasına İlişkin")
                .contains("12’nci maddesi (", "açıklanacağı tarih: 01.09.2026.");
    }

    private static GroundFacts facts(ForeignerCondition condition) {
        return new GroundFacts(
                "Resmî Gazete", LocalDate.of(2026, 1, 5), "31127 sayılı nüsha", LocalDate.of(2026, 9, 1), condition);
    }

    private static String sentence(RefusalGround ground, GroundFacts facts) {
        return text(new Answer(Outcome.OLUMSUZ, ground, "Metin.", facts)).replaceFirst("^.*?\\)\\. ", "");
    }

    private static String text(@Nullable Answer answer) {
        return TEMPLATES
                .process("yazi/dayanak.txt", new Context(Locale.forLanguageTag("tr"), GroundWords.of(answer)))
                .strip();
    }
}
