package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.ForeignerCondition;
import tr.muhatap.basvuru.GroundFacts;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** A draft is accepted or refused with every fault named. */
class DraftRequestTest {

    @Test
    void aDraftIsTakenAsItWasGiven() {
        assertThat(draft("KISMEN", "Kişisel veriler çıkarıldı.", "21").toAnswer())
                .isEqualTo(new Answer(Outcome.KISMEN, RefusalGround.MD_21, "Kişisel veriler çıkarıldı."));
        assertThat(draft("OLUMLU", "Yapıldı.", "").toAnswer()).isEqualTo(new Answer(Outcome.OLUMLU, null, "Yapıldı."));
        assertThat(draft("OLUMLU", "ç".repeat(20_000), null).toAnswer().text()).hasSize(20_000);
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
        assertThat(faults(draft(outcome.equals("-") ? null : outcome, text.equals("-") ? null : text, ground)))
                .extracting(FieldError::field)
                .containsExactly(fields.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"8, publishedIn publishedOn publishedHow", "4/2, unmetCondition", "Y12, announcedOn", "21, ''"})
    void whatAGroundDemandsIsNamedWhereItLacks(String ground, String fields) {
        assertThat(String.join(
                        " ",
                        faults(draft("OLUMSUZ", "Metin", ground)).stream()
                                .map(FieldError::field)
                                .toList()))
                .isEqualTo(fields);
    }

    @Test
    void whatAGroundDemandsIsTakenAndNoMore() {
        assertThat(new DraftRequest(
                                "OLUMSUZ", "Metin", "8", " Resmî Gazete ", "2026-01-05", "Sayı 31127", "x", "x", null)
                        .toAnswer()
                        .factsOrNone())
                .isEqualTo(new GroundFacts("Resmî Gazete", LocalDate.of(2026, 1, 5), "Sayı 31127", null, null));
        assertThat(new DraftRequest("OLUMSUZ", "Metin", "4/2", null, null, null, null, "IKAMET", null)
                        .toAnswer()
                        .factsOrNone()
                        .unmetCondition())
                .isEqualTo(ForeignerCondition.IKAMET);
        assertThat(faults(new DraftRequest("OLUMSUZ", "Metin", "Y12", null, null, null, "2026-02-30", null, null)))
                .extracting(FieldError::field)
                .containsExactly("announcedOn");
        assertThat(faults(new DraftRequest(
                        "OLUMSUZ", "Metin", "8", "x".repeat(301), "2026-01-05", "Sayı 31127", null, null, null)))
                .extracting(FieldError::field)
                .containsExactly("publishedIn");
    }

    @Test
    void secretPartsAreTakenOutOfWhatIsGivenAndNotOfWhatIsRefused() {
        assertThat(parts("KISMEN", true).toAnswer().lacksSecretParts()).isTrue();
        assertThat(parts("OLUMLU", true).toAnswer().secretPartsRemoved()).isTrue();
        assertThat(parts("OLUMLU", false).toAnswer().secretPartsRemoved()).isNull();
        assertThat(faults(parts("OLUMSUZ", false))).isEmpty();
        assertThat(faults(parts("OLUMSUZ", true))).extracting(FieldError::field).containsExactly("secretPartsRemoved");
        assertThat(parts("KISMEN", true).toAnswer().tag())
                .isNotEqualTo(parts("KISMEN", false).toAnswer().tag());
    }

    private static DraftRequest parts(String outcome, boolean removed) {
        return new DraftRequest(outcome, "Metin", "21", null, null, null, null, null, removed);
    }

    @Test
    void nothingEndlessAndNoControlCharacter() {
        assertThat(faults(draft("OLUMLU", "x".repeat(20_001), null))).hasSize(1);
        assertThat(faults(draft("OLUMLU", "x\u0000", null))).hasSize(1);
    }

    private static DraftRequest draft(@Nullable String outcome, @Nullable String text, @Nullable String ground) {
        return new DraftRequest(outcome, text, ground, null, null, null, null, null, null);
    }

    private static List<FieldError> faults(DraftRequest request) {
        var refused = catchThrowableOfType(InvalidInputException.class, request::toAnswer);
        return refused == null ? List.of() : refused.errors();
    }
}
