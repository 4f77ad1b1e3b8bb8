package tr.muhatap.intake.cagri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Texts;

/** Endpoint for events of telephone systems. */
@RestController
class CallController {

    private static final int LARGEST = 1 << 16;
    private static final int DEEPEST = 3;
    private static final int MOST_FIELDS = 200;

    private final CallDoors doors;
    private final CallEvents events;
    private final ObjectMapper json;

    CallController(CallDoors doors, CallEvents events, ObjectMapper json) {
        this.doors = doors;
        this.events = events;
        this.json = json;
    }

    /** Answers 200 immediately, also for duplicates. */
    @RequestMapping(
            path = "/api/v1/cagri/{sistem}",
            method = {RequestMethod.GET, RequestMethod.POST})
    @ResponseStatus(HttpStatus.OK)
    void take(@PathVariable String sistem, HttpServletRequest request) throws IOException {
        doors.require(CallEvents.system(sistem), request.getRemoteAddr(), request.getParameter(CallDoors.SECRET));
        events.take(sistem, fields(request));
    }

    private Map<String, String> fields(HttpServletRequest request) throws IOException {
        var fields = new HashMap<String, String>();
        String type = request.getContentType();
        if (type != null && type.toLowerCase(java.util.Locale.ROOT).contains("json")) {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new InvalidInputException("body", Texts.of("intake.cagri.buyuk"));
            }
            flatten("", read(body), fields, 0);
        }
        request.getParameterMap().forEach((name, values) -> {
            if (fields.size() < MOST_FIELDS) {
                fields.putIfAbsent(name, values[0]);
            }
        });
        return fields;
    }

    private JsonNode read(byte[] body) throws IOException {
        try {
            var read = json.readTree(new String(body, StandardCharsets.UTF_8));
            if (!read.isObject()) {
                throw new InvalidInputException("body", Texts.of("intake.cagri.okunamadi"));
            }
            return read;
        } catch (JsonProcessingException broken) {
            throw new InvalidInputException("body", Texts.of("intake.cagri.okunamadi"));
        }
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> fields, int depth) {
        object.fields().forEachRemaining(field -> {
            if (field.getValue().isObject() && depth < DEEPEST) {
                flatten(prefix + field.getKey() + ".", field.getValue(), fields, depth + 1);
            } else if (field.getValue().isValueNode() && !field.getValue().isNull() && fields.size() < MOST_FIELDS) {
                fields.put(prefix + field.getKey(), field.getValue().asText());
            }
        });
    }
}
