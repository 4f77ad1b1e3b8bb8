package tr.muhatap.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoReportDocumentTest {

    private static String written(Object content, boolean json) {
        return new String(new GeoReportDocument("service_requests", content).write(json), StandardCharsets.UTF_8);
    }

    @Test
    void aListIsBareInJsonAndHasItsItemsNamedInXml() {
        var row = new LinkedHashMap<String, Object>();
        row.put("lat", 38.72);
        row.put("address", null);
        row.put("notes", List.of(Map.of("description", "a<b & ç\u0001\"")));

        assertThat(written(List.of(row), true))
                .isEqualTo("[{\"lat\":38.72,\"address\":null,\"notes\":[{\"description\":\"a<b & ç\\u0001\\\"\"}]}]");
        assertThat(written(List.of(row), false))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><lat>38.72</lat>"
                        + "<address></address><notes><note><description>a&lt;b &amp; ç\"</description></note></notes>"
                        + "</request></service_requests>");
        assertThat(written(List.of(), true)).isEqualTo("[]");
    }
}
