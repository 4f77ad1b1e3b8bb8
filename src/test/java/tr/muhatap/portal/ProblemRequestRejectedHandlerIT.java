package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;

/** Malformed requests get the right status and a sentence about what is wrong. */
@HttpTest
class ProblemRequestRejectedHandlerIT {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"TRACE, /", "TRACE, /api/v1/basvurular", "TRACE, /engine-rest/task", "TRACE, /yok", "TANIMSIZ, /takip"})
    void aMethodThatThereIsNotIsNamed(String method, String path) throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD, POST", "application/problem+json", "bu yöntemi (HTTP) desteklemiyor")
                .doesNotContain("Adresi kontrol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/takip", "/api/v1/deadlines", "/api/v1/service-standards", "/css/muhatap.css", "/yok"})
    void aHeaderThatCannotBeReadIsNoMatterOfTheAddress(String path) throws IOException {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: /;;bozuk\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("Adresi kontrol", "HTTP/1.1 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/takip", "/api/v1/takip/withdrawal", "/api/v1/basvurular", "/engine-rest/task", "/giris"})
    void norIsOneOfTheBody(String path) throws IOException {
        String answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: ;;bozuk/\r\n"
                + "Authorization: Basic aGFsa2xhOmRlbW8=\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).doesNotContain("Adresi kontrol", "HTTP/1.1 500");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
