package tr.muhatap.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.intake.desk.IntakeDesk;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.problem.FieldError;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Phones;
import tr.muhatap.text.Texts;

/** The intake desk's form as entered, and its conversion to a submission. */
final class KabulForm {

    /** Labels of the fields in the error summary, in order. */
    static final Map<String, String> LABELS = labels();

    private static final Pattern PLACE =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");
    private static final int DIGITS_OF_AN_ID = 11;
    private static final String ALL_IN_APPLICANT = "applicant.";

    /** Random external number of a hidden informer's tip, which does not lead to the call. */
    static final String HIDDEN_KEY = "hiddenKey";

    private final Map<String, String> typed;
    private final Organization organization;
    private final LocalDate today;

    KabulForm(Map<String, String> typed, Organization organization, LocalDate today) {
        this.typed = new LinkedHashMap<>(typed);
        this.organization = organization;
        this.today = today;
    }

    Map<String, String> typed() {
        return typed;
    }

    @Nullable
    String given(String field) {
        String value = typed.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Nullable
    String nationalId() {
        String typedId = given("nationalId");
        return typedId == null ? null : Digits.joined(typedId);
    }

    /** Facts stated by the applicant so far. */
    IntakeDesk.Said said() {
        String id = digits("nationalId");
        String lastFour = digits("lastFour");
        boolean whole = id != null && id.length() == DIGITS_OF_AN_ID;
        return new IntakeDesk.Said(whole ? id : null, phone(), lastFour == null ? id : lastFour, given("address"));
    }

    private @Nullable String digits(String field) {
        String value = given(field);
        return value == null ? null : value.replaceAll("\\D", "");
    }

    /** The phone number in E.164 form; null if invalid. */
    @Nullable
    String phone() {
        return Optional.ofNullable(given("phone")).flatMap(Phones::parse).orElse(null);
    }

    /** Topics matching the search word; only the chosen one once it is chosen. */
    List<Topic> topics() {
        String words = given("topicWords");
        if (words == null) {
            return List.of();
        }
        var found = organization.topicsLike(words);
        return found.stream()
                .filter(topic -> topic.name().equals(words))
                .findFirst()
                .map(List::of)
                .orElse(found);
    }

    /** The chosen topic, or the only match of the search word. */
    Optional<Topic> topic() {
        var possible = topics();
        return possible.stream()
                .filter(topic -> topic.code().equals(given("topic")))
                .findFirst()
                .or(() -> possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty());
    }

    IntakeDesk.Matter matter() {
        return new IntakeDesk.Matter(
                topic().map(Topic::code).orElse(null), given("subject"), coordinate(1), coordinate(2));
    }

    /** Resets the fields of an application, keeping those of the applicant. */
    void fill(Applicant applicant) {
        boolean legal = applicant.title() != null;
        put("firstName", applicant.firstName());
        put("lastName", applicant.lastName());
        put("nationalId", applicant.nationalId());
        put("phone", applicant.phone());
        put("email", applicant.email());
        put("address", applicant.address());
        put("title", applicant.title());
        put("taxNumber", applicant.taxNumber());
        put("authorityDocument", applicant.authorityDocument());
        if (legal) {
            put("firstName", applicant.representative());
        }
    }

    /** An answer that was given as it stands; what the clerk wrote already stays. */
    void answer(String question, String answer, @Nullable String topic) {
        put("information", answer);
        putIfMissing("subject", question);
        putIfMissing("text", question);
        putIfMissing("kind", Kind.TALEP.name());
        if (topic != null && given("topicWords") == null) {
            put("topicWords", organization.openTopic(topic).map(Topic::name).orElse(null));
        }
    }

    private void putIfMissing(String field, String value) {
        if (given(field) == null) {
            typed.put(field, value);
        }
    }

    private void put(String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    private boolean hasUnknownTopic() {
        return given("topicWords") != null && topic().isEmpty();
    }

    private boolean hasUnreadablePlace() {
        return given("place") != null && coordinate(1) == null;
    }

    /** Unparsable values are passed on as invalid ones, so that the intake reports all faults together. */
    SubmissionRequest request() {
        boolean hidden = typed.containsKey("identityHidden");
        var channel = Channel.find(given("channel"));
        boolean onPaper = channel.filter(own -> own.asks(Particular.SUBMISSION)).isPresent();
        Double unreadable = hasUnreadablePlace() ? Double.NaN : null;
        return new SubmissionRequest(
                given("channel"),
                null,
                given("kind"),
                hasUnknownTopic() ? "?" : topic().map(Topic::code).orElse(null),
                given("subject"),
                given("text"),
                hidden ? hiddenApplicant() : applicant(),
                onPaper ? given("submission") : null,
                onPaper ? given("forwardedBy") : null,
                reference(channel.orElse(null), hidden),
                received(given("receivedOn")),
                unreadable == null ? coordinate(1) : unreadable,
                unreadable == null ? coordinate(2) : unreadable,
                null,
                null,
                given("privacyNotice"),
                given("answerBy"),
                given("paperNumber"),
                day(given("paperDate")),
                given("passedOnBy"));
    }

    /** The number at the source where the answer goes back there, else the form's own key. */
    private @Nullable String reference(@Nullable Channel channel, boolean hidden) {
        boolean goesBack = channel != null && channel.answerWay() == AnswerWay.BACK_TO_SOURCE;
        String number = goesBack ? given("sourceNumber") : null;
        return number == null ? given(hidden ? HIDDEN_KEY : "key") : number;
    }

    /** The beginning of a day that has passed; today's is now. What is no day stays and is refused as such. */
    private @Nullable String received(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var day = Days.parse(typed).orElse(null);
        if (day == null) {
            return typed;
        }
        return day.equals(today) ? null : day + "T00:00:00+03:00";
    }

    /** Converts a date to ISO; an invalid one is passed on and refused. */
    private static @Nullable String day(@Nullable String typed) {
        return typed == null ? null : Days.parse(typed).map(LocalDate::toString).orElse(typed);
    }

    /** Maps errors to the form's own fields, in order. */
    Map<String, String> byField(List<FieldError> errors) {
        var found = new LinkedHashMap<String, String>();
        for (var error : errors) {
            found.merge(fieldOf(error.field()), words(error), (one, other) -> one + " " + other);
        }
        if (hasUnknownTopic()) {
            found.put(
                    "topicWords",
                    topics().isEmpty()
                            ? Texts.of("portal.kabul-form.boyle-bir-konu-yok-baska")
                            : Texts.of("portal.kabul-form.birden-cok-konuya-uyuyor-listeden"));
        }
        if (hasUnreadablePlace()) {
            found.put("place", Texts.of("portal.kabul-form.konum-enlem-ve-boylam-olarak"));
        }
        var sorted = new LinkedHashMap<String, String>();
        LABELS.keySet().stream().filter(found::containsKey).forEach(field -> sorted.put(field, found.get(field)));
        found.forEach(sorted::putIfAbsent);
        return sorted;
    }

    private static String fieldOf(String path) {
        return switch (path) {
            case "latitude", "longitude" -> "place";
            case "topic" -> "topicWords";
            case "receivedAt" -> "receivedOn";
            case "externalReference" -> "sourceNumber";
            case "applicant.representative" -> "firstName";
            default -> path.startsWith(ALL_IN_APPLICANT) ? path.substring(ALL_IN_APPLICANT.length()) : path;
        };
    }

    /** Replaces messages that list codes of the API, since the page has a selection. */
    private static String words(FieldError error) {
        return switch (error.field()) {
            case "kind" -> Texts.of("portal.apply-page.bir-tur-secin");
            case "channel" -> Texts.of("portal.kabul-form.bir-kanal-secin");
            default -> error.message();
        };
    }

    private SubmissionRequest.ApplicantRequest applicant() {
        boolean legal = given("title") != null || given("taxNumber") != null;
        String firstName = given("firstName");
        String lastName = given("lastName");
        return new SubmissionRequest.ApplicantRequest(
                legal ? "TUZEL" : "GERCEK",
                legal ? null : firstName,
                legal ? null : lastName,
                given("title"),
                nationalId(),
                given("taxNumber"),
                legal ? joined(firstName, lastName) : null,
                given("authorityDocument"),
                given("phone"),
                given("email"),
                given("address"),
                false,
                typed.containsKey("foreigner") ? true : null);
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + " " + other;
    }

    private static SubmissionRequest.ApplicantRequest hiddenApplicant() {
        return new SubmissionRequest.ApplicantRequest(
                null, null, null, null, null, null, null, null, null, null, null, true);
    }

    private @Nullable Double coordinate(int which) {
        String place = given("place");
        if (place == null) {
            return null;
        }
        var read = PLACE.matcher(place);
        return read.matches() ? Double.valueOf(read.group(which)) : null;
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("channel", Texts.of("portal.kabul-form.kanal"));
        labels.put("phone", Texts.of("portal.apply-page.telefon"));
        labels.put("nationalId", Texts.of("portal.apply-page.t-c-kimlik-numarasi"));
        labels.put("firstName", Texts.of("portal.apply-page.ad"));
        labels.put("lastName", Texts.of("portal.apply-page.soyad"));
        labels.put("email", Texts.of("portal.apply-page.e-posta"));
        labels.put("address", Texts.of("portal.apply-page.adres"));
        labels.put("title", Texts.of("portal.apply-page.unvan"));
        labels.put("taxNumber", Texts.of("portal.apply-page.vergi-kimlik-numarasi"));
        labels.put("authorityDocument", Texts.of("portal.apply-page.yetki-belgesi"));
        labels.put("identityHidden", Texts.of("portal.kabul-form.kimligi-gizli-ihbar"));
        labels.put("kind", Texts.of("portal.apply-page.tur"));
        labels.put("topicWords", Texts.of("portal.apply-page.konu"));
        labels.put("subject", Texts.of("portal.apply-page.baslik"));
        labels.put("text", Texts.of("portal.kabul-form.anlatilan"));
        labels.put("place", Texts.of("portal.kabul-form.konum"));
        labels.put("answerBy", Texts.of("portal.apply-page.cevabin-yolu"));
        labels.put("passedOnBy", Texts.of("portal.kabul-form.ileten"));
        labels.put("submission", Texts.of("portal.kabul-form.nasil-geldi"));
        labels.put("forwardedBy", Texts.of("portal.kabul-form.ileten-kurum"));
        labels.put("sourceNumber", Texts.of("portal.kabul-form.kaynaktaki-numara"));
        labels.put("receivedOn", Texts.of("portal.kabul-form.gelis-tarihi"));
        labels.put(Attachments.FIELD, Texts.of("portal.apply-page.ekler"));
        labels.put("paperNumber", Texts.of("portal.kabul-form.evrak-sayisi"));
        labels.put("paperDate", Texts.of("portal.kabul-form.evrak-tarihi"));
        labels.put("information", Texts.of("portal.kabul-form.verilen-bilgi"));
        return labels;
    }
}
