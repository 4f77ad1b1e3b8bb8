package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OfficeTimeSerializerTest {

    @Test
    void anInstantIsWrittenInOfficeTime() throws Exception {
        var json = new ObjectMapper()
                .registerModule(new SimpleModule().addSerializer(Instant.class, new OfficeTimeSerializer()));

        assertThat(json.writeValueAsString(Instant.parse("2026-06-01T21:00:00Z")))
                .isEqualTo("\"2026-06-02T00:00:00+03:00\"");
    }
}
