package tr.muhatap.intake.aktarim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Imports of CİMER and Açık Kapı over the API: new, known, changed and refused rows. */
@HttpTest
class ImportIT {

    private static final String HEADER =
            "Başvuru No;Başvuru Tarihi;Başvuru Türü;Konu;Ad Soyad;T.C. Kimlik No;Telefon;Kimlik Gizli mi;Başvuru Metni;Durum\r\n";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportStore store;

    @Autowired
    private ImportWorker worker;

    @LocalServerPort
    int port;

    private Office office;
    private String source;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        source = Office.unique();
    }

    private String row(int number, String date, String kind, String name, String hidden, String text) {
        return "%s-%d;%s;%s;Yol çukuru;%s;;0532 111 22 33;%s;\"%s\";\r\n"
                .formatted(source, number, date, kind, name, hidden, text);
    }

    @Test
    void eachRowBecomesAnApplicationOnceAndWhatIsWrongIsNamedByLineAndField() {
        String list = HEADER
                + row(1, "18.05.2026 10:15", "Şikâyet", "Ayşe Nur Işık", "Hayır", "Çukur var;\r\nhâlâ kapatılmadı")
                + row(2, "18 Mayıs 2026", "İhbar", "Ali Gizli", "Evet", "Kaçak döküm")
                + row(3, "dün", "Şikâyet", "Ali Veli", "Hayır", "Tarihi bozuk")
                + row(4, "18.05.2026", "Dilek", "Ali", "belki", "")
                + "\r\n"
                + row(5, "18.05.2026", "Bilgi Edinme", "Ali Veli", "", "Bütçeyi soruyorum")
                + row(6, "18.05.2026", "Şikâyet", "", "Evet", "Kaynak kimin yazdığını söylemiyor")
                + row(7, "18.05.2026", "Bilgi Edinme", "", "Evet", "Bilgi isteyenin kim olduğu bilinmeli")
                + row(1, "18.05.2026 10:15", "Şikâyet", "Ayşe Nur Işık", "Hayır", "Çukur var;\r\nhâlâ kapatılmadı");

        var first = imported("CIMER", list.getBytes(Charset.forName("windows-1254")));

        assertThat(first.get("state").asText()).isEqualTo("BITTI");
        assertThat(first.get("rows").asInt()).isEqualTo(8);
        assertThat(first.get("taken").asInt()).isEqualTo(4);
        assertThat(first.get("known").asInt()).isEqualTo(1);
        assertThat(first.get("changed").asInt()).isZero();
        assertThat(first.get("refused"))
                .extracting(
                        one -> one.get("line").asInt() + " " + one.get("field").asText())
                .containsExactlyInAnyOrder(
                        "4 receivedAt",
                        "5 kind",
                        "5 applicant.identityHidden",
                        "5 text",
                        "5 applicant.lastName",
                        "9 applicant.identityHidden");
        assertThat(applications())
                .containsExactlyInAnyOrder(
                        source + "-1 SIKAYET Ayşe Nur Işık false",
                        source + "-2 IHBAR null null true",
                        source + "-5 BILGI_ISTEMI Ali Veli false",
                        source + "-6 SIKAYET null null true");

        var again = imported(
                "CIMER",
                list.replace("hâlâ kapatılmadı", "hâlâ kapatılmadı, ek bilgi").getBytes(StandardCharsets.UTF_8));

        assertThat(again.get("taken").asInt()).isZero();
        assertThat(again.get("known").asInt()).isEqualTo(3);
        assertThat(again.get("changed").asInt()).isEqualTo(2);
        assertThat(applications()).hasSize(4);
        assertThat(jdbc.sql("select text from basvuru where external_reference = :reference")
                        .param("reference", source + "-1")
                        .query(String.class)
                        .single())
                .doesNotContain("ek bilgi");
    }

    @Test
    void aWorkbookOfAcikKapiIsTakenInWithItsNumbersAndDates() throws IOException {
        long number = Math.abs(source.hashCode()) + 10_000_000_000L;
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Açık Kapı", "1.0")) {
            var sheet = workbook.newWorksheet("Liste");
            var names = java.util.List.of(
                    "Başvuru No", "Başvuru Tarihi", "Hizmet Başlığı", "Açıklama", "Ad Soyad", "Telefon");
            for (int column = 0; column < names.size(); column++) {
                sheet.value(0, column, names.get(column));
            }
            sheet.value(1, 0, number);
            sheet.value(1, 1, 46160.4270833333);
            sheet.value(1, 2, "Ulaşım");
            sheet.value(1, 3, "Otobüs gelmiyor");
            sheet.value(1, 4, "Ayşe Işık");
            sheet.value(1, 5, 5_321_112_233L);
        }

        var done = imported("ACIK_KAPI", out.toByteArray());

        assertThat(done.get("refused")).isEmpty();
        assertThat(done.get("taken").asInt()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select applicant_phone from basvuru where external_reference = :reference and channel = 'ACIK_KAPI'")
                        .param("reference", String.valueOf(number))
                        .query(String.class)
                        .single())
                .isEqualTo("+905321112233");
    }

    @Test
    void whatIsInTheMiddleWhenANodeDiesGoesOnWhereItWas() {
        var list = new StringBuilder(HEADER);
        for (int number = 1; number <= 4; number++) {
            list.append(row(number, "18.05.2026", "İstek", "Ali Veli", "", "Metin " + number));
        }
        var whole = imported("CIMER", list.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(whole.get("taken").asInt()).isEqualTo(4);
        String id = lastImport();
        // As left by a node that failed after the second row: the third is registered, but not recorded
        jdbc.sql("delete from aktarim_satir where aktarim = :id and line > 3")
                .param("id", id)
                .update();
        jdbc.sql(
                        "update aktarim set state = 'SURUYOR', lease_by = 'olen', lease_until = current_timestamp where id = :id")
                .param("id", id)
                .update();

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            worker.workOff(true);
            return status(id).get("state").asText().equals("BITTI");
        });

        assertThat(status(id).get("taken").asInt() + status(id).get("known").asInt())
                .isEqualTo(4);
        assertThat(applications()).hasSize(4);
    }

    @Test
    void whatALookFoundNeverCountsAsTakenIn() {
        byte[] list =
                (HEADER + row(1, "18.05.2026", "İstek", "Ali Veli", "", "Metin")).getBytes(StandardCharsets.UTF_8);
        String page = office.file("halkla", "/aktarim?channel=CIMER", "l.csv", list)
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = page.substring(page.lastIndexOf('/') + 1);
        awaitState(id, "INCELENDI");

        // Another node still compares it: it cannot be stopped
        jdbc.sql("update aktarim set state = 'INCELENIYOR', lease_by = 'baska', "
                        + "lease_until = timestamp with time zone '2099-01-01 00:00:00+00' where id = :id")
                .param("id", id)
                .update();
        assertThat(office.get("halkla", "/aktarim/" + id).response().body())
                .contains("<progress")
                .doesNotContain("Durdur<");
        office.form("halkla", "/aktarim/" + id + "/durdur");
        assertThat(status(id).get("state").asText()).isEqualTo("INCELENIYOR");
        store.settleLook(id, 98, RowOutcome.ALINDI, null, null, null);
        assertThat(store.settled(id)).contains(2, 98);

        // It has ended, and a slow thread of the comparison comes late
        jdbc.sql("update aktarim set state = 'DURDURULDU', lease_by = null, lease_until = null where id = :id")
                .param("id", id)
                .update();
        store.settleLook(id, 99, RowOutcome.ALINDI, null, null, null);
        assertThat(store.settled(id)).doesNotContain(99);
        assertThat(store.lease(id, "baska", java.time.Instant.parse("2099-01-01T00:00:00Z"), ImportState.LOOKING))
                .isFalse();

        office.form("halkla", "/aktarim/" + id + "/surdur");
        awaitState(id, "BITTI");
        assertThat(status(id).get("taken").asInt()).isEqualTo(1);
        assertThat(applications()).hasSize(1);
    }

    @Test
    void aMapOfAnotherChannelsNameIsNotOverwritten() {
        var mine = new ColumnMap("Eşleme " + source, "CIMER", java.util.Map.of(SourceField.NUMARA, "Sayı"));
        var theirs = new ColumnMap(mine.name(), "ACIK_KAPI", java.util.Map.of(SourceField.NUMARA, "No"));

        assertThat(store.keep(mine, "halkla")).isTrue();
        assertThat(store.keep(theirs, "halkla")).isFalse();
        assertThat(store.keep(mine, "halkla")).isTrue();

        assertThat(store.maps()).contains(mine).doesNotContain(theirs);
    }

    private void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status(id).get("state").asText().equals(state));
    }

    @Test
    void whoMayNotSendsNothingAndSeesNothing() {
        byte[] list =
                (HEADER + row(1, "18.05.2026", "İstek", "Ali Veli", "", "Metin")).getBytes(StandardCharsets.UTF_8);
        for (var user : java.util.List.of("masa", "fen", "denetci", "surec", "yonetici")) {
            assertThat(office.file(user, "/api/v1/imports?channel=CIMER", "l.csv", list)
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(office.file("", "/api/v1/imports?channel=CIMER", "l.csv", list)
                        .status())
                .isEqualTo(401);
        assertThat(office.file("halkla", "/api/v1/imports?channel=ALO_153", "l.csv", list)
                        .status())
                .isEqualTo(422);
        assertThat(office.file("halkla", "/api/v1/imports?channel=CIMER&map=yok", "l.csv", list)
                        .status())
                .isEqualTo(422);
        assertThat(office.file("halkla", "/api/v1/imports", "l.csv", list).status())
                .isEqualTo(400);
        var own = office.file("halkla", "/api/v1/imports?channel=CIMER", "l.csv", list);
        String address = own.response().headers().firstValue("Location").orElseThrow();
        assertThat(office.get("istemci", address).status()).isEqualTo(404);
        assertThat(office.get("masa", address).status()).isEqualTo(403);
        assertThat(office.get("halkla", "/api/v1/imports/yok").status()).isEqualTo(404);
        var ofASystem = office.file("istemci", "/api/v1/imports?channel=CIMER&map=C%C4%B0MER", "l.csv", list);
        assertThat(ofASystem.status()).isEqualTo(202);
        assertThat(office.get(
                                "istemci",
                                ofASystem
                                        .response()
                                        .headers()
                                        .firstValue("Location")
                                        .orElseThrow())
                        .status())
                .isEqualTo(200);
    }

    /** Seeded; longer with {@code -Dmuhatap.fuzz=…}. */
    @Test
    void aMalformedListIsNeverAFaultOfTheServer() {
        var random = new Random(20_260_518);
        byte[] list =
                (HEADER + row(1, "18.05.2026", "İstek", "Ali Veli", "", "Metin")).getBytes(StandardCharsets.UTF_8);
        int times = Integer.getInteger("muhatap.fuzz", 40);
        for (int time = 0; time < times; time++) {
            var broken = list.clone();
            for (int change = 0; change <= random.nextInt(6); change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            int status = office.file("halkla", "/api/v1/imports?channel=CIMER", "l.csv", broken)
                    .status();
            assertThat(status).as("try %d", time).isIn(202, 422);
        }
    }

    private JsonNode imported(String channel, byte[] list) {
        var answer = office.file("halkla", "/api/v1/imports?channel=" + channel, "liste.csv", list);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        String address = answer.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !java.util.Set.of("SIRADA", "SURUYOR")
                        .contains(office.get("halkla", address)
                                .body()
                                .get("state")
                                .asText()));
        return office.get("halkla", address).body();
    }

    private JsonNode status(String id) {
        return office.get("halkla", "/api/v1/imports/" + id).body();
    }

    private String lastImport() {
        return store.newest(1).get(0).id();
    }

    private java.util.List<String> applications() {
        return jdbc.sql("select external_reference, kind, applicant_first_name, applicant_last_name, "
                        + "applicant_identity_hidden from basvuru where external_reference like :source")
                .param("source", source + "-%")
                .query((row, index) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getBoolean(5))
                .list();
    }
}
