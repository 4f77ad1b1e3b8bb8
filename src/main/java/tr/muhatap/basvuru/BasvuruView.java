package tr.muhatap.basvuru;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadline;

/**
 * An application as the API returns it: no text of the citizen except the subject, no personal data.
 *
 * @param otherDeadline the later of two limits, else null
 */
public record BasvuruView(
        String number,
        Channel channel,
        Kind kind,
        @Nullable String topic,
        String subject,
        Status status,
        @Nullable Outcome outcome,
        @Nullable String unit,
        Instant receivedAt,
        Deadline deadline,
        @Nullable Deadline otherDeadline,
        List<String> warnings) {

    public static BasvuruView of(Basvuru basvuru) {
        return new BasvuruView(
                basvuru.number(),
                basvuru.channel(),
                basvuru.kind(),
                basvuru.topic(),
                basvuru.subject(),
                basvuru.status(),
                basvuru.outcome(),
                basvuru.unit(),
                basvuru.receivedAt(),
                basvuru.deadline(),
                basvuru.otherDeadline(),
                basvuru.warnings());
    }
}
