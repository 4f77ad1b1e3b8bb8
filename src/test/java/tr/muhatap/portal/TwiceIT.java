package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Duplicate submissions, concurrent or in sequence, have one effect and no error. */
@HttpTest
class TwiceIT {

    private static final int AT_ONCE = 4;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    private record Registered(String number, String code) {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecourse(boolean page) {
        var own = registered();

        var answers = atOnce(() -> page
                ? office.form(
                        "halkla",
                        "/takip/muracaat",
                        "number",
                        own.number(),
                        "code",
                        own.code(),
                        "ground",
                        "FAZLA_BELGE",
                        "words",
                        "Cevap verilmedi.")
                : office.post(
                        "",
                        "/api/v1/takip/recourse",
                        "{\"number\":\"%s\",\"code\":\"%s\",\"ground\":\"FAZLA_BELGE\",\"text\":\"Cevap verilmedi.\"}"
                                .formatted(own.number(), own.code())));

        assertThat(answers).allMatch(status -> status < 500);
        assertThat(rows("muracaat where number = :of", own.number())).isEqualTo(1);
        assertThat(rows("mesaj where number = :of and purpose = 'MURACAAT_KAYDI'", own.number()))
                .isEqualTo(1);
    }

    @Test
    void aWithdrawal() {
        var own = registered();

        var answers = atOnce(() -> office.post(
                "",
                "/api/v1/takip/withdrawal",
                "{\"number\":\"%s\",\"code\":\"%s\"}".formatted(own.number(), own.code())));

        assertThat(answers).contains(200).allMatch(status -> status == 200 || status == 409);
        assertThat(rows("mesaj where number = :of and purpose = 'SONUC'", own.number()))
                .isEqualTo(1);
    }

    @Test
    void aNewTrackingCode() {
        var own = registered();
        String page = "/dosya/" + own.number() + "/takip-kodu";

        assertThat(atOnce(() -> office.form("halkla", page))).containsOnly(302);
        assertThat(office.form("halkla", page).status()).isEqualTo(302);

        assertThat(codesOf(own)).isEqualTo(1);
        Office.does(office.get("halkla", "/kabul/" + own.number()));
        assertThat(office.form("halkla", page).status()).isEqualTo(302);
        assertThat(codesOf(own))
                .as("the one before was shown: another is wanted")
                .isEqualTo(2);
    }

    @Test
    void aTemplate() {
        String title = Office.unique();

        var answers = atOnce(() -> office.form(
                "yonetici", "/sablonlar/yeni", "title", title, "topic", "", "outcome", "OLUMLU", "text", "Yapıldı."));

        assertThat(answers).containsOnly(302);
        var added = jdbc.sql("select id from cevap_sablonu where title = :title")
                .param("title", title)
                .query(String.class)
                .list();
        added.forEach(id -> office.form("yonetici", "/sablonlar/" + id, "version", "1", "islem", "kaldir"));
        assertThat(added).hasSize(1);
    }

    private int codesOf(Registered own) {
        return rows("mesaj where number = :of and purpose = 'TAKIP_KODU'", own.number());
    }

    private int rows(String what, String of) {
        return jdbc.sql("select count(*) from " + what)
                .param("of", of)
                .query(Integer.class)
                .single();
    }

    private Registered registered() {
        var body = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153")))
                .body();
        return new Registered(
                body.get("number").asText(), body.get("trackingCode").asText());
    }

    private static List<Integer> atOnce(Supplier<Office.Answer> sending) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var start = new CountDownLatch(1);
        try {
            var sent = IntStream.range(0, AT_ONCE)
                    .mapToObj(one -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return sending.get().status();
                            },
                            threads))
                    .toList();
            start.countDown();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch start) {
        try {
            if (!start.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody gave the sign");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
