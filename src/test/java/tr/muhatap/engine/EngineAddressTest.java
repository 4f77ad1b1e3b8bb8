package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EngineAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/",
                "/engine-rest/task",
                "/engine-rest/process-definition/cimer:1:00000000-0000-0000-0000-000000000000",
                "/engine-rest/process-definition/cimer%3A1%3A00000000-0000-0000-0000-000000000000",
                "/engine-rest/user/ayse%40belediye.example/profile",
                "/engine-rest/user/ayse.isik/profile"
            })
    void whatIsPlainlyWrittenIsClean(String path) {
        assertThat(EngineAddress.clean(new MockHttpServletRequest("GET", path)))
                .hasValue(path.replace("%3A", ":").replace("%40", "@"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest//task",
                "/engine-rest/task//",
                "/engine-rest/./task",
                "/engine-rest/x/../task",
                "/engine-rest/.../task",
                "/engine-rest/task;a=b",
                "/engine-rest;a=b/task",
                "/engine-rest/task;",
                "/engine-rest\\task",
                "/engine-rest/task\\",
                "/engine-rest/%74ask",
                "/engine-rest/%2e%2e/task",
                "/engine-rest%2Ftask",
                "/engine-rest/%2574ask",
                "/engine-rest/task%3b",
                "/engine-rest/task%3a",
                "/engine-rest/task%00",
                "/engine-rest/task%",
                "/engine-rest/task%C4%B1",
                "/engine-rest/taskı",
                "/engine-rest/ta sk",
                "/engine-rest/ta+sk",
                "engine-rest/task",
                ""
            })
    void whatTwoReadersCouldReadDifferentlyIsNot(String path) {
        assertThat(EngineAddress.clean(new MockHttpServletRequest("GET", path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/x", "/ENGINE-REST/x", "/Camunda/Api/x", "/camunda/api"})
    void theEnginesInterfacesAreKnownInAnyCase(String path) {
        assertThat(EngineAddress.isOfEngine(at(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/camunda/app/tasklist/default/", "/engine-restless", "/camunda/apis", "/api/v1/basvurular"})
    void otherAddressesAreNone(String path) {
        assertThat(EngineAddress.isOfEngine(at(path))).isFalse();
    }

    private static MockHttpServletRequest at(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }
}
