package tr.muhatap.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JsonComponent;

/** Normalizes JSON strings by {@link PlainText#normal}. */
@JsonComponent(type = String.class)
class NormalizingStringDeserializer extends StringDeserializer {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return normal(super.deserialize(parser, context));
    }

    @Override
    public @Nullable String deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer type) throws IOException {
        return normal(super.deserializeWithType(parser, context, type));
    }

    private static @Nullable String normal(@Nullable String value) {
        return value == null ? null : PlainText.normal(value);
    }
}
