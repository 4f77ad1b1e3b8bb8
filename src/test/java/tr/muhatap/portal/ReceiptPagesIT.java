package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** The receipt, and the page that verifies it, over HTTP. */
@HttpTest
class ReceiptPagesIT {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final int SCALE = 6;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aTelephoneReadsTheReceiptAndThePageKnowsIt() throws Exception {
        var own = office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153"))
                .body();
        String number = own.get("number").asText();
        String code = own.get("trackingCode").asText();
        var receipt = office.get("", "/api/v1/takip/makbuz?number=" + number + "&code=" + code)
                .body();

        String page = office.form("halkla", "/takip", "number", number, "code", code)
                .response()
                .body();
        String read = read(drawn(page));
        assertThat(read).isEqualTo(receipt.get("address").asText()).hasSizeLessThanOrEqualTo(200);

        String path = read.substring(read.indexOf("/makbuz"));
        var checked = office.get("", path);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.response().body())
                .contains("Makbuzun imzası geçerlidir", number, "Kayıt zamanı")
                .doesNotContain("Ayşe", "Işık", code);
        var answer = office.get("", "/api/v1/makbuz?m=" + receipt.get("code").asText())
                .body();
        assertThat(answer.get("number").asText()).isEqualTo(number);
        assertThat(answer.get("state").asText()).isIn("BEKLIYOR", "KANITLANDI");
        assertThat(answer.get("lastDay").asText())
                .isEqualTo(own.get("deadline").get("lastDay").asText());
    }

    @Test
    void thePaperHoldsTheSameCode() throws Exception {
        var own = office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153"))
                .body();
        String number = own.get("number").asText();
        String code = own.get("trackingCode").asText();

        var pdf = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/takip/makbuz"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                "istemci:demo".getBytes(StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.ofString("number=" + number + "&code="
                                        + URLEncoder.encode(code, StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(pdf.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("KAYIT MAKBUZU", number, "Makbuzda kişisel bilgi yer almaz")
                    .doesNotContain(code, "Ayşe");
            String read = read(new PDFRenderer(document).renderImageWithDPI(0, 150));
            assertThat(read).contains("/makbuz?m=");
        }
    }

    @Test
    void theClerksPaperHasItToo() {
        String number = office.post("masa", "/api/v1/basvurular", Office.application("BEYAZ_MASA"))
                .body()
                .get("number")
                .asText();

        assertThat(office.get("masa", "/kabul/" + number).response().body())
                .contains("Kayıt makbuzunun karekodu", "/makbuz?m=");
    }

    @Test
    void whatIsNoReceiptIsSaidAtTheField() {
        assertThat(office.get("", "/makbuz").response().body()).contains("Makbuzun kodu");
        for (var odd : new String[] {"", "x", "2026-000001", "A".repeat(155), "A".repeat(5_000), "%00", "%22%3E%3Cb"}) {
            var answer = office.get("", "/makbuz?m=" + odd);
            assertThat(answer.status()).as(odd).isIn(200, 400);
            assertThat(answer.response().body()).as(odd).doesNotContain("Makbuz doğrulandı", "\"><b");
        }
        assertThat(office.get("", "/api/v1/makbuz?m=x").body().get("state").asText())
                .isEqualTo("OKUNAMADI");
        assertThat(office.get("", "/api/v1/makbuz").status()).isEqualTo(400);
        assertThat(office.get("", "/api/v1/takip/makbuz?number=2026-000001&code=YANLISKODUMX")
                        .status())
                .isEqualTo(404);
    }

    private static BufferedImage drawn(String page) {
        var size = SIZE.matcher(page);
        assertThat(size.find()).isTrue();
        int side = Integer.parseInt(size.group(1)) * SCALE;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(java.awt.Color.BLACK);
        var modules = MODULE.matcher(page);
        while (modules.find()) {
            pen.fillRect(
                    Integer.parseInt(modules.group(1)) * SCALE,
                    Integer.parseInt(modules.group(2)) * SCALE,
                    SCALE,
                    SCALE);
        }
        pen.dispose();
        return picture;
    }

    private static String read(BufferedImage picture) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))))
                .getText();
    }
}
