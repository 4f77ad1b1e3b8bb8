package tr.muhatap.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.PublishedRequests;
import tr.muhatap.dosya.Notes;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * The extension for updates, both ways. Outward it says where a request stands, in sentences of ours; inward an update
 * becomes a note on the file in the name of the client, since anybody may write one there and a state is the office's to
 * change.
 */
@Component
class GeoReportUpdates {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final int LONGEST_ID = 50;
    private static final int LONGEST_DESCRIPTION = 3_000;
    private static final int LONGEST_NOTE = 4_000;

    /** How long after its receipt a request still has updates: the longest limit with its reopenings is far shorter. */
    private static final Duration LISTED = Duration.ofDays(730);

    private static final int MOST = 5_000;

    private final PublishedRequests published;
    private final History history;
    private final Notes notes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GeoReportUpdates(
            PublishedRequests published,
            History history,
            Notes notes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.published = published;
        this.history = history;
        this.notes = notes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What changed in a period, in order; of the requests of the client that asks. */
    GeoReportDocument list(String client, GeoReportFields fields) {
        var check = new Check();
        var now = clock.instant();
        var period = GeoReportPeriod.of(fields, GeoReportRequests.LONGEST_PERIOD, now, check);
        check.done();
        var numbers = published
                .find(new PublishedRequests.Search(
                        PublishedRequests.DELIVERERS + client,
                        List.of(),
                        now.minus(LISTED),
                        now.plusSeconds(1),
                        null,
                        0,
                        MOST))
                .stream()
                .map(PublishedRequests.Request::number)
                .toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (var change : history.changes(numbers, GeoReportStatus.EVENTS, period.from(), period.until())) {
            row(change).ifPresent(rows::add);
        }
        return new GeoReportDocument("service_request_updates", rows);
    }

    private static Optional<Map<String, Object>> row(History.Change change) {
        var event = change.entry().event();
        if (event == null) {
            return Optional.empty();
        }
        return GeoReportStatus.after(event).map(status -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("update_id", "muhatap-" + change.id());
            row.put("service_request_id", change.number());
            row.put("status", status);
            row.put("updated_datetime", GeoReportDates.write(change.entry().at()));
            row.put("description", words(change).orElse(""));
            row.put("media_url", null);
            row.put(
                    "external_status_code",
                    event instanceof BasvuruEvent.Kapandi closed
                            ? closed.outcome().name()
                            : null);
            return row;
        });
    }

    /** What happened, in a sentence that names nobody; empty for what a later version wrote. */
    static Optional<String> words(History.Change change) {
        var event = change.entry().event();
        return event == null
                ? Optional.empty()
                : Optional.of(
                        event instanceof BasvuruEvent.Kapandi closed
                                ? Texts.of(
                                        "open311.olay.kapandi", closed.outcome().label())
                                : Texts.of("open311.olay." + event.type().name()));
    }

    /**
     * Takes an update in, once: the same id of the same client again changes nothing.
     *
     * @throws NotFoundException if the client delivered no such request
     * @throws InvalidInputException naming every faulty field, or where the id is known with other content
     */
    GeoReportDocument take(String client, GeoReportFields fields) {
        var check = new Check();
        String id = check.line("update_id", fields.one("update_id"), LONGEST_ID);
        String number = check.line("service_request_id", fields.one("service_request_id"), LONGEST_ID);
        String description = check.optionalText("description", fields.one("description"), LONGEST_DESCRIPTION);
        String given = fields.one("status");
        var status = given == null ? Optional.<String>empty() : GeoReportStatus.known(given);
        check.require(given == null || status.isPresent(), "status", Texts.of("open311.guncelleme-durumu"));
        String at = fields.one("updated_datetime");
        check.require(
                at == null || GeoReportDates.read(at).isPresent(),
                "updated_datetime",
                Texts.of("open311.tarih", "updated_datetime"));
        var media = GeoReportRequests.media(fields, check);
        check.require(
                description != null || given != null || !media.isEmpty() || check.isFaulty("description"),
                "description",
                Texts.of("open311.guncelleme-bos"));
        check.done();
        var request = published.of(List.of(Check.given(number))).stream()
                .filter(one -> one.deliveredBy().equals(PublishedRequests.DELIVERERS + client))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Texts.of("open311.basvuru-yok")));
        String words = words(client, status.orElse(null), description, media);
        keep(client, Check.given(id), request.number(), words);
        var row = new LinkedHashMap<String, Object>();
        row.put("update_id", id);
        row.put("service_request_id", request.number());
        return new GeoReportDocument("service_request_updates", List.of(row));
    }

    private static String words(
            String client, @Nullable String status, @Nullable String description, List<String> media) {
        var words = new StringBuilder(Texts.of("open311.guncelleme-notu", client));
        if (status != null) {
            words.append('\n').append(Texts.of("open311.guncelleme-durum." + status));
        }
        if (description != null) {
            words.append('\n').append(description);
        }
        for (var one : media) {
            String line = "\n" + Texts.of("open311.fotograf-satiri", one);
            if (!PlainText.isLongerThan(words + line, LONGEST_NOTE)) {
                words.append(line);
            }
        }
        return words.toString();
    }

    private void keep(String client, String id, String number, String words) {
        String digest = digest(number + "\n" + words);
        try {
            transaction.executeWithoutResult(tx -> {
                if (isKnown(client, id, digest)) {
                    return;
                }
                jdbc.sql("insert into open311_guncelleme (istemci, update_id, number, digest, taken_at) "
                                + "values (:client, :id, :number, :digest, :at)")
                        .param("client", client)
                        .param("id", id)
                        .param("number", number)
                        .param("digest", digest)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                notes.addFromApp(number, words, PublishedRequests.DELIVERERS + client);
            });
        } catch (DuplicateKeyException sentAtOnce) {
            isKnown(client, id, digest);
        }
    }

    private boolean isKnown(String client, String id, String digest) {
        var known = jdbc.sql("select digest from open311_guncelleme where istemci = :client and update_id = :id")
                .param("client", client)
                .param("id", id)
                .query(String.class)
                .optional();
        if (known.isPresent() && !known.get().equals(digest)) {
            throw new InvalidInputException("update_id", Texts.of("open311.guncelleme-bilinen"));
        }
        return known.isPresent();
    }

    private static String digest(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
