package tr.muhatap.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Outcome;

/**
 * One version of an answer's template.
 *
 * @param topic code of the one topic it is for; null: for all
 * @param text with fields in braces, see {@link TemplateField}
 * @param removed whether this version took the template away
 */
public record AnswerTemplate(
        String id,
        int version,
        String title,
        @Nullable String topic,
        Outcome outcome,
        String text,
        boolean removed,
        String changedBy,
        Instant changedAt) {}
