package tr.muhatap.portal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.problem.FieldError;

class KabulFormTest {

    @Test
    void whatIsBlankWasNotGiven() {
        var form = form("subject", "  Çukur  ", "text", " ", "kind", "");

        assertThat(form.given("subject")).isEqualTo("Çukur");
        assertThat(form.given("text")).isNull();
        assertThat(form.given("kind")).isNull();
        assertThat(form.given("address")).isNull();
        assertThat(form.typed()).containsEntry("subject", "  Çukur  ");
    }

    // Who it is

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // T.C. kimlik no as it is typed, its last four by themselves; whole, and the last four that count
                "10000000146        | -    | 10000000146 | 10000000146",
                "100 000 001 46     | -    | 10000000146 | 10000000146",
                "100 000 001 46     | 9999 | 10000000146 | 9999",
                "0146               | -    | -           | 0146",
                "-                  | 0146 | -           | 0146",
                "-                  | 01-46| -           | 0146",
                "100000001467       | -    | -           | 100000001467",
                "-                  | -    | -           | -"
            })
    void anIdentityNumberIsWholeOrIsItsEnd(
            @Nullable String typed, @Nullable String lastFour, @Nullable String whole, @Nullable String end) {
        var form = form("nationalId", typed, "lastFour", lastFour);

        assertThat(form.said().nationalId()).isEqualTo(whole);
        assertThat(form.said().lastFour()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"0532 111 22 33 | +905321112233", "5321112233 | +905321112233", "beni arayın | -", "- | -"})
    void aTelephoneNumberIsReadHoweverItIsTyped(@Nullable String typed, @Nullable String read) {
        assertThat(form("phone", typed).phone()).isEqualTo(read);
        assertThat(form("phone", typed).said().phone()).isEqualTo(read);
    }

    @Test
    void whoeverIsChosenFillsTheFormAndForgetsNothingOfTheMatter() {
        var form = form("subject", "Çukur", "email", "eski@ornek.example");

        form.fill(new Applicant(
                ApplicantType.GERCEK,
                "Ayşe",
                "Işık",
                null,
                "10000000146",
                null,
                null,
                null,
                "+905321112233",
                null,
                "İğde Sokağı 1",
                false));

        assertThat(form.typed())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "subject",
                        "Çukur",
                        "email",
                        "eski@ornek.example",
                        "firstName",
                        "Ayşe",
                        "lastName",
                        "Işık",
                        "nationalId",
                        "10000000146",
                        "phone",
                        "+905321112233",
                        "address",
                        "İğde Sokağı 1"));
        assertThat(applicant(form).type()).isEqualTo("GERCEK");
    }

    @Test
    void ofACompanyTheRepresentativeIsTheName() {
        var form = form();

        form.fill(new Applicant(
                ApplicantType.TUZEL,
                null,
                null,
                "Örnek A.Ş.",
                null,
                "1234567890",
                "Ömer Şahin",
                "Vekâletname 12",
                null,
                "bilgi@ornek.example",
                null,
                false));

        var applicant = applicant(form);
        assertThat(applicant.type()).isEqualTo("TUZEL");
        assertThat(applicant.title()).isEqualTo("Örnek A.Ş.");
        assertThat(applicant.taxNumber()).isEqualTo("1234567890");
        assertThat(applicant.representative()).isEqualTo("Ömer Şahin");
        assertThat(applicant.authorityDocument()).isEqualTo("Vekâletname 12");
        assertThat(applicant.firstName()).isNull();
        assertThat(applicant.lastName()).isNull();
        assertThat(applicant.email()).isEqualTo("bilgi@ornek.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ayşe | Işık | - | - | GERCEK | -",
                "Ayşe | Işık | Örnek A.Ş. | - | TUZEL | Ayşe Işık",
                "Ayşe | - | - | 1234567890 | TUZEL | Ayşe",
                "- | Işık | Örnek A.Ş. | - | TUZEL | Işık",
                "- | - | Örnek A.Ş. | - | TUZEL | -"
            })
    void whoeverNamesACompanySpeaksForIt(
            @Nullable String first,
            @Nullable String last,
            @Nullable String title,
            @Nullable String taxNumber,
            String type,
            @Nullable String representative) {
        var applicant = applicant(form("firstName", first, "lastName", last, "title", title, "taxNumber", taxNumber));

        assertThat(applicant.type()).isEqualTo(type);
        assertThat(applicant.representative()).isEqualTo(representative);
        assertThat(applicant.firstName()).isEqualTo(type.equals("GERCEK") ? first : null);
        assertThat(applicant.identityHidden()).isFalse();
    }

    /** Nothing of an informer goes on, whatever had been typed, and no key that leads to his call. */
    @Test
    void ofAHiddenInformerNothingGoesOn() {
        var request = form(
                        "identityHidden",
                        "on",
                        "firstName",
                        "Ayşe",
                        "phone",
                        "0532 111 22 33",
                        "nationalId",
                        "10000000146",
                        "key",
                        "cagri-1",
                        KabulForm.HIDDEN_KEY,
                        "rastgele")
                .request();

        assertThat(request.externalReference()).isEqualTo("rastgele");
        assertThat(request.applicant())
                .isEqualTo(new SubmissionRequest.ApplicantRequest(
                        null, null, null, null, null, null, null, null, null, null, null, true));
        assertThat(form("key", "cagri-1", KabulForm.HIDDEN_KEY, "rastgele")
                        .request()
                        .externalReference())
                .isEqualTo("cagri-1");
    }

    // What it is about

    @Test
    void aTopicIsChosenOrTheOnlyOneThatTheWordMeans() {
        assertThat(form("topicWords", "çukur").topic().map(Topic::code)).contains("yol-cukur");
        assertThat(form().topic()).isEmpty();
        assertThat(form("topicWords", "zzz").topics()).isEmpty();
        assertThat(form("topicWords", "zzz").request().topic()).isEqualTo("?");
        assertThat(form("topicWords", "Yolda çukur").topics()).hasSize(1);

        var several = form("topicWords", "yol");
        assertThat(several.topics()).hasSizeGreaterThan(1);
        assertThat(several.topic()).isEmpty();
        assertThat(several.request().topic()).isEqualTo("?");
        assertThat(form("topicWords", "yol", "topic", "yol-cukur").matter().topic())
                .isEqualTo("yol-cukur");
        // Chosen before, and then another word was typed
        assertThat(form("topicWords", "su", "topic", "yol-cukur").topic().map(Topic::code))
                .isNotEqualTo(java.util.Optional.of("yol-cukur"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "38.7205, 35.4826  | 38.7205 | 35.4826",
                "38.7205 35.4826   | 38.7205 | 35.4826",
                "38.7205;35.4826   | 38.7205 | 35.4826",
                "-38,-180          | -38     | -180",
                "38                | -       | -",
                "38.7205, 35.4826, | -       | -",
                "1234, 35          | -       | -",
                "38,7205, 35,4826  | -       | -",
                "evimin önü        | -       | -",
                "-                 | -       | -"
            })
    void aPlaceIsTwoNumbers(@Nullable String typed, @Nullable Double latitude, @Nullable Double longitude) {
        var form = form("place", typed, "subject", "Çukur");

        assertThat(form.matter().latitude()).isEqualTo(latitude);
        assertThat(form.matter().longitude()).isEqualTo(longitude);
        // What cannot be read is refused together with all the rest
        boolean unreadable = typed != null && latitude == null;
        assertThat(form.request().latitude()).isEqualTo(unreadable ? Double.valueOf(Double.NaN) : latitude);
        assertThat(form.request().longitude()).isEqualTo(unreadable ? Double.valueOf(Double.NaN) : longitude);
        assertThat(form.byField(List.of()).containsKey("place")).isEqualTo(unreadable);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"18.05.2026 | 2026-05-18", "2026-05-18 | 2026-05-18", "dün | dün", "- | -"})
    void aDayIsReadAsPeopleWriteIt(@Nullable String typed, @Nullable String read) {
        assertThat(form("paperDate", typed).request().paperDate()).isEqualTo(read);
    }

    // What is wrong

    @Test
    void faultsStandAtTheFormsOwnFieldsInTheirOrder() {
        var found = form("topicWords", "zzz")
                .byField(List.of(
                        new FieldError("text", "Metin yazın."),
                        new FieldError("longitude", "Boylam yanlış."),
                        new FieldError("latitude", "Enlem yanlış."),
                        new FieldError("topic", "Konu yok."),
                        new FieldError("applicant.representative", "Temsilci yazın."),
                        new FieldError("applicant.email", "E-posta yanlış."),
                        new FieldError("kind", "TALEP, SIKAYET"),
                        new FieldError("channel", "ALO_153, CIMER"),
                        new FieldError("unknown", "Başka bir şey.")));

        assertThat(List.copyOf(found.keySet()))
                .containsExactly("channel", "firstName", "email", "kind", "topicWords", "text", "place", "unknown");
        assertThat(found)
                .containsEntry("place", "Boylam yanlış. Enlem yanlış.")
                .containsEntry("kind", "Bir tür seçin.")
                .containsEntry("channel", "Bir kanal seçin.")
                .containsEntry("topicWords", "Böyle bir konu yok; başka bir kelime yazın veya boş bırakın.")
                .containsEntry("firstName", "Temsilci yazın.");
        assertThat(form("topicWords", "yol").byField(List.of()))
                .containsExactly(Map.entry("topicWords", "Birden çok konuya uyuyor; listeden birini seçin."));
        assertThat(form("topicWords", "çukur").byField(List.of())).isEmpty();
    }

    @Test
    void anAnswersClosedTopicIsNotChosen() {
        var organization = mock(Organization.class);
        when(organization.topic("eski"))
                .thenReturn(Optional.of(new Organization().topics().get(0)));
        var form = new KabulForm(Map.of(), organization, LocalDate.of(2026, 5, 18));

        form.answer("Ne zaman?", "Pazartesi.", "eski");

        assertThat(form.given("topicWords")).isNull();
        assertThat(form.request().topic()).isNull();
    }

    private static SubmissionRequest.ApplicantRequest applicant(KabulForm form) {
        return requireNonNull(form.request().applicant());
    }

    private static KabulForm form(@Nullable String... typed) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < typed.length; i += 2) {
            if (typed[i + 1] != null) {
                fields.put(typed[i], typed[i + 1]);
            }
        }
        return new KabulForm(fields, new Organization(), LocalDate.of(2026, 5, 18));
    }
}
