package tr.muhatap.basvuru;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/** A field that a ground of refusal may require; form, API and record use the same name. */
public enum GroundField {
    PUBLISHED_IN("publishedIn", Texts.of("basvuru.ground-field.published-in"), Type.TEXT, GroundFacts::publishedIn),
    PUBLISHED_ON("publishedOn", Texts.of("basvuru.ground-field.published-on"), Type.DATE, GroundFacts::publishedOn),
    PUBLISHED_HOW("publishedHow", Texts.of("basvuru.ground-field.published-how"), Type.TEXT, GroundFacts::publishedHow),
    ANNOUNCED_ON("announcedOn", Texts.of("basvuru.ground-field.announced-on"), Type.DATE, GroundFacts::announcedOn),
    UNMET_CONDITION(
            "unmetCondition",
            Texts.of("basvuru.ground-field.unmet-condition"),
            Type.CHOICE,
            GroundFacts::unmetCondition);

    /** Input type of a field. */
    public enum Type {
        TEXT,
        DATE,
        CHOICE
    }

    private final String key;
    private final String label;
    private final Type type;
    private final Function<GroundFacts, @Nullable Object> value;

    GroundField(String key, String label, Type type, Function<GroundFacts, @Nullable Object> value) {
        this.key = key;
        this.label = label;
        this.type = type;
        this.value = value;
    }

    /** The field's name in API and form. */
    public String key() {
        return key;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    /** Codes and labels of a {@link Type#CHOICE}; empty for other types. */
    public Map<String, String> choices() {
        return type == Type.CHOICE ? ForeignerCondition.choices() : Map.of();
    }

    public boolean isGivenIn(GroundFacts facts) {
        return value.apply(facts) != null;
    }

    /** Machine-readable value; empty if not given. */
    public String code(GroundFacts facts) {
        Object given = value.apply(facts);
        return given == null ? "" : given instanceof ForeignerCondition condition ? condition.name() : given.toString();
    }

    /** Value formatted for users; empty if not given. */
    public String words(GroundFacts facts) {
        Object given = value.apply(facts);
        if (given instanceof LocalDate day) {
            return Days.written(day);
        }
        return given instanceof ForeignerCondition condition ? condition.label() : code(facts);
    }
}
