package tr.muhatap.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.InquiryAddressee;
import tr.muhatap.inquiry.InquiryRequest.QuestionRequest;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** What may be asked, of whom, by which way and until when. */
class InquiryChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);
    private static final InquiryChecks.Allowed FREE = new InquiryChecks.Allowed(TODAY, null, true, true);
    private static final QuestionRequest WORDS = new QuestionRequest("METIN", "Nerede?", true, null);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BASVURU_SAHIBI, -, E_POSTA, -, -",
                "BASVURU_SAHIBI, -, ELDEN, -, -",
                "BASVURU_SAHIBI, Ad, ELDEN, -, name",
                "BASVURU_SAHIBI, -, E_POSTA, a@b.example, contact",
                "KURUM, Kaymakamlık, E_POSTA, a@b.example, -",
                "KURUM, Kaymakamlık, SMS, 0532 111 22 33, -",
                "KURUM, Kaymakamlık, ELDEN, -, -",
                "KURUM, Kaymakamlık, E_POSTA, -, contact",
                "KURUM, Kaymakamlık, E_POSTA, 0532 111 22 33, contact",
                "YUKLENICI, Yol A.Ş., SMS, a@b.example, contact",
                "YUKLENICI, -, ELDEN, -, name",
                "MUDUR, -, ELDEN, -, addressee",
                "-, -, ELDEN, -, addressee",
                "KURUM, Kaymakamlık, POSTA, -, way"
            })
    void whoIsAskedByWhichWay(
            @Nullable String addressee,
            @Nullable String name,
            @Nullable String way,
            @Nullable String contact,
            @Nullable String fault) {
        assertThat(faults(
                        new InquiryRequest(addressee, name, way, contact, "2026-05-20", null, null, List.of(WORDS)),
                        FREE))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void anApplicantIsReachedByConfirmedContactsAlone() {
        var nothing = new InquiryChecks.Allowed(TODAY, null, false, false);

        assertThat(faults(ofApplicant("E_POSTA", "2026-05-20"), nothing)).containsExactly("way");
        assertThat(faults(ofApplicant("SMS", "2026-05-20"), nothing)).containsExactly("way");
        assertThat(faults(ofApplicant("ELDEN", "2026-05-20"), nothing)).isEmpty();
        assertThat(faults(ofApplicant("SMS", "2026-05-20"), new InquiryChecks.Allowed(TODAY, null, true, false)))
                .containsExactly("way");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-05-17, -, lastDay",
                "2026-05-18, -, -",
                "2026-07-17, -, -",
                "2026-07-18, -, lastDay",
                "2026-05-28, 2026-05-28, -",
                "2026-05-29, 2026-05-28, lastDay",
                "20.05.2026, -, lastDay",
                "-, -, lastDay"
            })
    void theDayLiesBetweenTodayAndTheLimit(@Nullable String day, @Nullable LocalDate latest, @Nullable String fault) {
        assertThat(faults(ofApplicant("ELDEN", day), new InquiryChecks.Allowed(TODAY, latest, true, true)))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void questionsAreCountedTypedAndOffered() {
        assertThat(of(List.of())).containsExactly("questions");
        assertThat(of(null)).containsExactly("questions");
        assertThat(of(Collections.nCopies(InquiryChecks.MOST_QUESTIONS, WORDS))).isEmpty();
        assertThat(of(Collections.nCopies(InquiryChecks.MOST_QUESTIONS + 1, WORDS)))
                .containsExactly("questions");
        assertThat(of(List.of(WORDS, new QuestionRequest("RENK", "", null, null))))
                .containsExactly("questions[1].type", "questions[1].text");
        assertThat(of(List.of(choosing("A")))).containsExactly("questions[0].choices");
        assertThat(of(List.of(choosing("A", "a")))).containsExactly("questions[0].choices");
        assertThat(of(List.of(choosing("İ", "i")))).as("one word in Turkish").containsExactly("questions[0].choices");
        assertThat(of(List.of(choosing("A", "B")))).isEmpty();
        assertThat(of(List.of(choosing("A", "B", "x".repeat(101))))).containsExactly("questions[0].choices");
        assertThat(of(List.of(choosing("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"))))
                .isEmpty();
        assertThat(of(List.of(choosing("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))))
                .containsExactly("questions[0].choices");
        assertThat(of(List.of(new QuestionRequest("SAYI", "Kaç?", null, List.of("1")))))
                .containsExactly("questions[0].choices");
        var holes = new ArrayList<QuestionRequest>();
        holes.add(null);
        assertThat(of(holes)).containsExactly("questions[0].type", "questions[0].text");
    }

    @Test
    void whatIsCheckedIsWhatWasMeant() {
        var checked = InquiryChecks.checked(
                new InquiryRequest(
                        "YUKLENICI",
                        " Yol A.Ş. ",
                        "SMS",
                        "0532 111 22 33",
                        "2026-05-20",
                        true,
                        "Bakım hakkında",
                        List.of(WORDS, choosing("Beton", " ", "Asfalt"))),
                FREE);

        assertThat(checked.addressee()).isEqualTo(InquiryAddressee.YUKLENICI);
        assertThat(checked.name()).isEqualTo("Yol A.Ş.");
        assertThat(checked.contact()).isEqualTo("+905321112233");
        assertThat(checked.showNumber()).isTrue();
        assertThat(checked.intro()).isEqualTo("Bakım hakkında");
        assertThat(checked.questions().get(0).required()).isTrue();
        assertThat(checked.questions().get(1).place()).isEqualTo(2);
        assertThat(checked.questions().get(1).required()).isFalse();
        assertThat(checked.questions().get(1).choices()).containsExactly("Beton", "Asfalt");
    }

    private static QuestionRequest choosing(String... choices) {
        return new QuestionRequest("SECIM", "Hangisi?", null, List.of(choices));
    }

    private static InquiryRequest ofApplicant(String way, @Nullable String day) {
        return new InquiryRequest("BASVURU_SAHIBI", null, way, null, day, null, null, List.of(WORDS));
    }

    private static List<String> of(@Nullable List<QuestionRequest> questions) {
        return faults(
                new InquiryRequest("BASVURU_SAHIBI", null, "ELDEN", null, "2026-05-20", null, null, questions), FREE);
    }

    private static List<String> faults(InquiryRequest request, InquiryChecks.Allowed allowed) {
        var refused = catchThrowableOfType(InvalidInputException.class, () -> InquiryChecks.checked(request, allowed));
        return refused == null
                ? List.of()
                : refused.errors().stream().map(FieldError::field).toList();
    }
}
