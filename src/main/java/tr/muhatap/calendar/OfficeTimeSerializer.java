package tr.muhatap.calendar;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.JsonComponent;

/** Writes every instant as ISO 8601 in office time, e.g. {@code 2026-05-18T10:15:00+03:00}. */
@JsonComponent
class OfficeTimeSerializer extends JsonSerializer<Instant> {

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(OfficeClock.ISTANBUL)));
    }
}
