package tr.muhatap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    void whoPassedAHiddenInformersTipOnIsNotAsked() {
        var hidden = """
                {"channel":"ALO_153","kind":"IHBAR","subject":"İhbar","text":"Kaçak döküm","passedOnBy":"MUHTAR",
                 "applicant":{"identityHidden":true}}""";

        assertThat(office.post("operator", "/api/v1/basvurular", hidden)
                        .body()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("passedOnBy");
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

    /** 4982 md. 4 and 6, Yönetmelik md. 10: asked for, never a ground to refuse. */
    @Test
    void whatTheLawAsksForBesideTheTableIsALine() {
        String person = Office.application("BILGI_EDINME");
        String company = person.replace(
                "\"type\":\"GERCEK\",\"firstName\":\"Ayşe\",\"lastName\":\"Işık\",\"nationalId\":\"10000000146\"",
                "\"type\":\"TUZEL\",\"title\":\"Işık A.Ş.\",\"authorityDocument\":\"Y-1\"");
        String foreigner = person.replace("\"type\"", "\"foreigner\":true,\"type\"");
        String spoken = Office.call().replace("SIKAYET", "BILGI_ISTEMI");

        assertThat(warnings(person)).containsExactly("Adres yok (4982 sayılı Kanun’un 6’ncı maddesi).");
        assertThat(warnings(company)).hasSize(2).anyMatch(line -> line.startsWith("Temsilcinin T.C."));
        assertThat(warnings(foreigner)).anyMatch(line -> line.contains("karşılıklılık ve Türkçe"));
        assertThat(warnings(person.replace("10000000146", "99000000000")))
                .anyMatch(line -> line.startsWith("Başvuru sahibi yabancıdır."));
        assertThat(note(foreigner))
                .startsWith("Yabancının bilgi edinme başvurusunda")
                .contains("Karşılıklılık ilkesi");
        assertThat(note(person)).isNull();
        assertThat(warnings(spoken)).singleElement().asString().contains("Dilekçeyi imzalatıp");
        assertThat(warnings(Office.call())).isEmpty();
    }

    /** What the review reads in the file. */
    private @Nullable String note(String json) {
        String number = Office.does(office.post("istemci", "/api/v1/basvurular", json))
                .body()
                .get("number")
                .asText();
        return Office.does(office.get("bilgi", "/api/v1/basvurular/" + number + "/dosya"))
                .body()
                .get("foreignersNote")
                .textValue();
    }

    private List<String> warnings(String json) {
        var lines = new ArrayList<String>();
        Office.does(office.post("istemci", "/api/v1/basvurular", json))
                .body()
                .get("warnings")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }

    @Test
    void theWishAndThePaperAreTakenWithTheApplication() {
        String paper = "2026/" + Office.unique();
        String written = """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","subject":"İhale","text":"Bedeli nedir?","submission":"YAZILI",
                 "answerBy":"POSTA","paperNumber":"%s","paperDate":"2026-01-05",
                 "applicant":{"type":"GERCEK","firstName":"Ömer","lastName":"Ünlü","address":"Kayseri","phone":"0532 111 22 33"}}""".formatted(paper);
        String number = Office.does(office.post("bilgi", "/api/v1/basvurular", written))
                .body()
                .get("number")
                .asText();

        var dosya =
                office.get("bilgi", "/api/v1/basvurular/" + number + "/dosya").body();
        assertThat(dosya.get("answerByLabel").asText()).isEqualTo("Posta");
        assertThat(dosya.get("paperNumber").asText()).isEqualTo(paper);
        assertThat(office.get("bilgi", "/dosya/" + number).response().body())
                .contains("Cevabın istenen yolu", "05.01.2026 tarihli ve " + paper + " sayılı");
        assertThat(office.get("bilgi", "/dosya?number=" + paper)
                        .response()
                        .headers()
                        .firstValue("Location"))
                .as("found by its paper")
                .hasValueSatisfying(found -> assertThat(found).endsWith("/dosya/" + number));
        assertThat(office.get("park", "/dosya?number=" + paper).status()).isEqualTo(200);

        var faulty = office.post(
                "bilgi",
                "/api/v1/basvurular",
                written.replace("POSTA", "E_POSTA").replace("2026-01-05", "2999-01-05"));
        assertThat(faulty.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("answerBy", "paperDate");
        assertThat(office.post(
                                "istemci",
                                "/api/v1/basvurular",
                                Office.application("CIMER").replace("\"kind\"", "\"answerBy\":\"SMS\",\"kind\""))
                        .body()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("answerBy");
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
