package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import picocli.CommandLine;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** The replay command against a running demonstration. */
@HttpTest
class ReplayCommandIT {

    @LocalServerPort
    int port;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void whatCanBeReadIsReplayedAndTheRestIsNamed() throws IOException {
        var first = Office.unique();
        var second = Office.unique();
        int code = replay(("\uFEFF" + """
                case_enquiry_id;open_dt;closed_dt;closure_reason;case_title;type;location;latitude;longitude;source
                %s;2022-01-21 13:47:00.123;21.01.2022 15:00;Çukur kapatıldı.;Çukur;Yol;İğde Sokağı;;;Constituent Call
                x1;dün;;;Çukur;Yol;;;;Self Service
                %s;2022-01-22 09:00;;;Lamba;Işık;;42,35;-71,05;Self Service
                x2;2022-01-22 09:00;;;Lamba;Işık;;kuzey;doğu;Self Service
                """.formatted(first, second)).getBytes(Charset.forName("UTF-8")));

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "Okunan 4",
                        "Alınan 2 · reddedilen 2",
                        "Satır 3: Tarih okunamadı",
                        "Satır 5: Koordinat okunamadı",
                        "Kapatılan 1")
                .doesNotContain("Exception");
    }

    @Test
    void windowsTurkishArrivesWhole() throws IOException {
        var title = "Ğüşıöç İğde " + Office.unique();
        int code = replay("""
                case_enquiry_id,open_dt,closed_dt,case_title,type,source
                %s,2022-01-21 13:47:00,,%s,Yol,Self Service
                """.formatted(Office.unique(), title).getBytes(Charset.forName("windows-1254")));

        assertThat(code).isZero();
        var subjects =
                office.get("denetci", "/api/v1/basvurular?size=20").body().get("items");
        assertThat(StreamSupport.stream(subjects.spliterator(), false)
                        .map(one -> one.get("subject").asText()))
                .contains(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bir,iki\n1,2\n",
                "case_enquiry_id,open_dt,closed_dt,type,source\n",
                "case_enquiry_id,open_dt,closed_dt,type,source\n1,dün,,Yol,Self Service\n"
            })
    void whereNothingCanBeReadNothingIsDone(String text) throws IOException {
        var before = now();
        long applications = applications();

        assertThat(replay(text.getBytes(Charset.forName("UTF-8")))).isEqualTo(2);

        assertThat(out.toString()).isNotBlank().doesNotContain("Exception", "\tat ");
        assertThat(applications()).isEqualTo(applications);
        assertThat(Duration.between(before, now())).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void aProgramThatDoesNotRunIsNamed() throws IOException {
        var file = Files.writeString(
                folder.resolve("istekler.csv"),
                "case_enquiry_id,open_dt,closed_dt,type,source\n1,2022-01-21,,Yol,Self Service\n");

        assertThat(execute(file, "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(out.toString()).contains("Program bu adreste çalışmıyor: http://127.0.0.1:1");
        assertThat(execute(file, "adres değil")).isEqualTo(1);
        assertThat(execute(file, "http://127.0.0.1:" + port + "/yok")).isEqualTo(1);
        assertThat(out.toString()).contains("Tanıtım saati ilerletilemedi").doesNotContain("Exception");
    }

    private int replay(byte[] bytes) throws IOException {
        return execute(Files.write(folder.resolve("istekler.csv"), bytes), "http://127.0.0.1:" + port);
    }

    private int execute(Path file, String url) {
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(file.toString(), "--url", url);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(Office.does(office.post("admin", "/demo/clock", "{\"advance\":\"PT0S\"}"))
                .body()
                .get("now")
                .asText());
    }

    private long applications() {
        return office.get("denetci", "/api/v1/basvurular?size=1")
                .body()
                .get("total")
                .asLong();
    }
}
