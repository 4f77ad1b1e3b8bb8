package tr.muhatap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response that deviates from the description fails the test. */
class ApiContractTest {

    private static final String HOLIDAY =
            "{\"date\":\"2026-10-28\",\"name\":\"Cumhuriyet Bayramı arifesi\",\"half\":true,\"leave\":false}";
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Kural izin vermiyor\",\"status\":409,\"detail\":\"Olmaz.\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/holidays/2026-10-28 | 200 | application/json | as it is",
                "GET | /api/v1/holidays/2026-10-28 | 404 | application/problem+json | a problem",
                "DELETE | /api/v1/holidays/2026-10-28 | 409 | application/problem+json | a known code",
                "PATCH | /api/v1/holidays/2026-10-28 | 405 | text/html | a page",
                "GET | /api/v1/nothing | 404 | text/html | a page"
            })
    void whatIsDescribedPasses(String method, String path, int status, String type, String what) throws IOException {
        assertThatCode(() -> ApiContract.check(description(), method, path, status, type, body(what)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/holidays/2026-10-28 | 202 | application/json | as it is",
                "GET | /api/v1/holidays/2026-10-28 | 200 | text/html | a page",
                "GET | /api/v1/holidays/2026-10-28 | 200 | application/json | another field",
                "GET | /api/v1/holidays/2026-10-28 | 200 | application/json | a field that lacks",
                "GET | /api/v1/holidays/2026-10-28 | 200 | application/json | null",
                "GET | /api/v1/holidays/2026-10-28 | 200 | application/json | no date",
                "DELETE | /api/v1/holidays/2026-10-28 | 204 | application/json | as it is",
                "DELETE | /api/v1/holidays/2026-10-28 | 409 | application/problem+json | a problem",
                "DELETE | /api/v1/holidays/2026-10-28 | 409 | application/problem+json | a code of others",
                "GET | /api/v1/nothing | 200 | application/json | as it is",
            })
    void whatIsNotDescribedFails(String method, String path, int status, String type, String what) throws IOException {
        var api = description();
        assertThatThrownBy(() -> ApiContract.check(api, method, path, status, type, body(what)))
                .isInstanceOf(AssertionError.class);
    }

    private static String body(String what) {
        return switch (what) {
            case "as it is" -> HOLIDAY;
            case "another field" -> HOLIDAY.replace("{", "{\"more\":1,");
            case "a field that lacks" -> HOLIDAY.replace(",\"leave\":false", "");
            case "null" -> HOLIDAY.replace("true", "null");
            case "no date" -> HOLIDAY.replace("2026-10-28", "28.10.2026");
            case "a problem" -> PROBLEM;
            case "a known code" -> PROBLEM.replace("{", "{\"code\":\"TATIL_TABLOSU_BITTI\",");
            case "a code of others" -> PROBLEM.replace("{", "{\"code\":\"TASLAK_YOK\",");
            default -> "<html></html>";
        };
    }

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(Path.of("src/docs/openapi.json").toFile());
    }
}
