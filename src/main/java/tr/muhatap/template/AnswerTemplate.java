package tr.muhatap.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Outcome;

/**
 * A version of an answer template.
 *
 * @param topic code of its topic; null: for all
 * @param text with placeholders in braces, see {@link TemplateField}
 * @param removed whether this version deletes the template
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
