package tr.muhatap.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes the components of a record as serialized: all are required, those marked {@link Nullable} may be null. For
 * requests, {@link ApiDescription} makes nullable ones optional.
 */
@Component
class RecordShapes implements ModelConverter {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String NULL = "null";

    /** Two records with the same simple name would share a schema, and one of them would be described wrongly. */
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> further) {
        if (!further.hasNext()) {
            return null;
        }
        var schema = further.next().resolve(type, context, further);
        var java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            requireOwnName(java.getRawClass());
            var described = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().substring(COMPONENTS.length()));
            if (described != null && described.getProperties() != null) {
                describe(described, java.getRawClass().getRecordComponents());
            }
        }
        return schema;
    }

    private void requireOwnName(Class<?> type) {
        var other = named.putIfAbsent(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalStateException("Two records of the API have one name: " + other + ", " + type);
        }
    }

    private static void describe(Schema<?> schema, RecordComponent[] components) {
        var required = new ArrayList<String>();
        for (var component : components) {
            String name = component.getName();
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.getProperties().put(name, orNull(property).name(name));
            }
            if (!component.isAnnotationPresent(JsonInclude.class)
                    && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(name);
            }
        }
        schema.setRequired(required);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of(NULL))));
        }
        if (property.getTypes() != null && !property.getTypes().contains(NULL)) {
            property.addType(NULL);
            addNull(property);
        }
        return property;
    }

    /** An enumeration of values has to include null explicitly. */
    private static <T> void addNull(Schema<T> property) {
        if (property.getEnum() != null) {
            var values = new ArrayList<@Nullable T>(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
    }
}
