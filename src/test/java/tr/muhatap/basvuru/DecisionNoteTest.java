package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** Facts that accompany a decision. */
class DecisionNoteTest {

    @ParameterizedTest
    @ValueSource(strings = {"EKSIK", "YETKISIZ", "ISLEME_KONULMAZ", "IADE", "DUZELT"})
    void theseNeedAReason(String decision) {
        assertThat(faults(new DecisionNote("  ", decision, "Kurum")))
                .extracting(FieldError::message)
                .containsExactly("Bu karar için gerekçe yazılmalıdır.");
        assertThat(faults(new DecisionNote("Neden.", decision, "Kurum"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"KABUL", "CEVAP", "ONAY", "UYAR", "-"},
            nullValues = "-")
    void theOthersNeedNone(@Nullable String decision) {
        var note = new DecisionNote(" ", decision, "unutulur").checked();

        assertThat(note.text()).isNull();
        assertThat(note.target()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"YETKISIZ, gönderileceği kurumu", "MUKERRER, Ana başvurunun numarasını"})
    void theseNameATarget(String decision, String message) {
        assertThat(faults(new DecisionNote("Neden.", decision, null)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(message));
        assertThat(new DecisionNote(" Neden. ", decision, " Örnek Valiliği ").checked())
                .isEqualTo(new DecisionNote("Neden.", decision, "Örnek Valiliği"));
    }

    @Test
    void onlyADuplicateHasAMain() {
        assertThat(new DecisionNote(null, "MUKERRER", null).isDuplicate()).isTrue();
        assertThat(new DecisionNote(null, "YETKISIZ", null).isDuplicate()).isFalse();
    }

    @Test
    void nothingEndlessAndNoControlCharacter() {
        assertThat(faults(new DecisionNote("x".repeat(2_001), "IADE", null))).hasSize(1);
        assertThat(faults(new DecisionNote("x".repeat(2_000), "IADE", null))).isEmpty();
        assertThat(faults(new DecisionNote("x\u0000", "IADE", null))).hasSize(1);
        assertThat(faults(new DecisionNote("x", "YETKISIZ", "y".repeat(201)))).hasSize(1);
        assertThat(faults(new DecisionNote("x", "YETKISIZ", "y".repeat(200)))).isEmpty();
        assertThat(faults(new DecisionNote("x", "YETKISIZ", "iki\nsatır"))).hasSize(1);
    }

    private static List<FieldError> faults(DecisionNote note) {
        var refused = catchThrowableOfType(InvalidInputException.class, note::checked);
        return refused == null ? List.of() : refused.errors();
    }
}
