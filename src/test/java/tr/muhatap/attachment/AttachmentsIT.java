package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Duplicates;
import tr.muhatap.basvuru.PersonalDataLog;
import tr.muhatap.basvuru.SentAnswers;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.takip.Tracking;

/** Files as people and systems hand them in and take them out. */
@HttpTest
class AttachmentsIT {

    private static final byte[] PDF = "%PDF-1.7\nğüşıöç".getBytes(StandardCharsets.UTF_8);
    private static final String ADDRESS_ALONE = "\"address\":\"Gül Sokak 1\"";
    private static final String BOUNDARY = "sinir-7f3a";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private BasvuruAccess access;

    @Autowired
    private Tracking tracking;

    @Autowired
    private SentAnswers sentAnswers;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private PersonalDataLog personalDataLog;

    @Autowired
    private CurrentUser currentUser;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void theUnitsFileReachesTheCitizenWithTheAnswerAndNotBefore() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));

        var added = upload("fen", number, "CEVAP", "Keşif raporu.pdf", PDF);
        long id = added.body().get(0).get("id").asLong();

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().get(0).get("name").asText()).isEqualTo("Keşif raporu.pdf");
        assertThat(added.body().get(0).get("removable").asBoolean()).isTrue();
        assertThat(citizenOpens(number, code, id).statusCode()).isEqualTo(404);
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        assertThat(citizenOpens(number, code, id).statusCode()).isEqualTo(200);
        assertThat(citizenOpens(number, code, id).body()).isEqualTo(PDF);
        assertThat(citizenOpens(number, "YANLISKODUM", id).statusCode()).isEqualTo(404);
        assertThat(delete("fen", number, id)).as("what was answered stays").isEqualTo(409);
        assertThat(upload("fen", number, "CEVAP", "x.pdf", "%PDF-1.7 y".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(409);
        assertThat(letter(number)).contains("Ek:", "Keşif raporu.pdf");
    }

    @Test
    void aReturnedDraftAndItsFilesAreNotTheNextUnitsAnswer() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        long returned = id(upload("fen", number, "CEVAP", "taslak.pdf", PDF));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "IADE"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "park-bahceler"));

        var file = office.get("park", "/api/v1/basvurular/" + number + "/dosya").body();
        assertThat(file.get("answer").isNull()).isTrue();
        assertThat(file.get("earlierAnswers").get(0).get("sent").asBoolean()).isFalse();
        assertThat(office.complete("park", number, "Cevap_Hazirlama", "birimKarari", "CEVAP")
                        .status())
                .as("without a draft of its own")
                .isGreaterThanOrEqualTo(400);
        assertThat(office.get("park", "/api/v1/basvurular/" + number).body().get("status"))
                .hasToString("\"BIRIMDE\"");
        assertThat(delete("park", number, returned)).isEqualTo(409);
        Office.does(office.put(
                "park",
                "/api/v1/basvurular/" + number + "/cevap",
                "{\"outcome\":\"OLUMLU\",\"text\":\"Ağaç budandı.\"}"));
        long own = id(upload("park", number, "CEVAP", "ağaç.pdf", "%PDF-1.7 park".getBytes(StandardCharsets.UTF_8)), 1);
        Office.does(office.complete("park", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        assertThat(citizenOpens(number, code, own).statusCode()).isEqualTo(200);
        assertThat(citizenOpens(number, code, returned).statusCode()).isEqualTo(404);
        assertThat(get("istemci", "/api/v1/basvurular/" + number + "/ekler/" + returned)
                        .statusCode())
                .isEqualTo(404);
        assertThat(letter(number)).contains("ağaç.pdf").doesNotContain("taslak.pdf");
        assertThat(get("fen", "/api/v1/basvurular/" + number + "/ekler/" + returned)
                        .statusCode())
                .as("the office still reads it")
                .isEqualTo(200);
    }

    @Test
    void whatWentOutStaysVisibleAfterReopeningAndNoDraftEverIs() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        long unsent = id(upload("fen", number, "CEVAP", "ilk.pdf", PDF));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.post("halkla", "/api/v1/basvurular/" + number + "/withdrawal", "{\"reason\":\"vazgeçti\"}"));
        reopenedAtTheUnit(number);

        assertThat(track(number, code).get("answer").isNull()).isTrue();
        assertThat(track(number, code).get("earlierAnswers")).isEmpty();
        assertThat(citizenOpens(number, code, unsent).statusCode()).isEqualTo(404);

        long sent = id(upload("fen", number, "CEVAP", "iki.pdf", "%PDF-1.7 2".getBytes(StandardCharsets.UTF_8)), 1);
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        reopenedAtTheUnit(number);
        long draft = id(upload("fen", number, "CEVAP", "uc.pdf", "%PDF-1.7 3".getBytes(StandardCharsets.UTF_8)), 2);
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));

        assertThat(track(number, code).get("answer").isNull()).isTrue();
        assertThat(track(number, code).get("earlierAnswers").get(0).get("text").asText())
                .contains("Çukur kapatıldı");
        assertThat(citizenOpens(number, code, sent).statusCode()).isEqualTo(200);
        for (long hidden : new long[] {unsent, draft}) {
            assertThat(citizenOpens(number, code, hidden).statusCode()).isEqualTo(404);
            assertThat(get("istemci", "/api/v1/basvurular/" + number + "/ekler/" + hidden)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("istemci", "/api/v1/basvurular/" + number + "/ekler/" + sent)
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.get("istemci", "/api/v1/basvurular/" + number + "/ekler")
                        .body())
                .hasSize(1);
    }

    @Test
    void whoWaitedForAnotherApplicationsAnswerGetsItsFilesEverywhereAndNoDraft() {
        var main = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        var duplicate = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER", ADDRESS_ALONE))
                .body();
        String number = main.get("number").asText();
        String waiting = duplicate.get("number").asText();
        String code = duplicate.get("trackingCode").asText();
        Office.does(office.put(
                "halkla",
                "/api/v1/basvurular/" + waiting + "/gerekce",
                "{\"decision\":\"MUKERRER\",\"target\":\"" + number + "\"}"));
        Office.does(office.complete("halkla", waiting, "On_Inceleme", "onInceleme", "MUKERRER"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        long own = id(upload("halkla", number, "BASVURU", "vatandaş.pdf", PDF));
        long answer = id(upload("fen", number, "CEVAP", "rapor.pdf", "%PDF-1.7 r".getBytes(StandardCharsets.UTF_8)), 1);
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        String api = "/api/v1/basvurular/" + waiting + "/ekler";

        assertThat(citizenOpens(waiting, code, answer).statusCode()).isEqualTo(404);
        assertThat(office.get("istemci", api).body()).isEmpty();

        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        assertThat(citizenOpens(waiting, code, answer).statusCode()).isEqualTo(200);
        assertThat(citizenOpens(waiting, code, own).statusCode())
                .as("what the other citizen sent")
                .isEqualTo(404);
        assertThat(office.get("istemci", api).body()).hasSize(1);
        assertThat(get("istemci", api + "/" + answer).statusCode()).isEqualTo(200);
        assertThat(get("istemci", api + "/" + own).statusCode()).isEqualTo(404);
        assertThat(new String(get("halkla", "/teslim").body(), StandardCharsets.UTF_8))
                .contains(" · Cevap: " + waiting + "</h2>", "/dosya/" + number + "/ekler/" + answer);

        Office.does(office.post("halkla", "/api/v1/basvurular/" + number + "/reopening", "{\"reason\":\"eksik\"}"));
        assertThat(citizenOpens(waiting, code, answer).statusCode())
                .as("the main one is answered again")
                .isEqualTo(404);
    }

    private void reopenedAtTheUnit(String number) {
        Office.does(office.post("halkla", "/api/v1/basvurular/" + number + "/reopening", "{\"reason\":\"eksik\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
    }

    private JsonNode track(String number, String code) {
        return Office.does(office.get("", "/api/v1/takip?number=" + number + "&code=" + code))
                .body();
    }

    private static long id(Answer uploaded) {
        return id(uploaded, 0);
    }

    private static long id(Answer uploaded, int place) {
        return uploaded.body().get(place).get("id").asLong();
    }

    @Test
    void aDownloadIsSavedNotShownAndEveryLookIsWrittenDown() {
        String number = office.register("istemci", Office.application("DIJITAL"));
        long id = upload("halkla", number, "BASVURU", "İğde çukuru.pdf", PDF)
                .body()
                .get(0)
                .get("id")
                .asLong();

        var download = get("halkla", "/api/v1/basvurular/" + number + "/ekler/" + id);

        assertThat(download.body()).isEqualTo(PDF);
        assertThat(header(download, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(header(download, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(download, "Content-Type")).isEqualTo("application/pdf");
        assertThat(jdbc.sql("select count(*) from kisisel_veri_goruntuleme where number = :number and place = :place "
                                + "and actor = 'halkla'")
                        .param("number", number)
                        .param("place", "ek " + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                        .response()
                        .body())
                .contains("EkEklendi", "\"attachment\":" + id)
                .doesNotContain("İğde çukuru.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "halkla, BASVURU, 201",
        "istemci, BASVURU, 201",
        "fen, BASVURU, 403",
        "denetci, BASVURU, 403",
        "park, BASVURU, 404",
        "fen, CEVAP, 201",
        "halkla, CEVAP, 403",
        "park, CEVAP, 404"
    })
    void filesAreAddedByThoseWhoseTheyAre(String user, AttachmentPart part, int status) {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        assertThat(upload(user, number, part.name(), "belge.pdf", PDF).status()).isEqualTo(status);
    }

    @Test
    void filesAreReadByThoseWhoReadTheApplication() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        long id = upload("halkla", number, "BASVURU", "belge.pdf", PDF)
                .body()
                .get(0)
                .get("id")
                .asLong();
        String other = office.register("istemci", Office.application("DIJITAL"));
        String path = "/ekler/" + id;

        for (var user : new String[] {"fen", "denetci", "istemci", "yonetici"}) {
            assertThat(get(user, "/api/v1/basvurular/" + number + path).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (var user : new String[] {"park", "masa"}) {
            assertThat(get(user, "/api/v1/basvurular/" + number + path).statusCode())
                    .as(user)
                    .isEqualTo(404);
        }
        assertThat(get("halkla", "/api/v1/basvurular/" + other + path).statusCode())
                .as("by another application's number")
                .isEqualTo(404);
        assertThat(get("", "/api/v1/basvurular/" + number + path).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotTakenIsNamedAndNothingIsStored() {
        String number = office.register("istemci", Office.application("CIMER"));

        var html = upload(
                "halkla",
                number,
                "BASVURU",
                "fatura.pdf",
                "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8));
        var large = upload("halkla", number, "BASVURU", "büyük.pdf", large());
        var empty = upload("halkla", number, "BASVURU", "boş.pdf", new byte[0]);

        assertThat(html.status()).isEqualTo(422);
        assertThat(html.body().get("errors").get(0).get("message").asText())
                .contains("“fatura.pdf”", "türlerden değil");
        assertThat(large.body().get("errors").get(0).get("message").asText()).contains("10 MB’tan büyük");
        assertThat(empty.body().get("errors").get(0).get("message").asText()).contains("ek boş");
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .body())
                .isEmpty();
    }

    @Test
    void theSameFileTwiceIsThereOnceAndThereIsAMost() {
        String number = office.register("istemci", Office.application("CIMER"));

        upload("halkla", number, "BASVURU", "bir.pdf", PDF);
        assertThat(upload("halkla", number, "BASVURU", "iki.pdf", PDF).body()).hasSize(1);
        for (int i = 2; i <= 10; i++) {
            upload("halkla", number, "BASVURU", i + ".pdf", ("%PDF-1.7 " + i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(upload("halkla", number, "BASVURU", "11.pdf", "%PDF-1.7 11".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/ekler")
                        .body())
                .hasSize(10);
    }

    @Test
    void aFileIsTakenBackWhileTheAnswerIsWritten() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        long own = upload("fen", number, "CEVAP", "yanlış.pdf", PDF)
                .body()
                .get(0)
                .get("id")
                .asLong();
        long citizens = upload("halkla", number, "BASVURU", "belge.pdf", PDF)
                .body()
                .get(1)
                .get("id")
                .asLong();

        assertThat(delete("halkla", number, own))
                .as("the answer is the unit's, whatever its state")
                .isEqualTo(403);
        assertThat(delete("fen", number, citizens)).isEqualTo(409);
        assertThat(delete("fen", number, own)).isEqualTo(204);
        assertThat(get("fen", "/api/v1/basvurular/" + number + "/ekler/" + own).statusCode())
                .isEqualTo(404);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number + "/gecmis")
                        .response()
                        .body())
                .contains("Ek kaldırıldı", "ek no " + own);
    }

    @Test
    void contentsStandInAFolderWhereTheSettingNamesOne(@TempDir Path folder) throws IOException {
        var store = new AttachmentStore(
                jdbc,
                new AttachmentSettings(
                        DataSize.ofMegabytes(10),
                        10,
                        folder.toString(),
                        "",
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(1)),
                clock);
        String number = "2001-" + Office.unique().substring(0, 6);

        store.add(number, AttachmentPart.BASVURU, 1, "belge.pdf", "application/pdf", "0", PDF, "masa");
        var stored = store.of(number).get(0);

        assertThat(folder).isDirectoryContaining(file -> !file.toString().endsWith(".yarim"));
        assertThat(store.content(stored.id())).isEqualTo(PDF);
        transaction.executeWithoutResult(tx -> {
            store.remove(stored.id());
            tx.setRollbackOnly();
        });
        assertThat(store.content(stored.id())).as("nothing was removed").isEqualTo(PDF);
        transaction.executeWithoutResult(tx -> store.remove(stored.id()));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFileInWhichTheScannerFindsSomethingIsNotTaken() throws IOException {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> VirusScannerTest.serve(daemon, "stream: Eicar-Test-Signature FOUND"));
            var settings = new AttachmentSettings(
                    DataSize.ofMegabytes(10),
                    10,
                    "",
                    "127.0.0.1:" + daemon.getLocalPort(),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1));
            var scanning = new Attachments(
                    new AttachmentStore(jdbc, settings, clock),
                    register,
                    access,
                    tracking,
                    sentAnswers,
                    duplicates,
                    personalDataLog,
                    currentUser,
                    settings,
                    new VirusScanner(settings),
                    transaction);

            assertThatThrownBy(() -> scanning.accept(List.of(new Upload("belge.pdf", PDF))))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refused -> assertThat(refused.errors())
                                    .singleElement()
                                    .satisfies(error ->
                                            assertThat(error.message()).contains("virüs taramasından geçmedi")));
        }
    }

    /** Same rules as in the API; the page shows the reason of a refusal. */
    @Test
    void aFileIsTakenBackOnItsPageToo() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        long own = upload("fen", number, "CEVAP", "yanlış.pdf", PDF)
                .body()
                .get(0)
                .get("id")
                .asLong();
        long citizens = upload("halkla", number, "BASVURU", "belge.pdf", PDF)
                .body()
                .get(1)
                .get("id")
                .asLong();
        String page = "/dosya/" + number + "/ekler";

        assertThat(office.form("halkla", page + "/" + own + "/kaldir").status()).isEqualTo(403);
        assertThat(office.form("park", page + "/" + own + "/kaldir").status()).isEqualTo(404);
        var refused = office.form("fen", page + "/" + citizens + "/kaldir");
        assertThat(refused.response().body()).contains("role=\"alert\"", "belge.pdf");
        var removed = office.form("fen", page + "/" + own + "/kaldir");
        assertThat(removed.status()).isEqualTo(302);
        assertThat(removed.response().headers().firstValue("Location").orElse(""))
                .endsWith(page);
        assertThat(office.form("fen", page + "/" + own + "/kaldir").status())
                .as("again")
                .isEqualTo(404);
        assertThat(office.get("fen", page).response().body())
                .contains("belge.pdf")
                .doesNotContain("yanlış.pdf");
        assertThat(get("fen", page + "/" + own).statusCode()).isEqualTo(404);
    }

    private record Answer(int status, JsonNode body) {}

    private Answer upload(String user, String number, String part, String name, byte[] content) {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"part\"\r\n\r\n" + part + "\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        var answer = send(
                user,
                HttpRequest.newBuilder(uri("/api/v1/basvurular/" + number + "/ekler"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body));
        try {
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> citizenOpens(String number, String code, long id) {
        return send(
                "halkla",
                HttpRequest.newBuilder(uri("/takip/ek"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("number=" + number + "&code=" + code + "&id=" + id)));
    }

    private int delete(String user, String number, long id) {
        return send(
                        user,
                        HttpRequest.newBuilder(uri("/api/v1/basvurular/" + number + "/ekler/" + id))
                                .DELETE())
                .statusCode();
    }

    private HttpResponse<byte[]> get(String user, String path) {
        return send(user, HttpRequest.newBuilder(uri(path)));
    }

    private String letter(String number) {
        try (var pdf = Loader.loadPDF(
                get("halkla", "/dosya/" + number + "/yazilar/sonuc/1").body())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty user sends no credentials; requests with credentials need no CSRF token. */
    private HttpResponse<byte[]> send(String user, HttpRequest.Builder request) {
        if (!user.isEmpty()) {
            var credentials = (user + ":demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] large() {
        var content = new byte[(int) DataSize.ofMegabytes(10).toBytes() + 1];
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        return content;
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
