package tr.muhatap.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains in Turkish why a value could not be parsed, without repeating it: it may be personal data. */
final class UnreadableValue {

    private UnreadableValue() {}

    /** Describes valid values of a type. */
    static String message(@Nullable Class<?> type) {
        if (type == null) {
            return ProblemTexts.of("problem.unreadable-value.deger-okunamadi");
        }
        var choices = choices(type);
        if (choices.length > 0) {
            return ProblemTexts.of(
                    "problem.unreadable-value.sunlardan-biri-olmalidir",
                    Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (type == LocalDate.class) {
            return ProblemTexts.of("problem.unreadable-value.yyyy-aa-gg-biciminde-takvimde");
        }
        if (type == OffsetDateTime.class || type == ZonedDateTime.class || type == Instant.class) {
            return ProblemTexts.of("problem.unreadable-value.saat-farki-tasiyan-bir-iso");
        }
        if (type == Duration.class || type == Period.class) {
            return ProblemTexts.of("problem.unreadable-value.iso-8601-suresi-olmalidir-ornegin");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ProblemTexts.of("problem.unreadable-value.true-ya-da-false-olmalidir");
        }
        if (List.of(int.class, long.class, short.class).contains(type)
                || List.of(Integer.class, Long.class, Short.class).contains(type)) {
            return ProblemTexts.of("problem.unreadable-value.tam-sayi-olmalidir");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return ProblemTexts.of("problem.unreadable-value.sayi-olmalidir");
        }
        if (type == String.class) {
            return ProblemTexts.of("problem.unreadable-value.metin-olmalidir");
        }
        return ProblemTexts.of("problem.unreadable-value.deger-beklenen-bicimde-degil");
    }

    /** Constants of an enum, or of a class with a {@code values()} method; otherwise empty. */
    private static Object[] choices(Class<?> type) {
        try {
            var values = type.getMethod("values");
            boolean listsItself = Modifier.isStatic(values.getModifiers())
                    && type.equals(values.getReturnType().getComponentType());
            return listsItself ? (Object[]) values.invoke(null) : new Object[0];
        } catch (ReflectiveOperationException listsNothing) {
            return new Object[0];
        }
    }

    /** The field at which parsing failed; empty if the text is not JSON at all. */
    static List<FieldError> errors(JsonMappingException thrown) {
        var field = path(thrown.getPath());
        if (field.isEmpty()) {
            return List.of();
        }
        if (thrown instanceof UnrecognizedPropertyException) {
            return List.of(new FieldError(field, ProblemTexts.of("problem.unreadable-value.boyle-bir-alan-yok")));
        }
        var type = thrown instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return List.of(new FieldError(field, message(type)));
    }

    /** Position of the syntax error, in lines and columns. */
    static String position(JsonProcessingException thrown) {
        var location = thrown.getLocation();
        return location == null
                ? ProblemTexts.of("problem.unreadable-value.gonderilen-icerik-json-olarak-cozulemedi")
                : ProblemTexts.of(
                        "problem.unreadable-value.gonderilen-icerik-json-olarak-cozulemedi-2",
                        location.getLineNr(),
                        location.getColumnNr());
    }

    private static String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
