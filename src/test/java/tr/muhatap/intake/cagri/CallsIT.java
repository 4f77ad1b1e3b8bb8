package tr.muhatap.intake.cagri;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;

/** Events of telephone systems become calls, once, and appear at the operator's desk. */
@HttpTest
class CallsIT {

    private static final String DOOR = "/api/v1/cagri/hipcall";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Intake intake;

    @LocalServerPort
    int port;

    private Office office;
    private String call;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        call = "c" + Office.unique();
        office.form("operator", "/cagrilar/dahililer", "dahililer", "7 = operator\n8 = baskasi");
    }

    private String event(String what, String extension) {
        return """
                {"event":"%s","data":{"uuid":"%s","direction":"inbound","caller_number":"05329998877","user_id":"%s"}}""".formatted(what, call, extension);
    }

    @Test
    void aCallRingsAtItsOperatorsDeskAndEndsInTheListUntilItIsAnApplication() {
        assertThat(office.post("istemci", DOOR, event("call_init", "7")).status())
                .isEqualTo(200);
        assertThat(office.post("istemci", DOOR, event("call_init", "7")).status())
                .isEqualTo(200);
        assertThat(rows()).isEqualTo(1);
        assertThat(office.get("operator", "/kabul").response().body()).contains("cagri=" + call, "tel=05329998877");
        assertThat(office.get("masa", "/kabul").response().body()).doesNotContain(call);

        assertThat(office.post("istemci", DOOR, event("call_hangup", "7")).status())
                .isEqualTo(200);
        // A late duplicate does not make it ring again
        assertThat(office.post("istemci", DOOR, event("call_init", "7")).status())
                .isEqualTo(200);
        assertThat(office.get("operator", "/kabul").response().body()).doesNotContain("cagri=" + call);
        assertThat(office.get("operator", "/cagrilar").response().body()).contains("cagri=" + call);

        String number = Office.does(office.post("operator", "/api/v1/basvurular", Office.call(call)))
                .body()
                .get("number")
                .asText();
        assertThat(office.get("operator", "/cagrilar").response().body()).doesNotContain("cagri=" + call);
        assertThat(office.get("operator", "/dosya/" + number).response().body()).contains("Çağrılar");
    }

    @Test
    void aCallOfAnotherOperatorIsNotShownAndOneThatNeedsNothingIsSetAside() {
        office.post("istemci", DOOR, event("call_init", "8"));
        assertThat(office.get("operator", "/kabul").response().body()).doesNotContain("cagri=" + call);
        office.post("istemci", DOOR, event("call_hangup", "8"));
        long id = jdbc.sql("select id from cagri where call_id = :id")
                .param("id", call)
                .query(Long.class)
                .single();

        assertThat(office.form("operator", "/cagrilar/" + id + "/kenara", "note", "")
                        .response()
                        .body())
                .contains("cagri=" + call);
        office.form("operator", "/cagrilar/" + id + "/kenara", "note", "Yanlış numara");

        assertThat(office.get("operator", "/cagrilar").response().body()).doesNotContain("cagri=" + call);
    }

    @Test
    void aHiddenInformersCallKeepsNoNumberAndTakesNoneLater() {
        office.post("istemci", DOOR, event("call_init", "7"));
        String report = """
                {"channel":"ALO_153","kind":"IHBAR","topic":"yol-cukur","subject":"Kaçak döküm","text":"Gece dökülüyor.",
                 "externalReference":"%s","applicant":{"identityHidden":true}}""";
        Office.does(office.post("operator", "/api/v1/basvurular", report.formatted(call)));
        assertTracelessAndAwayFromTheList();
        office.post("istemci", DOOR, event("call_hangup", "7"));
        assertTracelessAndAwayFromTheList();

        // The first event comes after the application
        call = "c" + Office.unique();
        Office.does(office.post("operator", "/api/v1/basvurular", report.formatted(call)));
        office.post("istemci", DOOR, event("call_hangup", "7"));
        assertTracelessAndAwayFromTheList();
    }

    @Test
    void aHiddenInformerIsNeverRegisteredWithAnOpenCall() throws Exception {
        office.post("istemci", DOOR, event("call_init", "7"));
        var report = new ObjectMapper().readValue("""
                {"channel":"ALO_153","kind":"IHBAR","topic":"yol-cukur","subject":"Kaçak döküm","text":"Gece dökülüyor.",
                 "externalReference":"%s","applicant":{"identityHidden":true}}""".formatted(call), SubmissionRequest.class);
        var phones = new ArrayList<String>();

        intake.takeListed(report, "istemci", registered -> phones.addAll(phones(call)));

        assertThat(phones).as("in the transaction that registers").containsExactly("-");
    }

    @Test
    void aCallWhoseIdEndsAsIfItWereTheFirstCallsNextApplicationLeavesThatAlone() {
        String first = call;
        office.post("istemci", DOOR, event("call_init", "7"));
        call = first + "-12";
        office.post("istemci", DOOR, event("call_init", "7"));

        Office.does(office.post("operator", "/api/v1/basvurular", """
                {"channel":"ALO_153","kind":"IHBAR","topic":"yol-cukur","subject":"Kaçak döküm","text":"Gece dökülüyor.",
                 "externalReference":"%s","applicant":{"identityHidden":true}}""".formatted(call)));

        assertThat(phones(call)).containsExactly("-");
        assertThat(phones(first)).doesNotContain("-");
    }

    @Test
    void ofTwoSystemsCallsOfOneIdOneBecomesTheApplication() {
        office.post("istemci", DOOR, event("call_init", "7"));
        jdbc.sql(
                        "insert into cagri (sistem, call_id, stage, outbound, phone, started_at) select 'verimor', call_id, stage, "
                                + "outbound, phone, started_at from cagri where call_id = :id")
                .param("id", call)
                .update();

        Office.does(office.post("operator", "/api/v1/basvurular", Office.call(call)));

        assertThat(jdbc.sql("select sistem from cagri where call_id = :id and number is not null")
                        .param("id", call)
                        .query(String.class)
                        .list())
                .containsExactly("verimor");
    }

    private List<String> phones(String callId) {
        return jdbc.sql("select coalesce(phone, '-') from cagri where call_id = :id")
                .param("id", callId)
                .query(String.class)
                .list();
    }

    private void assertTracelessAndAwayFromTheList() {
        var row = jdbc.sql("select phone, recording, operator, extension, number from cagri where call_id = :id")
                .param("id", call)
                .query()
                .singleRow();
        assertThat(row.values()).containsOnlyNulls();
        assertThat(office.get("operator", "/cagrilar").response().body()).doesNotContain("cagri=" + call);
        assertThat(office.get("operator", "/kabul").response().body()).doesNotContain("cagri=" + call);
    }

    @Test
    void aRecordingsAddressIsForThoseWhoMayListenAndEachLookIsLogged() {
        String recorded = event("call_hangup", "7")
                .replace("\"user_id\"", "\"record_url\":\"https://santral.example/k.mp3\",\"user_id\"");
        office.post("istemci", DOOR, recorded);
        String number = Office.does(office.post("operator", "/api/v1/basvurular", Office.call(call)))
                .body()
                .get("number")
                .asText();
        String page = "/cagri-kaydi/"
                + jdbc.sql("select id from cagri where call_id = :id")
                        .param("id", call)
                        .query(Long.class)
                        .single();

        for (var user : List.of("operator", "halkla", "surec", "istemci", "fen")) {
            assertThat(office.get(user, page).status()).as(user).isEqualTo(403);
        }
        assertThat(office.get("operator", "/dosya/" + number).response().body())
                .doesNotContain(page, "santral.example");
        assertThat(office.get("yonetici", "/dosya/" + number).response().body())
                .contains(page)
                .doesNotContain("santral.example");
        assertThat(office.get("yonetici", page).response().body()).contains("https://santral.example/k.mp3");
        assertThat(jdbc.sql("select count(*) from kisisel_veri_goruntuleme where number = :number "
                                + "and place = 'cagri-kaydi' and actor = 'yonetici'")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(office.get("mudur", "/cagri-kaydi/999999999").status()).isEqualTo(404);
        assertThat(office.get("mudur", "/cagri-kaydi/x").status()).isLessThan(500);
    }

    @Test
    void whatTheOfficeCallsItselfWantsNoApplication() {
        office.post("istemci", DOOR, event("call_hangup", "7").replace("inbound", "internal"));
        assertThat(rows()).isZero();
        office.post("istemci", DOOR, event("call_hangup", "7").replace("inbound", "outbound"));
        assertThat(rows()).isEqualTo(1);
        assertThat(office.get("operator", "/cagrilar").response().body()).doesNotContain("cagri=" + call);
    }

    @Test
    void aCallHasItsApplicationAlsoWhereItsEventComesLast() {
        String number = Office.does(office.post("operator", "/api/v1/basvurular", Office.call(call)))
                .body()
                .get("number")
                .asText();
        office.post("istemci", DOOR, event("call_hangup", "7"));

        assertThat(jdbc.sql("select number from cagri where call_id = :id")
                        .param("id", call)
                        .query(String.class)
                        .single())
                .isEqualTo(number);
    }

    @Test
    void theFirstLookAtARingingCallIsLogged() {
        office.post("istemci", DOOR, event("call_init", "7"));
        office.get("operator", "/kabul");
        office.get("operator", "/kabul");

        assertThat(jdbc.sql("select count(*) from kisisel_veri_goruntuleme where number = "
                                + "(select concat('cagri-', id) from cagri where call_id = :id)")
                        .param("id", call)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoMayNotTellsOfNoCallAndSeesNone() {
        for (var user : List.of("", "operator", "halkla", "denetci")) {
            assertThat(office.post(user, DOOR, event("call_init", "7")).status())
                    .as(user)
                    .isIn(401, 403);
            assertThat(office.get(user, "/api/v1/cagri/verimor?call_uuid=" + call + "&anahtar=yanlis")
                            .status())
                    .isIn(401, 403);
        }
        assertThat(rows()).isZero();
        assertThat(office.post("istemci", "/api/v1/cagri/baska", "{}").status()).isEqualTo(404);
        for (var user : List.of("halkla", "fen", "denetci")) {
            assertThat(office.get(user, "/cagrilar").status()).as(user).isEqualTo(403);
        }
    }

    @Test
    void theDemonstrationCallsAndHangsUpAndExportsAList() {
        office.form("admin", "/demo/cagri");
        assertThat(office.get("operator", "/kabul").response().body()).contains("cagri=demo-");
        office.form("admin", "/demo/cagri/bitir");
        assertThat(office.get("operator", "/kabul").response().body()).doesNotContain("cagri=demo-");
        assertThat(office.get("operator", "/cagrilar").response().body()).contains("cagri=demo-");

        var list = office.get("admin", "/demo/liste").response().body();
        var taken = office.file(
                "halkla",
                "/api/v1/imports?channel=CIMER",
                "cimer.csv",
                list.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body().get("rows").asInt()).isEqualTo(5);
    }

    /** Seeded; longer with {@code -Dmuhatap.fuzz=…}. */
    @Test
    void malformedEventsAreRefusedAndLeaveNothing() {
        long before = all();
        var random = new Random(20_260_518);
        String right = event("call_init", "7").replace("uuid", "xxxx");
        int times = Integer.getInteger("muhatap.fuzz", 60);
        for (int time = 0; time < times; time++) {
            var broken = new StringBuilder(right);
            for (int change = 0; change <= random.nextInt(5); change++) {
                int at = random.nextInt(broken.length());
                broken.setCharAt(at, "{}[]\":,\\0x\u0001ğ".charAt(random.nextInt(12)));
            }
            assertThat(office.post("istemci", DOOR, broken.toString()).status())
                    .as("try %d: %s", time, broken)
                    .isBetween(400, 499);
        }
        assertThat(office.post("istemci", DOOR, "[".repeat(60_000)).status()).isBetween(400, 499);
        assertThat(office.post("istemci", DOOR, "\"" + "x".repeat(100_000) + "\"")
                        .status())
                .isBetween(400, 499);
        assertThat(all()).isEqualTo(before);
    }

    private long rows() {
        return jdbc.sql("select count(*) from cagri where call_id = :id")
                .param("id", call)
                .query(Long.class)
                .single();
    }

    private long all() {
        return jdbc.sql("select count(*) from cagri").query(Long.class).single();
    }
}
