package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

class CheckTest {

    private static final Check.Wording WORDING = new Check.Wording("Yazın.", "En çok %d.", "Denetim karakteri.");

    private final Check check = new Check();

    @Test
    void lengthsAreCountedInCodePoints() {
        String fits = "😀".repeat(5);
        assertThat(check.text("a", fits, 5, WORDING)).isEqualTo(fits);
        assertThat(check.optionalLine("b", fits, 5, WORDING)).isEqualTo(fits);
        assertThat(check.text("c", fits + "x", 5, WORDING)).isNull();
        assertThat(check.optionalLine("d", fits + "x", 5, WORDING)).isNull();
        refuses(new FieldError("c", "En çok 5."), new FieldError("d", "En çok 5."));
    }

    @Test
    void textsAreComposedAndWithoutBlanksAtTheirEnds() {
        assertThat(check.text("a", " \u00a0Is\u0327\u0131k\u200b ", 5)).isEqualTo("Iş\u0131k");
        assertThat(check.optionalText("b", "s\u0327", 1)).isEqualTo("ş");
        check.done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b", "\u00a0\u2060"})
    void whatCannotBeSeenIsMissing(String nothing) {
        assertThat(check.optionalText("b", nothing, 5)).isNull();
        assertThat(check.text("a", nothing, 5)).isNull();
        refuses(new FieldError("a", "Bu alan zorunludur."));
    }

    @Test
    void controlCharactersAreRefusedAndLineBreaksInLines() {
        assertThat(check.text("a", "bir\niki\tüç", 20, WORDING)).isEqualTo("bir\niki\tüç");
        assertThat(check.text("b", "bir\u0007", 20, WORDING)).isNull();
        assertThat(check.optionalLine("c", "bir\niki", 20, WORDING)).isNull();
        assertThat(check.text("d", "\ud800", 20, WORDING)).isNull();
        refuses(
                new FieldError("b", "Denetim karakteri."),
                new FieldError("c", "Denetim karakteri."),
                new FieldError("d", "Denetim karakteri."));
    }

    @Test
    void everyFaultIsGatheredOnceAField() {
        check.text("a", null, 5, WORDING);
        check.choice(DayOfWeek.class, "b", "PAZAR");
        check.day("c", "2026-02-30");
        check.amount("d", "1000000.01");
        check.phone("e", "12");
        check.email("f", "ad");
        check.withoutLink("g", "www.ornek.example");
        check.require(false, "h", "Olmaz.");
        assertThatThrownBy(check::done)
                .asInstanceOf(throwable(InvalidInputException.class))
                .satisfies(thrown -> assertThat(thrown.errors())
                        .extracting(FieldError::field)
                        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h"));
    }

    @Test
    void whatIsRightIsAnswered() {
        assertThat(check.choice(DayOfWeek.class, "b", "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
        assertThat(check.day("c", "2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(check.amount("d", "1000000")).isEqualByComparingTo(new BigDecimal("1000000"));
        assertThat(check.phone("e", "0532 111 22 33")).isEqualTo("+905321112233");
        assertThat(check.phone("e", null)).isNull();
        assertThat(check.email("f", "ad@ornek.example")).isEqualTo("ad@ornek.example");
        assertThat(check.email("f", null)).isNull();
        assertThat(check.withoutLink("g", "Ayşe Işık")).isEqualTo("Ayşe Işık");
        check.done();
    }

    private void refuses(FieldError... errors) {
        assertThatThrownBy(check::done)
                .asInstanceOf(throwable(InvalidInputException.class))
                .satisfies(thrown -> assertThat(thrown.errors()).containsExactly(errors));
    }
}
