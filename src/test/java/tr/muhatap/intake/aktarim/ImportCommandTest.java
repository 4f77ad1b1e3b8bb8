package tr.muhatap.intake.aktarim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command says where the program does not answer as it should. */
class ImportCommandTest {

    @TempDir
    Path folder;

    private HttpServer program;
    private Path list;

    @BeforeEach
    void start() throws IOException {
        list = Files.writeString(folder.resolve("liste.csv"), "Başvuru No\n1\n");
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
    }

    private String run(String url) {
        var said = new StringWriter();
        int exit = new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(said))
                .execute(list.toString(), "--channel", "CIMER", "--url", url);
        assertThat(exit).isNotZero();
        assertThat(said.toString()).doesNotContain("null", "Exception");
        return said.toString();
    }

    private String url() {
        return "http://127.0.0.1:" + program.getAddress().getPort();
    }

    @Test
    void aProgramThatDiesMidwayIsSaidInWords() {
        program.createContext("/api/v1/imports", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Location", "/api/v1/imports/1");
            byte[] body = "{\"state\":\"SURUYOR\"}".getBytes(StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(202, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });

        assertThat(run(url())).contains("aynı komutu yeniden verin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{"})
    void anAnswerThatNobodyCanReadIsSaidInWords(String body) {
        program.createContext("/api/v1/imports", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThat(run(url())).contains("aynı komutu yeniden verin");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(run("http://127.0.0.1:" + free)).contains("bağlanılamadı", "--url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"belediye", "ftp://127.0.0.1/", "http://"})
    void anAddressThatIsNoneIsNamed(String address) {
        assertThat(run(address)).contains("geçerli bir adres değil");
    }
}
