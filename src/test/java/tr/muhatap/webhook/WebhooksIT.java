package tr.muhatap.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Another system follows an application: notified once, signed, without anybody's data, whatever a neighbour does. */
@HttpTest
class WebhooksIT {

    private static final String PAGE = "/bildirim-adresleri";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebhookStore store;

    @Autowired
    private WebhookSecrets secrets;

    @LocalServerPort
    int port;

    private Office office;
    private HttpServer receiver;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile int status = 200;

    private record Received(String id, String signature, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void openOfficeAndReceiver() throws IOException {
        office = new Office(port);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/takip", exchange -> {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("X-Muhatap-Id"),
                    exchange.getRequestHeaders().getFirst("X-Muhatap-Signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.createContext("/asili", exchange -> {
            try {
                hanging.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void leaveNoReceiver() {
        store.all().forEach(webhook -> office.form("surec", PAGE + "/" + webhook.id() + "/kaldir"));
        hanging.countDown();
        receiver.stop(0);
    }

    private Webhook registered(String path) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        office.form("surec", PAGE, "name", "EBYS", "url", url);
        return store.all().stream()
                .filter(webhook -> webhook.url().equals(url))
                .findFirst()
                .orElseThrow();
    }

    private List<Received> of(String number) {
        return received.stream().filter(one -> one.text().contains(number)).toList();
    }

    private String application() {
        return Office.does(office.post("operator", "/api/v1/basvurular", Office.call("w" + Office.unique())))
                .body()
                .get("number")
                .asText();
    }

    @Test
    void aStatusChangeIsToldOnceSignedAndWithoutPersonalData() throws IOException {
        registered("/asili");
        var webhook = registered("/takip");

        String number = application();

        await().untilAsserted(() -> assertThat(of(number)).isNotEmpty());
        var first = of(number).get(0);
        var body = new ObjectMapper().readTree(first.body());
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "sequence", "event", "number", "channel", "status", "receivedAt", "lastDay", "changedAt");
        assertThat(body.get("number").asText()).isEqualTo(number);
        assertThat(body.get("id").asText()).isEqualTo(first.id());
        long second = Long.parseLong(first.signature().replaceAll("t=(\\d+),.*", "$1"));
        assertThat(first.signature())
                .isEqualTo("t=" + second + ",v1="
                        + SignedRequest.signature(second, first.body(), secrets.current(webhook)));
        await().untilAsserted(() -> assertThat(office.get("surec", PAGE + "/" + webhook.id())
                        .response()
                        .body())
                .contains(number, "Gönderildi"));
        assertThat(of(number)).extracting(Received::id).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsWaitsAndGoesOutOnceMoreUnderItsKey() {
        status = 500;
        var webhook = registered("/takip");
        String number = application();

        await().untilAsserted(() -> assertThat(office.get("surec", PAGE + "/" + webhook.id())
                        .response()
                        .body())
                .contains("Bekliyor", "500 koduyla"));
        status = 200;
        store.newest(webhook.id(), 10)
                .forEach(notice -> office.form("surec", PAGE + "/" + webhook.id() + "/gonder/" + notice.id()));

        await().untilAsserted(() -> assertThat(store.newest(webhook.id(), 100))
                .allMatch(notice -> notice.state() == StatusNotice.State.GONDERILDI));
        assertThat(of(number))
                .hasSizeGreaterThan(1)
                .extracting(Received::id)
                .containsOnly(of(number).get(0).id());
    }

    @Test
    void whileSecretsAreRotatedBothSign() {
        var before = registered("/takip");
        office.form("surec", PAGE + "/" + before.id() + "/yenile");
        var after = store.find(before.id()).orElseThrow();
        assertThat(secrets.current(after)).isNotEqualTo(secrets.current(before));

        String number = application();
        await().untilAsserted(() -> assertThat(of(number)).isNotEmpty());
        var both = of(number).get(0);
        assertThat(both.signature().split(",v1=")).hasSize(3);

        office.form("surec", PAGE + "/" + before.id() + "/eskiyi-bitir");
        String later = application();
        await().untilAsserted(() -> assertThat(of(later)).isNotEmpty());
        assertThat(of(later).get(0).signature().split(",v1=")).hasSize(2);
    }

    @Test
    void whatIsDoneToAnAddressIsLogged() {
        var webhook = registered("/takip");
        String own = PAGE + "/" + webhook.id();
        for (var path : List.of("/durdur", "/surdur", "/yenile", "/eskiyi-bitir", "/anahtar", "/kaldir")) {
            office.form("surec", own + path);
        }

        assertThat(jdbc.sql("select detail from kurum_olayi where tablo = 'bildirim_adresi' and anahtar = :id "
                                + "and actor = 'surec' order by id")
                        .param("id", String.valueOf(webhook.id()))
                        .query(String.class)
                        .list())
                .hasSize(6)
                .noneMatch(detail -> detail.contains(webhook.url()))
                .last()
                .asString()
                .contains("KALDIRILDI", "EBYS");
        assertThat(jdbc.sql("select action from guvenlik_olayi where actor = 'surec' and subject = :subject")
                        .param("subject", "bildirim-adresi-" + webhook.id())
                        .query(String.class)
                        .list())
                .containsExactly("BILDIRIM_ANAHTARI_GORULDU", "BILDIRIM_ANAHTARI_GORULDU");
    }

    @Test
    void aClosedAddressIsToldNothing() {
        var webhook = registered("/takip");
        office.form("surec", PAGE + "/" + webhook.id() + "/durdur");

        String number = application();

        assertThat(store.newest(webhook.id(), 100))
                .extracting(StatusNotice::number)
                .doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://127.0.0.1@evil.example/",
                "\u0000",
                ""
            })
    void anAddressThatIsNotNamedIsNotTaken(String url) {
        long before = jdbc.sql("select count(*) from bildirim_adresi")
                .query(Long.class)
                .single();

        var answer = office.form("surec", PAGE, "name", "EBYS", "url", url);

        assertThat(answer.status()).isLessThan(500);
        assertThat(jdbc.sql("select count(*) from bildirim_adresi")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"denetci", "halkla", "operator", "istemci"})
    void nobodyElseKeepsAddresses(String user) {
        var webhook = registered("/takip");

        assertThat(office.get(user, PAGE).status()).isEqualTo(403);
        assertThat(office.get(user, PAGE + "/" + webhook.id()).status()).isEqualTo(403);
    }
}
