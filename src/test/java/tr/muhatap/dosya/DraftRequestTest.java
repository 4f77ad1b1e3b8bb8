package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** A draft is taken whole or refused with every fault named. */
class DraftRequestTest {

    @Test
    void aDraftIsTakenAsItWasGiven() {
        assertThat(new DraftRequest("KISMEN", "Kişisel veriler çıkarıldı.", "21").toAnswer())
                .isEqualTo(new Answer(Outcome.KISMEN, RefusalGround.MD_21, "Kişisel veriler çıkarıldı."));
        assertThat(new DraftRequest("OLUMLU", "Yapıldı.", "").toAnswer())
                .isEqualTo(new Answer(Outcome.OLUMLU, null, "Yapıldı."));
        assertThat(new DraftRequest("OLUMLU", "ç".repeat(20_000), null)
                        .toAnswer()
                        .text())
                .hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "VAZGECILDI, Metin, 21, outcome",
        "-, Metin, 21, outcome",
        "OLUMSUZ, ' ', 21, text",
        "OLUMSUZ, -, 21, text",
        "OLUMSUZ, Metin, 5, ground",
        "-, -, 5, outcome text ground"
    })
    void everyFaultIsNamed(String outcome, String text, String ground, String fields) {
        assertThat(faults(
                        new DraftRequest(outcome.equals("-") ? null : outcome, text.equals("-") ? null : text, ground)))
                .extracting(FieldError::field)
                .containsExactly(fields.split(" "));
    }

    @Test
    void nothingEndlessAndNoControlCharacter() {
        assertThat(faults(new DraftRequest("OLUMLU", "x".repeat(20_001), null))).hasSize(1);
        assertThat(faults(new DraftRequest("OLUMLU", "x\u0000", null))).hasSize(1);
    }

    private static List<FieldError> faults(DraftRequest request) {
        var refused = catchThrowableOfType(InvalidInputException.class, request::toAnswer);
        return refused == null ? List.of() : refused.errors();
    }
}
