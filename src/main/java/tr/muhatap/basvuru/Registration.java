package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.channel.Channel;

/**
 * How an application was registered; immutable.
 *
 * @param warnings findings of the intake, one per line
 * @param previousNumber number of an unprocessed application that this one completes
 */
record Registration(
        Channel channel,
        @Nullable Source source,
        Kind kind,
        @Nullable Submission submission,
        @Nullable String forwardedBy,
        String subject,
        @Nullable String externalReference,
        String deliveredBy,
        String contentDigest,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String warnings,
        Instant receivedAt,
        Instant registeredAt,
        @Nullable String previousNumber,
        @Embedded.Nullable @Nullable Incoming incoming) {

    static Registration of(NewBasvuru given, Instant now) {
        return new Registration(
                given.channel(),
                given.source(),
                given.kind(),
                given.submission(),
                given.forwardedBy(),
                given.subject(),
                given.externalReference(),
                given.deliveredBy(),
                given.contentDigest(),
                given.latitude(),
                given.longitude(),
                String.join("\n", given.warnings()),
                given.receivedAt(),
                now,
                given.previousNumber(),
                given.incoming().equals(Incoming.NOTHING) ? null : given.incoming());
    }

    /** Without what people said; channel, kind and times stay. */
    Registration erased(String words) {
        return new Registration(
                channel,
                source,
                kind,
                submission,
                null,
                words,
                null,
                deliveredBy,
                "",
                null,
                null,
                "",
                receivedAt,
                registeredAt,
                previousNumber,
                incoming == null ? null : incoming.erased());
    }

    boolean asksForInformation() {
        return kind == Kind.BILGI_ISTEMI;
    }

    /** The channel that determines process, desk and steps, see {@link Channel#handledAs}. */
    Channel handledAs() {
        return channel.handledAs(asksForInformation());
    }

    /** Oral applications that were recorded completely, with a topic and without warnings, need no review. */
    boolean needsReview(@Nullable String topic) {
        return !handledAs().isOral() || topic == null || !warnings.isEmpty();
    }

    List<String> warningLines() {
        return warnings.isEmpty() ? List.of() : Arrays.asList(warnings.split("\n"));
    }

    /** Location as latitude and longitude, as written on a map; null if not given. */
    @Nullable
    String place() {
        return latitude == null || longitude == null
                ? null
                : String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude);
    }
}
