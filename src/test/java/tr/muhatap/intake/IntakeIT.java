package tr.muhatap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

@HttpTest
class IntakeIT {

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aCompleteCallIsRegisteredWithItsLimitAndGoesStraightToRouting() {
        var answer = office.post("operator", "/api/v1/basvurular", Office.call());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("number").asText()).matches("\\d{4}-\\d{6}");
        assertThat(answer.body().get("trackingCode").asText()).hasSize(12);
        assertThat(answer.body().get("status").asText()).isEqualTo("SEVK_BEKLIYOR");
        assertThat(answer.body().at("/deadline/limit").asInt()).isEqualTo(10);
        assertThat(answer.body().at("/deadline/lateFrom").asText()).endsWith("T00:00:00+03:00");
        assertThat(answer.response().headers().firstValue("Location").orElseThrow())
                .isEqualTo("/api/v1/basvurular/" + answer.body().get("number").asText());
    }

    @Test
    void theIdenticalDeliveryIsAnsweredWithTheSameNumber() {
        var reference = Office.unique();
        var first = office.post("istemci", "/api/v1/basvurular", Office.call(reference));
        var second = office.post("istemci", "/api/v1/basvurular", Office.call(reference));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void otherContentOrAnotherDelivererUnderTheSameNumberIsRefusedAndToldNothing() {
        var reference = Office.unique();
        var number = office.register("istemci", Office.call(reference));

        var otherContent = office.post(
                "istemci", "/api/v1/basvurular", Office.call(reference).replace("çukur var", "iki çukur var"));
        var otherDeliverer = office.post("operator", "/api/v1/basvurular", Office.call(reference));

        assertThat(otherContent.status()).isEqualTo(409);
        assertThat(otherDeliverer.status()).isEqualTo(409);
        assertThat(otherContent.response().body()).doesNotContain(number);
    }

    @Test
    void fiftyIdenticalDeliveriesAtTheSameMomentMakeOneApplication() throws Exception {
        var json = Office.call(Office.unique());
        var pool = Executors.newFixedThreadPool(50);
        try {
            var deliveries = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Office.Answer>) () -> office.post("istemci", "/api/v1/basvurular", json))
                    .toList();
            var numbers = new HashSet<String>();
            int created = 0;
            for (var delivery : pool.invokeAll(deliveries)) {
                var answer = delivery.get();
                assertThat(answer.status()).isIn(200, 201);
                created += answer.status() == 201 ? 1 : 0;
                numbers.add(answer.body().get("number").asText());
            }
            assertThat(numbers).hasSize(1);
            assertThat(created).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aRefusalNamesEveryFaultyFieldAndStoresNothing() {
        long before = office.get("halkla", "/api/v1/basvurular?size=1")
                .body()
                .get("total")
                .asLong();

        var answer = office.post("istemci", "/api/v1/basvurular", """
                {"channel":"ALO_153","source":"WEB","kind":"DERT","topic":"yok","subject":" ","text":"a\\u0000b",
                 "latitude":38.7,"receivedAt":"2999-01-01T00:00:00+03:00",
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000147",
                 "email":"x@"}}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").findValuesAsText("field"))
                .contains(
                        "source",
                        "kind",
                        "topic",
                        "subject",
                        "text",
                        "longitude",
                        "receivedAt",
                        "applicant.nationalId",
                        "applicant.email",
                        "applicant.phone");
        assertThat(office.get("halkla", "/api/v1/basvurular?size=1")
                        .body()
                        .get("total")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void anInformersIdentityCanBeHiddenAndItsFieldsStayEmpty() {
        var hidden = """
                {"channel":"CIMER","kind":"IHBAR","subject":"İhbar","text":"Kaçak döküm","applicant":{"identityHidden":true}}""";
        assertThat(office.post("istemci", "/api/v1/basvurular", hidden).status())
                .isEqualTo(201);
        assertThat(office.post("istemci", "/api/v1/basvurular", hidden.replace("IHBAR", "TALEP"))
                        .status())
                .isEqualTo(422);
        assertThat(office.post("istemci", "/api/v1/basvurular", hidden.replace("true", "true,\"firstName\":\"Ali\""))
                        .body()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("applicant.firstName");
    }

    @Test
    void aWrittenInformationRequestWithoutNationalIdIsTakenWithAWarning() {
        var answer = office.post("bilgi", "/api/v1/basvurular", """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","subject":"İhale","text":"Bedeli nedir?","submission":"YAZILI",
                 "applicant":{"type":"GERCEK","firstName":"Ömer","lastName":"Ünlü","address":"Kayseri"}}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("warnings")).hasSize(2);
        assertThat(answer.body().at("/deadline/unit").asText()).isEqualTo("IS_GUNU");
    }

    @Test
    void desksRegisterOnTheirOwnChannelsOnly() {
        assertThat(office.post("masa", "/api/v1/basvurular", Office.call()).status())
                .isEqualTo(403);
        assertThat(office.post("fen", "/api/v1/basvurular", Office.call()).status())
                .isEqualTo(403);
        assertThat(office.post("denetci", "/api/v1/basvurular", Office.call()).status())
                .isEqualTo(403);
        assertThat(office.post("", "/api/v1/basvurular", Office.call()).status())
                .isEqualTo(401);
    }
}
