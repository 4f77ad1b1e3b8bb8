package tr.muhatap.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class GeoReportErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "/open311, true",
        "/open311/, true",
        "/open311/v2/requests.xml, true",
        "/open311-anahtarlari, false",
        "/api/open311/, false",
        "'', false"
    })
    void theInterfacesAddressesAreKnown(String path, boolean isAt) {
        assertThat(GeoReportErrors.isAt(path)).isEqualTo(isAt);
        assertThat(GeoReportErrors.isAt(new MockHttpServletRequest("GET", path)))
                .isEqualTo(isAt);
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/requests.json, text/xml, true",
        "/open311/v2/requests.XML, application/json, false",
        "/open311/v2/requests, application/json, true",
        "/open311/v2/requests, */*, false",
        "/open311/v2/requests, , false"
    })
    void theEndingDecidesBeforeTheHeader(String path, String accept, boolean json) {
        var request = new MockHttpServletRequest("GET", path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        assertThat(GeoReportErrors.wantsJson(request)).isEqualTo(json);
    }

    @Test
    void theBodyIsAnArrayInEitherForm() {
        var said = List.of("a<b & \"c\"\u0001", "d");
        assertThat(new String(GeoReportErrors.body(HttpStatus.BAD_REQUEST, said, true), StandardCharsets.UTF_8))
                .isEqualTo("[{\"code\":400,\"description\":\"a<b & \\\"c\\\"\\u0001\"},"
                        + "{\"code\":400,\"description\":\"d\"}]");
        assertThat(new String(GeoReportErrors.body(HttpStatus.BAD_REQUEST, said, false), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<errors><error><code>400</code>"
                        + "<description>a&lt;b &amp; \"c\"</description></error><error><code>400</code>"
                        + "<description>d</description></error></errors>");
    }
}
