package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** The public pages for search engines and slow networks. */
@HttpTest
class OpenPagesIT {

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void eachSaysInOneSentenceWhatItIsFor() {
        assertThat(OpenPages.all())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(
                                office.get("", page.address()).response().body())
                        .contains("<meta name=\"description\" content=\"" + page.description() + "\">"));
        assertThat(office.get("", "/giris").response().body()).doesNotContain("name=\"description\"");
    }

    @Test
    void searchEnginesFindThoseAlone() {
        var robots = office.get("", "/robots.txt").response();

        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(robots.body())
                .contains("Allow: /$\n", "Allow: /basvuru$\n", "Allow: /erisilebilirlik$\n")
                .endsWith("Disallow: /\n")
                .doesNotContain("/dosya", "/giris");
    }

    @Test
    void pagesAndStylesGoOutCompressed() throws Exception {
        for (var path : new String[] {"/basvuru", "/css/muhatap.css"}) {
            var connection = (java.net.HttpURLConnection) java.net
                    .URI
                    .create("http://localhost:" + port + path)
                    .toURL()
                    .openConnection();
            connection.setRequestProperty("Accept-Encoding", "gzip");
            assertThat(connection.getHeaderField("Content-Encoding")).as(path).isEqualTo("gzip");
            connection.disconnect();
        }
    }
}
