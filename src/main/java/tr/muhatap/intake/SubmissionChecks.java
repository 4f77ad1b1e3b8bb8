package tr.muhatap.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.AnswerBy;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.basvuru.Incoming;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.NewBasvuru;
import tr.muhatap.basvuru.PassedOnBy;
import tr.muhatap.basvuru.Source;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.OutsideHolidayTableException;
import tr.muhatap.channel.AnswerWay;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.Particular;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandard.Paper;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.text.Check;
import tr.muhatap.text.Digits;
import tr.muhatap.text.IdentityNumbers;
import tr.muhatap.text.Texts;

/**
 * Validates a delivery completely and collects every fault, so that the sender sees all of them at once. Required
 * papers of a channel are read from the service standards.
 */
final class SubmissionChecks {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_INFORMATION = 4_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_VERSION = 40;
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_PAPER_NUMBER = 60;
    private static final Check.Wording WORDING = new Check.Wording(
            Texts.of("intake.submission-checks.bu-alan-zorunludur"),
            Texts.of("intake.submission-checks.en-cok-karakter-olabilir"),
            Texts.of("intake.submission-checks.bu-alanda-gorunmeyen-karakter-olamaz"));

    private final SubmissionRequest request;
    private final ServiceStandards standards;
    private final Deadlines deadlines;
    private final Organization organization;
    private final Predicate<String> isUnprocessed;
    private final Clock clock;
    private final Check check = new Check();
    private final List<String> warnings = new ArrayList<>();
    private boolean isListed;

    SubmissionChecks(
            SubmissionRequest request,
            ServiceStandards standards,
            Deadlines deadlines,
            Organization organization,
            Predicate<String> isUnprocessed,
            Clock clock) {
        this.request = request;
        this.standards = standards;
        this.deadlines = deadlines;
        this.organization = organization;
        this.isUnprocessed = isUnprocessed;
        this.clock = clock;
    }

    /** For an item of another system's list, which may keep to itself who applied. */
    SubmissionChecks ofList() {
        isListed = true;
        return this;
    }

    /**
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     */
    NewBasvuru checked(Optional<Channel> recognised, String deliveredBy, String contentDigest) {
        Channel channel = recognised.orElse(null);
        if (channel == null) {
            reject(
                    "channel",
                    Texts.of(
                            "intake.submission-checks.kanal-zorunludur-ve-sunlardan-biri",
                            Arrays.stream(Channel.values()).map(Channel::name).collect(Collectors.joining(", "))));
        }
        Kind kind = choice(Kind.class, "kind", request.kind(), true);
        Source source = source(channel);
        Submission submission = submission(channel);
        String forwardedBy = name("forwardedBy", request.forwardedBy(), LONGEST_TITLE);
        if (forwardedBy != null && submission != Submission.KURUM) {
            reject("forwardedBy", Texts.of("intake.submission-checks.ileten-kurum-yalnizca-baska-kurum"));
        }
        String topic = topic();
        String subject = required("subject", line("subject", request.subject(), LONGEST_SUBJECT));
        String text = required("text", text("text", request.text(), LONGEST_TEXT));
        String externalReference = line("externalReference", request.externalReference(), LONGEST_REFERENCE);
        Applicant applicant = applicant(channel, kind, submission, forwardedBy);
        location();
        Instant receivedAt = receivedAt();
        if (channel != null) {
            requireReckonable(channel, receivedAt);
        }
        String previousNumber = previousNumber();
        String privacyNotice = line("privacyNotice", request.privacyNotice(), LONGEST_VERSION);
        var incoming = incoming(channel, submission, applicant);
        check.done();
        return new NewBasvuru(
                Check.given(channel),
                source,
                Check.given(kind),
                submission,
                forwardedBy,
                topic,
                Check.given(subject),
                Check.given(text),
                applicant,
                externalReference,
                deliveredBy,
                contentDigest,
                request.latitude(),
                request.longitude(),
                List.copyOf(warnings),
                receivedAt,
                previousNumber,
                privacyNotice,
                incoming);
    }

    /** The information given to the applicant on the spot. */
    @Nullable
    String information(@Nullable String given) {
        return required("information", text("information", given, LONGEST_INFORMATION));
    }

    /** Only an application that was not processed can be completed by a new one (4982 md. 6). */
    private @Nullable String previousNumber() {
        String given = line("previousNumber", request.previousNumber(), LONGEST_REFERENCE);
        String number = given == null ? null : Digits.applicationNumber(given);
        if (number != null && !isUnprocessed.test(number)) {
            reject("previousNumber", Texts.of("intake.submission-checks.bu-numarayla-isleme-konulmamis-bir"));
        }
        String code = request.previousCode();
        if (number == null && code != null && !code.isBlank()) {
            reject("previousNumber", Texts.of("intake.submission-checks.takip-koduyla-birlikte-onceki-basvurunun"));
        }
        return number;
    }

    /** The wish for the answer, if it can be met; ignored if the answer is returned to another body. */
    private Incoming incoming(@Nullable Channel channel, @Nullable Submission submission, Applicant applicant) {
        var wish = choice(AnswerBy.class, "answerBy", request.answerBy(), false);
        if (wish != null && channel != null) {
            if (channel.answerWay() == AnswerWay.BACK_TO_SOURCE || submission == Submission.KURUM) {
                reject("answerBy", Texts.of("intake.submission-checks.bu-basvurunun-cevabi-basvuruyu-ileten"));
            } else if (!wish.isPossibleFor(applicant)) {
                reject("answerBy", Texts.of("intake.submission-checks.secilen-cevap-yolu-icin-gereken"));
            }
        }
        String number =
                check.printable("paperNumber", line("paperNumber", request.paperNumber(), LONGEST_PAPER_NUMBER));
        String day = request.paperDate();
        var date = day == null || day.isBlank() ? null : check.day("paperDate", day);
        if (date != null && date.isAfter(LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL))) {
            reject("paperDate", Texts.of("intake.submission-checks.evrak-tarihi-gelecekte-olamaz"));
        }
        if (number == null && date != null && !check.isFaulty("paperNumber")) {
            reject("paperNumber", Texts.of("intake.submission-checks.evrak-tarihiyle-birlikte-evrak-sayisi"));
        }
        var passedOnBy = choice(PassedOnBy.class, "passedOnBy", request.passedOnBy(), false);
        if (passedOnBy != null && applicant.identityHidden()) {
            reject("passedOnBy", Texts.of("intake.submission-checks.kimligi-gizli-ihbarda-ileten"));
        }
        return new Incoming(wish, number, date, isForeigner(applicant), passedOnBy);
    }

    /** By the mark or by the number; the review then sees the conditions (4982 md. 4, 3071 md. 3). */
    private boolean isForeigner(Applicant applicant) {
        var given = request.applicant();
        String nationalId = applicant.nationalId();
        boolean isMarked = given != null && Boolean.TRUE.equals(given.foreigner()) && !applicant.identityHidden();
        return isMarked || nationalId != null && IdentityNumbers.looksLikeForeignersId(nationalId);
    }

    private @Nullable Source source(@Nullable Channel channel) {
        if (channel != null && channel.asks(Particular.SOURCE)) {
            return choice(Source.class, "source", request.source(), true);
        }
        if (channel != null && request.source() != null) {
            reject(
                    "source",
                    Texts.of(
                            "intake.submission-checks.kaynak-yalnizca-kanalinda-yazilir",
                            Channel.namesAsking(Particular.SOURCE)));
        }
        return null;
    }

    private @Nullable Submission submission(@Nullable Channel channel) {
        if (channel != null && channel.asks(Particular.SUBMISSION)) {
            return choice(Submission.class, "submission", request.submission(), true);
        }
        if (channel != null && request.submission() != null) {
            reject(
                    "submission",
                    Texts.of(
                            "intake.submission-checks.basvuru-sekli-yalnizca-kanalinda-yazilir",
                            Channel.namesAsking(Particular.SUBMISSION)));
        }
        return null;
    }

    private @Nullable String topic() {
        String topic = line("topic", request.topic(), LONGEST_NAME);
        if (topic != null && organization.openTopic(topic).isEmpty()) {
            reject("topic", Texts.of("intake.submission-checks.kodlu-bir-konu-yok", topic));
        }
        return topic;
    }

    private Applicant applicant(
            @Nullable Channel channel,
            @Nullable Kind kind,
            @Nullable Submission submission,
            @Nullable String forwardedBy) {
        ApplicantRequest given = request.applicant();
        if (given == null) {
            reject("applicant", Texts.of("intake.submission-checks.basvuru-sahibinin-bilgileri-zorunludur"));
            return new Applicant(null, null, null, null, null, null, null, null, null, null, null, false);
        }
        boolean hidden = Boolean.TRUE.equals(given.identityHidden());
        if (hidden && kind != Kind.IHBAR && !isHiddenBySource(channel, kind)) {
            reject(
                    "applicant.identityHidden",
                    Texts.of("intake.submission-checks.kimlik-yalnizca-ihbarda-gizlenebilir"));
        }
        if (hidden) {
            requireEmpty(given);
            return new Applicant(null, null, null, null, null, null, null, null, null, null, null, true);
        }
        ApplicantType type = choice(ApplicantType.class, "applicant.type", given.type(), true);
        var applicant = new Applicant(
                type,
                name("applicant.firstName", given.firstName(), LONGEST_NAME),
                name("applicant.lastName", given.lastName(), LONGEST_NAME),
                name("applicant.title", given.title(), LONGEST_TITLE),
                nationalId(given.nationalId()),
                taxNumber(given.taxNumber()),
                name("applicant.representative", given.representative(), LONGEST_TITLE),
                name("applicant.authorityDocument", given.authorityDocument(), LONGEST_TITLE),
                phone(given.phone()),
                email(given.email()),
                check.withoutLink("applicant.address", text("applicant.address", given.address(), LONGEST_ADDRESS)),
                false);
        requireName(type, applicant);
        boolean wroteFromSomewhere = Source.E_POSTA.name().equals(request.source())
                || Source.SOSYAL_MEDYA.name().equals(request.source());
        if (wroteFromSomewhere && channel != null && channel.asks(Particular.SOURCE) && !applicant.isReachable()) {
            warnings.add(Texts.of("intake.submission-checks.iletisim-bilgisi-yok-bildirimler-ve"));
        }
        if (channel != null) {
            requirePapers(channel, submission, type, applicant, forwardedBy);
            if (channel.isUnder4982(kind == Kind.BILGI_ISTEMI)) {
                warnOfRequest(channel, submission, applicant);
            }
        }
        return applicant;
    }

    /** The answer goes back to the source, which knows the applicant; 4982 md. 6 wants the office to know who asks. */
    private boolean isHiddenBySource(@Nullable Channel channel, @Nullable Kind kind) {
        return isListed
                && kind != Kind.BILGI_ISTEMI
                && channel != null
                && channel.answerWay() == AnswerWay.BACK_TO_SOURCE;
    }

    private void requireEmpty(ApplicantRequest given) {
        record Field(String name, @Nullable String value) {}
        var fields = List.of(
                new Field("firstName", given.firstName()),
                new Field("lastName", given.lastName()),
                new Field("title", given.title()),
                new Field("nationalId", given.nationalId()),
                new Field("taxNumber", given.taxNumber()),
                new Field("representative", given.representative()),
                new Field("authorityDocument", given.authorityDocument()),
                new Field("phone", given.phone()),
                new Field("email", given.email()),
                new Field("address", given.address()));
        for (var field : fields) {
            if (field.value() != null && !field.value().isBlank()) {
                reject(
                        "applicant." + field.name(),
                        Texts.of("intake.submission-checks.kimligi-gizli-ihbarda-basvuru-sahibinin"));
            }
        }
    }

    private void requireName(@Nullable ApplicantType type, Applicant applicant) {
        if (type == ApplicantType.GERCEK) {
            required("applicant.firstName", applicant.firstName());
            required("applicant.lastName", applicant.lastName());
        } else if (type == ApplicantType.TUZEL) {
            required("applicant.title", applicant.title());
        }
    }

    private void requirePapers(
            Channel channel,
            @Nullable Submission submission,
            @Nullable ApplicantType type,
            Applicant applicant,
            @Nullable String forwardedBy) {
        var required = standards.standard(channel, false).requiredPapers();
        var papers = new ArrayList<>(required.getOrDefault("*", List.of()));
        if (submission != null) {
            papers.addAll(required.getOrDefault(submission.name(), List.of()));
            if (type != null) {
                papers.addAll(required.getOrDefault(submission.name() + "_" + type.name(), List.of()));
            }
        }
        papers.forEach(paper -> requirePaper(paper, applicant, forwardedBy));
        if (submission == Submission.YAZILI) {
            warnIfLacking(applicant.nationalId(), Texts.of("intake.submission-checks.t-c-kimlik-no-dilekcede"));
            warnIfLacking(applicant.phone(), Texts.of("intake.submission-checks.telefon-dilekcede-yok"));
        }
    }

    private void requirePaper(Paper paper, Applicant applicant, @Nullable String forwardedBy) {
        switch (paper) {
            case TC_KIMLIK_NO ->
                required(
                        "applicant.nationalId",
                        applicant.nationalId(),
                        applicant.type() == ApplicantType.TUZEL
                                ? Texts.of("intake.submission-checks.tc-kimlik-no")
                                : Texts.of("intake.submission-checks.tc-kimlik-no-2"));
            case YETKI_BELGESI ->
                required(
                        "applicant.authorityDocument",
                        applicant.authorityDocument(),
                        Texts.of("intake.submission-checks.yetki-belgesi"));
            case ADRES ->
                required("applicant.address", applicant.address(), Texts.of("intake.submission-checks.adres"));
            case ILETEN_KURUM ->
                required("forwardedBy", forwardedBy, Texts.of("intake.submission-checks.ileten-kurum"));
            case ILETISIM -> {
                if (applicant.phone() == null && applicant.email() == null && applicant.address() == null) {
                    required("applicant.phone", null, Texts.of("intake.submission-checks.iletisim"));
                }
            }
        }
    }

    /**
     * Requirements of 4982 beyond the published table: a warning for the review, never a ground to refuse the
     * application.
     */
    private void warnOfRequest(Channel channel, @Nullable Submission submission, Applicant applicant) {
        if (submission == Submission.ELEKTRONIK) {
            warnIfLacking(applicant.address(), Texts.of("intake.submission-checks.adres-yok-4982-sayili-kanun"));
        }
        if (applicant.type() == ApplicantType.TUZEL && submission != null && submission != Submission.KURUM) {
            warnIfLacking(applicant.nationalId(), Texts.of("intake.submission-checks.temsilcinin-t-c-kimlik-numarasi"));
        }
        if (isForeigner(applicant)) {
            warnings.add(Texts.of("intake.submission-checks.basvuru-sahibi-yabancidir-ikamet-karsiliklilik"));
        }
        if (channel.isOral()) {
            warnings.add(Texts.of("intake.submission-checks.bilgi-edinme-talebi-sozludur-dilekceyi"));
        }
    }

    private void warnIfLacking(@Nullable String value, String warning) {
        if (value == null) {
            warnings.add(warning);
        }
    }

    private @Nullable String nationalId(@Nullable String given) {
        String value = number("applicant.nationalId", given);
        if (value == null || IdentityNumbers.isNationalId(value)) {
            return value;
        }
        if (IdentityNumbers.looksLikeForeignersId(value)) {
            warnings.add(Texts.of("intake.submission-checks.yabanci-kimlik-numarasinin-kontrol-haneleri"));
            return value;
        }
        reject("applicant.nationalId", Texts.of("intake.submission-checks.t-c-kimlik-numarasi-gecersiz"));
        return null;
    }

    private @Nullable String taxNumber(@Nullable String given) {
        String value = number("applicant.taxNumber", given);
        if (value == null || IdentityNumbers.isTaxNumber(value)) {
            return value;
        }
        reject("applicant.taxNumber", Texts.of("intake.submission-checks.vergi-kimlik-numarasi-gecersiz-10"));
        return null;
    }

    private @Nullable String phone(@Nullable String given) {
        String value = line("applicant.phone", given, LONGEST_NAME);
        return check.phone("applicant.phone", value);
    }

    private @Nullable String email(@Nullable String given) {
        return check.email("applicant.email", line("applicant.email", given, LONGEST_ADDRESS));
    }

    private void location() {
        Double latitude = request.latitude();
        Double longitude = request.longitude();
        if ((latitude == null) != (longitude == null)) {
            reject(
                    latitude == null ? "latitude" : "longitude",
                    Texts.of("intake.submission-checks.enlem-ve-boylam-birlikte-yazilmalidir"));
        }
        if (latitude != null && !(Math.abs(latitude) <= 90)) {
            reject("latitude", Texts.of("intake.submission-checks.enlem-90-ile-90-arasinda"));
        }
        if (longitude != null && !(Math.abs(longitude) <= 180)) {
            reject("longitude", Texts.of("intake.submission-checks.boylam-180-ile-180-arasinda"));
        }
    }

    private Instant receivedAt() {
        Instant now = clock.instant();
        String given = request.receivedAt();
        if (given == null) {
            return now;
        }
        try {
            Instant receivedAt =
                    OffsetDateTime.parse(given).toInstant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            if (receivedAt.isAfter(now)) {
                reject("receivedAt", Texts.of("intake.submission-checks.basvuru-tarihi-gelecekte-olamaz"));
                return now;
            }
            return receivedAt;
        } catch (DateTimeParseException e) {
            reject("receivedAt", Texts.of("intake.submission-checks.basvuru-tarihi-saat-farkiyla-yazilmalidir"));
            return now;
        }
    }

    private void requireReckonable(Channel channel, Instant receivedAt) {
        try {
            deadlines.limit(channel, receivedAt);
        } catch (OutsideHolidayTableException e) {
            reject("receivedAt", String.valueOf(e.getMessage()));
        }
    }

    private <E extends Enum<E>> @Nullable E choice(
            Class<E> type, String field, @Nullable String given, boolean isRequired) {
        if (given == null || given.isBlank()) {
            if (isRequired) {
                reject(field, Texts.of("intake.submission-checks.bu-alan-zorunludur-degerleri", names(type)));
            }
            return null;
        }
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst();
        if (found.isEmpty()) {
            reject(field, Texts.of("intake.submission-checks.gecersiz-deger-sunlardan-biri-olmalidir", names(type)));
        }
        return found.orElse(null);
    }

    static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private @Nullable String line(String field, @Nullable String given, int longest) {
        return check.optionalLine(field, given, longest, WORDING);
    }

    private @Nullable String name(String field, @Nullable String given, int longest) {
        return check.withoutLink(field, line(field, given, longest));
    }

    /** Removes the blanks with which people group digits. */
    private @Nullable String number(String field, @Nullable String given) {
        String words = line(field, given, LONGEST_NAME);
        return words == null ? null : Digits.joined(words);
    }

    private @Nullable String text(String field, @Nullable String given, int longest) {
        return check.optionalText(field, given, longest, WORDING);
    }

    private @Nullable String required(String field, @Nullable String value) {
        return required(field, value, Texts.of("intake.submission-checks.bu-alan-zorunludur"));
    }

    /** Rejects a missing value, unless the field already has a fault. */
    private @Nullable String required(String field, @Nullable String value, String message) {
        if (value == null && !check.isFaulty(field)) {
            reject(field, message);
        }
        return value;
    }

    private void reject(String field, String message) {
        check.reject(field, message);
    }
}
