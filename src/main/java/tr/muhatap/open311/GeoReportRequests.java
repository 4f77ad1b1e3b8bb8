package tr.muhatap.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.attachment.Upload;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.PublishedRequests;
import tr.muhatap.basvuru.Source;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Unit;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.takip.CodeDelivery;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/** Requests of applications of others: registered through the one way in, and shown again without words and people. */
@Component
class GeoReportRequests {

    static final int MOST = 1_000;
    static final int MOST_NUMBERS = 500;
    static final Duration LONGEST_PERIOD = Duration.ofDays(90);

    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_PLACE = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MEDIA = 500;
    private static final int MOST_MEDIA = 10;
    private static final int LONGEST_OUTSIDE_ID = 50;
    private static final int LAST_PAGE = 1_000_000;

    /** Where FixMyStreet's user set no pin, the coordinates are the middle of the map that was shown. */
    private static final String NO_PIN = "#NOTPINPOINTED#";

    private static final List<String> OUTSIDE_IDS = List.of("fixmystreet_id", "external_id");
    private static final List<String> TITLES = List.of("title");

    /** Fields of an application as this interface calls them. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("applicant.firstName", "first_name"),
            Map.entry("applicant.lastName", "last_name"),
            Map.entry("applicant.phone", "phone"),
            Map.entry("applicant.email", "email"),
            Map.entry("latitude", "lat"),
            Map.entry("longitude", "long"),
            Map.entry("topic", "service_code"),
            Map.entry("subject", "attribute[title]"),
            Map.entry("text", "description"),
            Map.entry("kind", "attribute[" + GeoReportServices.KIND + "]"),
            Map.entry("externalReference", "attribute[fixmystreet_id]"),
            Map.entry(Attachments.FIELD, "media"));

    private final Intake intake;
    private final PublishedRequests published;
    private final History history;
    private final Organization organization;
    private final Attachments attachments;
    private final CodeDelivery codes;
    private final Clock clock;

    GeoReportRequests(
            Intake intake,
            PublishedRequests published,
            History history,
            Organization organization,
            Attachments attachments,
            CodeDelivery codes,
            Clock clock) {
        this.intake = intake;
        this.published = published;
        this.history = history;
        this.organization = organization;
        this.attachments = attachments;
        this.codes = codes;
        this.clock = clock;
    }

    // Taking in

    /**
     * Registers a request, or recognises it by the client's own id for it.
     *
     * @param client whose key it came with
     * @param files what came along in the form itself
     * @throws NotFoundException for an unknown service
     * @throws InvalidInputException naming every faulty field as the interface does
     */
    GeoReportDocument take(String client, GeoReportFields fields, List<Upload> files) {
        var request = request(client, fields);
        try {
            var accepted = attachments.accept(files);
            var receipt = intake.takeFromApp(
                    request,
                    PublishedRequests.DELIVERERS + client,
                    basvuru -> attachments.addFromCitizen(basvuru.number(), accepted));
            var taken = new LinkedHashMap<String, Object>();
            taken.put("service_request_id", receipt.basvuru().number());
            taken.put(
                    "service_notice",
                    Texts.of(
                            codes.recipient(receipt.basvuru()).isPresent()
                                    ? "open311.alindi"
                                    : "open311.alindi-iletisimsiz",
                            receipt.basvuru().deadline().lastDay().format(GeoReportUpdates.DAY)));
            taken.put("account_id", null);
            return new GeoReportDocument("service_requests", List.of(taken));
        } catch (InvalidInputException faulty) {
            throw new InvalidInputException(faulty.errors().stream()
                    .map(error -> new FieldError(NAMES.getOrDefault(error.field(), error.field()), error.message()))
                    .toList());
        }
    }

    private SubmissionRequest request(String client, GeoReportFields fields) {
        var check = new Check();
        String code = fields.one("service_code");
        check.require(code != null, "service_code", Texts.of("open311.service-code"));
        check.done();
        var topic = organization
                .openTopic(Check.given(code).strip())
                .orElseThrow(() -> new NotFoundException(Texts.of("open311.hizmet-yok")));
        String description = check.text("description", fields.one("description"), LONGEST_DESCRIPTION);
        Double latitude = coordinate("lat", fields, check);
        Double longitude = coordinate("long", fields, check);
        String address = check.optionalLine("address_string", fields.one("address_string"), LONGEST_PLACE);
        String addressId = check.optionalLine("address_id", fields.one("address_id"), LONGEST_PLACE);
        String words = check.optionalLine(
                "attribute[" + GeoReportServices.PLACE + "]", fields.attribute(GeoReportServices.PLACE), LONGEST_PLACE);
        boolean hasPlace = (latitude != null && longitude != null) || address != null || addressId != null;
        check.require(hasPlace || check.isFaulty("lat") || check.isFaulty("long"), "lat", Texts.of("open311.yer"));
        var media = media(fields, check);
        String kind = kind(fields, check);
        String title = first(fields, TITLES);
        String outsideId = first(fields, OUTSIDE_IDS);
        check.require(
                outsideId == null || !PlainText.isLongerThan(outsideId, LONGEST_OUTSIDE_ID),
                "attribute[fixmystreet_id]",
                Texts.of("open311.kimlik-uzun", LONGEST_OUTSIDE_ID));
        check.done();
        boolean hasPin = !NO_PIN.equals(addressId);
        var text = new StringBuilder(Check.given(description));
        addLine(text, "open311.yer-satiri", address);
        addLine(text, "open311.yer-satiri", words);
        addLine(text, "open311.adres-kodu-satiri", hasPin ? addressId : null);
        if (!hasPin) {
            text.append('\n').append(Texts.of("open311.isaretsiz"));
        }
        media.forEach(one -> addLine(text, "open311.fotograf-satiri", one));
        return new SubmissionRequest(
                Channel.ofOwnPage(false).name(),
                Source.MOBIL_UYGULAMA.name(),
                kind,
                topic.code(),
                title == null || PlainText.isLongerThan(title.strip(), LONGEST_TITLE) ? topic.name() : title,
                text.toString(),
                applicant(fields),
                null,
                null,
                outsideId == null ? null : PublishedRequests.DELIVERERS + client + ":" + outsideId.strip(),
                null,
                hasPin ? latitude : null,
                hasPin ? longitude : null,
                null);
    }

    private static SubmissionRequest.ApplicantRequest applicant(GeoReportFields fields) {
        return new SubmissionRequest.ApplicantRequest(
                ApplicantType.GERCEK.name(),
                fields.one("first_name"),
                fields.one("last_name"),
                null,
                null,
                null,
                null,
                null,
                fields.one("phone"),
                fields.one("email"),
                null,
                false);
    }

    private static @Nullable Double coordinate(String name, GeoReportFields fields, Check check) {
        String given = fields.one(name);
        if (given == null) {
            return null;
        }
        var read = GeoReportFields.decimal(given);
        check.require(read.isPresent(), name, Texts.of("open311.koordinat"));
        return read.orElse(null);
    }

    private static String kind(GeoReportFields fields, Check check) {
        String given = fields.attribute(GeoReportServices.KIND);
        if (given == null) {
            return Kind.SIKAYET.name();
        }
        var kind = GeoReportServices.KINDS.stream()
                .filter(known -> known.name().equals(given.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        check.require(
                kind.isPresent(),
                "attribute[" + GeoReportServices.KIND + "]",
                Texts.of(
                        "open311.tur",
                        GeoReportServices.KINDS.stream().map(Kind::name).collect(Collectors.joining(", "))));
        return kind.orElse(Kind.SIKAYET).name();
    }

    private static @Nullable String first(GeoReportFields fields, List<String> codes) {
        return codes.stream()
                .map(fields::attribute)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static void addLine(StringBuilder text, String key, @Nullable String value) {
        if (value != null) {
            text.append('\n').append(Texts.of(key, value));
        }
    }

    /** Addresses of pictures stand in the text, for whoever decides to open one; this program opens none. */
    static List<String> media(GeoReportFields fields, Check check) {
        var media =
                fields.all("media_url").stream().map(String::strip).distinct().toList();
        check.require(media.size() <= MOST_MEDIA, "media_url", Texts.of("open311.cok-fotograf", MOST_MEDIA));
        check.require(
                media.stream().allMatch(GeoReportRequests::isWebAddress),
                "media_url",
                Texts.of("open311.fotograf-adresi"));
        return media;
    }

    private static boolean isWebAddress(String given) {
        if (PlainText.isLongerThan(given, LONGEST_MEDIA)) {
            return false;
        }
        try {
            var uri = new URI(given);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    // Showing

    /**
     * One or more, by their numbers.
     *
     * @throws NotFoundException if none of them is published
     */
    GeoReportDocument byNumbers(List<String> numbers, boolean extended) {
        var found = published.of(readable(numbers));
        if (found.isEmpty()) {
            throw new NotFoundException(Texts.of("open311.basvuru-yok"));
        }
        return document(found, extended);
    }

    /** The same application's number, for a client that kept it as a token. */
    GeoReportDocument token(String token) {
        var found = published.of(readable(List.of(token)));
        if (found.isEmpty()) {
            throw new NotFoundException(Texts.of("open311.basvuru-yok"));
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("service_request_id", found.get(0).number());
        row.put("token", token);
        return new GeoReportDocument("service_requests", List.of(row));
    }

    /** A list by the interface's filters; numbers override all others. */
    GeoReportDocument list(GeoReportFields fields) {
        var check = new Check();
        boolean extended = "true".equalsIgnoreCase(fields.one("extensions"));
        int page = whole("page", fields, LAST_PAGE, 1, check);
        int size = whole("page_size", fields, MOST, MOST, check);
        var numbers = fields.listed("service_request_id");
        check.require(
                numbers.size() <= MOST_NUMBERS, "service_request_id", Texts.of("open311.cok-numara", MOST_NUMBERS));
        if (!numbers.isEmpty()) {
            check.done();
            return document(published.of(readable(numbers)), extended);
        }
        var period = GeoReportPeriod.of(fields, LONGEST_PERIOD, clock.instant(), check);
        var closed = closed(fields, check);
        check.done();
        var codes = fields.listed("service_code");
        var topics = codes.stream()
                .filter(code -> organization.topic(code).isPresent())
                .toList();
        long offset = (page - 1L) * size;
        if ((topics.isEmpty() && !codes.isEmpty()) || offset > Integer.MAX_VALUE) {
            return document(List.of(), extended);
        }
        return document(
                published.find(new PublishedRequests.Search(
                        null, topics, period.from(), period.until(), closed, (int) offset, size)),
                extended);
    }

    private static int whole(String name, GeoReportFields fields, int most, int otherwise, Check check) {
        String given = fields.one(name);
        if (given == null) {
            return otherwise;
        }
        boolean isWhole = given.strip().matches("\\d{1,7}") && Integer.parseInt(given.strip()) >= 1;
        check.require(isWhole, name, Texts.of("open311.sayi", name));
        return isWhole ? Math.min(most, Integer.parseInt(given.strip())) : otherwise;
    }

    /** Null if both are wanted. */
    private static @Nullable Boolean closed(GeoReportFields fields, Check check) {
        var given = fields.listed("status").stream()
                .map(status -> status.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        boolean known = given.stream().allMatch(status -> status.equals("open") || status.equals("closed"));
        check.require(known, "status", Texts.of("open311.durum"));
        return given.size() == 1 ? Boolean.valueOf(given.get(0).equals("closed")) : null;
    }

    /** What can be a number of ours; a database is asked for nothing else. */
    private static List<String> readable(List<String> numbers) {
        return numbers.stream()
                .filter(number -> number.matches("\\d{4}-\\d{1,12}"))
                .toList();
    }

    private GeoReportDocument document(List<PublishedRequests.Request> requests, boolean extended) {
        var numbers = requests.stream().map(PublishedRequests.Request::number).toList();
        var updated = history.lastChanges(numbers, GeoReportStatus.EVENTS);
        var notes = extended && !numbers.isEmpty()
                ? history
                        .changes(
                                numbers,
                                GeoReportStatus.EVENTS,
                                Instant.EPOCH,
                                clock.instant().plusSeconds(1))
                        .stream()
                        .collect(Collectors.groupingBy(History.Change::number))
                : Map.<String, List<History.Change>>of();
        var rows = new ArrayList<Map<String, Object>>();
        for (var request : requests) {
            var row = row(request, updated.getOrDefault(request.number(), request.registeredAt()));
            if (extended) {
                row.put("extended_attributes", extended(request));
                row.put("notes", notes(notes.getOrDefault(request.number(), List.of())));
            }
            rows.add(row);
        }
        return new GeoReportDocument("service_requests", rows);
    }

    private Map<String, Object> row(PublishedRequests.Request request, Instant updated) {
        var topic = request.topic() == null
                ? null
                : organization.topic(request.topic()).orElse(null);
        String unit = request.unit() != null ? request.unit() : topic == null ? null : topic.unit();
        var outcome = request.outcome();
        var row = new LinkedHashMap<String, Object>();
        row.put("service_request_id", request.number());
        row.put("status", request.isClosed() ? "closed" : "open");
        row.put("status_notes", outcome == null ? request.status().label() : outcome.label());
        row.put("service_name", topic == null ? null : topic.name());
        row.put("service_code", topic == null ? null : topic.code());
        row.put("description", null);
        row.put(
                "agency_responsible",
                unit == null ? null : organization.unit(unit).map(Unit::name).orElse(null));
        row.put("service_notice", null);
        row.put("requested_datetime", GeoReportDates.write(request.receivedAt()));
        row.put("updated_datetime", GeoReportDates.write(updated));
        row.put("expected_datetime", GeoReportDates.writeEnd(request.lastDay()));
        row.put("address", null);
        row.put("address_id", null);
        row.put("zipcode", null);
        row.put("lat", request.latitude());
        row.put("long", request.longitude());
        row.put("media_url", null);
        return row;
    }

    private static Map<String, Object> extended(PublishedRequests.Request request) {
        var outcome = request.outcome();
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("status_code", request.status().name());
        attributes.put("outcome_code", outcome == null ? null : outcome.name());
        attributes.put("closed_datetime", request.closedAt() == null ? null : GeoReportDates.write(request.closedAt()));
        return attributes;
    }

    private static List<Map<String, Object>> notes(List<History.Change> changes) {
        var notes = new ArrayList<Map<String, Object>>();
        for (var change : changes) {
            GeoReportUpdates.words(change).ifPresent(words -> {
                var note = new LinkedHashMap<String, Object>();
                note.put("datetime", GeoReportDates.write(change.entry().at()));
                note.put("description", words);
                notes.add(note);
            });
        }
        return notes;
    }
}
