package tr.muhatap.basvuru;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.channel.Channel;

/** One event of each type, its facts filled in. */
public final class EventFixture {

    public static final Instant AT = Instant.parse("2026-05-18T06:30:00Z");

    private EventFixture() {}

    /**
     * An event.
     *
     * @param withOptional whether optional facts are present
     */
    public static BasvuruEvent of(BasvuruEventType type, boolean withOptional) {
        var components = type.record().getRecordComponents();
        var facts = Arrays.stream(components)
                .map(component -> withOptional || !isOptional(component) ? fact(component) : null)
                .toArray();
        try {
            var constructor = type.record()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            return constructor.newInstance(facts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("No " + type, e);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object fact(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getName().equals("at")) {
            return AT;
        } else if (type == String.class) {
            return component.getName();
        } else if (type == Instant.class) {
            return Instant.parse("2026-06-15T21:00:00Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 6, 1 + component.getName().length());
        } else if (type == BigDecimal.class) {
            return new BigDecimal("1125.5");
        } else if (type == int.class) {
            return 40;
        } else if (type == Long.class) {
            return 40L;
        } else if (type == boolean.class) {
            return true;
        } else if (component.getGenericType().getTypeName().contains("FeeLine")) {
            return List.of(new FeeLine(FeeItem.SAYFA, 30, new BigDecimal("1.5")));
        } else if (component.getGenericType().getTypeName().contains("AnsweredQuestion")) {
            return List.of(new BasvuruEvent.AnsweredQuestion(2, "ab".repeat(32)));
        } else if (type == List.class) {
            return List.of(
                    new HolidayChange(7, LocalDate.of(2026, 6, 10), "Seçim günü", HolidayChange.Kind.EKLENDI),
                    new HolidayChange(8, LocalDate.of(2026, 6, 11), "Bayram", HolidayChange.Kind.CIKARILDI));
        } else if (type == Channel.class) {
            return Channel.DIJITAL;
        } else if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return constants[constants.length - 1];
        }
        throw new AssertionError("No example of " + type);
    }
}
