package tr.muhatap.intake.aktarim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tr.muhatap.Command;
import tr.muhatap.text.Texts;

/** Sends a list to a running program and prints the result; for scheduled exports. */
@CommandLine.Command(
        name = "import",
        resourceBundle = "metinler.intake",
        description = "${bundle:intake.import-command.cimer-veya-acik-kapi-listesini}")
public final class ImportCommand implements Command {

    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    @Parameters(
            index = "0",
            paramLabel = "DOSYA",
            description = "${bundle:intake.import-command.csv-veya-xlsx-listesi}")
    private @Nullable Path file;

    @Option(names = "--channel", required = true, description = "${bundle:intake.import-command.kanalin-kodu}")
    private String channel = "";

    @Option(names = "--map", description = "${bundle:intake.import-command.saklanan-sutun-eslemesinin-adi-verilmezse}")
    private @Nullable String map;

    @Option(
            names = "--url",
            description = "${bundle:intake.import-command.programin-adresi}",
            defaultValue = "http://localhost:8080")
    private String url = "";

    @Option(
            names = "--kullanici",
            description = "${bundle:intake.import-command.hesap-adi}",
            defaultValue = "${env:MUHATAP_USER}")
    private @Nullable String user;

    @Option(
            names = "--parola",
            description = "${bundle:intake.import-command.parolasi}",
            defaultValue = "${env:MUHATAP_PASSWORD}")
    private @Nullable String password;

    @Spec
    private @Nullable CommandSpec spec;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @Override
    public Integer call() throws InterruptedException {
        if (file == null || !Files.isReadable(file)) {
            say(Texts.of("intake.import-command.dosya-okunamadi", file));
            return UNUSABLE;
        }
        try {
            var answer = http.send(handingIn(file), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != ACCEPTED) {
                return refused(answer.statusCode(), answer.body());
            }
            String address = answer.headers().firstValue("Location").orElseThrow(() -> new IOException("No Location"));
            var status = json.readTree(answer.body());
            while (isOpen(status)) {
                Thread.sleep(PAUSE.toMillis());
                var next = http.send(request(address).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (next.statusCode() != OK) {
                    return refused(next.statusCode(), next.body());
                }
                status = json.readTree(next.body());
            }
            return tell(status);
        } catch (ConnectException away) {
            say(Texts.of("intake.import-command.programa-baglanilamadi", url));
            return UNUSABLE;
        } catch (IOException broken) {
            // Most of them carry no words, and none any that a clerk could use
            say(Texts.of("intake.import-command.cevap-kesildi"));
            return UNUSABLE;
        } catch (IllegalArgumentException noAddress) {
            say(Texts.of("intake.import-command.adres-gecersiz", url));
            return UNUSABLE;
        }
    }

    private static boolean isOpen(JsonNode status) {
        String state = status.path("state").asText();
        return state.equals(ImportState.SIRADA.name()) || state.equals(ImportState.SURUYOR.name());
    }

    private HttpRequest handingIn(Path list) throws IOException {
        String boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        String name = String.valueOf(list.getFileName()).replace('"', '_');
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(list));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String query = "?channel=" + encoded(channel) + (map == null ? "" : "&map=" + encoded(map));
        return request("/api/v1/imports" + query)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create(url).resolve(address)).timeout(ANSWER);
        if (user != null && !user.isBlank()) {
            byte[] credentials = (user + ":" + (password == null ? "" : password)).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private int refused(int status, String body) {
        say(Texts.of("intake.import-command.program-listeyi-almadi", status));
        try {
            var problem = json.readTree(body);
            say(problem.path("detail").asText());
            problem.path("errors")
                    .forEach(error -> say("  " + error.path("message").asText()));
        } catch (IOException noProblem) {
            say("  " + body);
        }
        return UNUSABLE;
    }

    private int tell(JsonNode status) {
        var refused = status.path("refused");
        say(Texts.of(
                "intake.import-command.satir-alinan-kayitli-kaynakta-degismis",
                status.path("rows").asInt(),
                status.path("taken").asInt(),
                status.path("known").asInt(),
                status.path("changed").asInt()));
        refused.forEach(one -> say("  "
                + Texts.of(
                        "intake.import-command.satir",
                        one.path("line").asInt(),
                        SourceField.labelOf(one.path("field").asText()),
                        one.path("message").asText())));
        if (!status.path("state").asText().equals(ImportState.BITTI.name())) {
            say(Texts.of(
                    "intake.import-command.aktarim-bitmedi",
                    status.path("state").asText()));
            return REFUSED;
        }
        return refused.isEmpty() ? 0 : REFUSED;
    }

    private void say(String line) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
