package tr.muhatap.channel;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes a channel in the OpenAPI schema as an enumeration of its codes. */
@Component
class ChannelSchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> further) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.hasRawClass(Channel.class)) {
            return new StringSchema()
                    ._enum(Arrays.stream(Channel.values()).map(Channel::name).toList());
        }
        return further.hasNext() ? further.next().resolve(type, context, further) : null;
    }
}
