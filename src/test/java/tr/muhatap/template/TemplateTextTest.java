package tr.muhatap.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void eachFieldIsFilledInAndAValueIsNeverReadAsOne() {
        assertThat(TemplateText.filled(
                        "{numara}: “{baslik}”, {baslik} {yok}",
                        field -> field == TemplateField.NUMARA ? "2026-000001" : "$1 \\ {numara} ğüşıöç"))
                .isEqualTo("2026-000001: “$1 \\ {numara} ğüşıöç”, $1 \\ {numara} ğüşıöç {yok}");
    }

    @Test
    void whatIsNoFieldIsNamedOnce() {
        assertThat(TemplateText.unknown("{numara} {ad} {} {ad} { numara }"))
                .containsExactly("{ad}", "{}", "{ numara }");
        assertThat(TemplateText.unknown("{tarih?} {onarım günü?} {?} {a?b}")).containsExactly("{?}", "{a?b}");
        for (var field : TemplateField.values()) {
            assertThat(TemplateText.unknown(field.placeholder())).isEmpty();
        }
    }
}
