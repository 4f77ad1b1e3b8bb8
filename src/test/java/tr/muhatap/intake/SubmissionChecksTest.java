package tr.muhatap.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.NewBasvuru;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandard.Paper;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.deadline.ServiceStandardsFixture;
import tr.muhatap.organization.Organization;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** Each row changes a valid delivery and lists exactly the fields that are then faulty. */
class SubmissionChecksTest {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");

    private static final Map<Channel, Map<String, List<Paper>>> PAPERS = Map.of(
            Channel.BILGI_EDINME,
            Map.of(
                    "ELEKTRONIK", List.of(Paper.TC_KIMLIK_NO),
                    "ELEKTRONIK_TUZEL", List.of(Paper.YETKI_BELGESI),
                    "YAZILI", List.of(Paper.ADRES),
                    "YAZILI_TUZEL", List.of(Paper.YETKI_BELGESI),
                    "KURUM", List.of(Paper.ILETEN_KURUM)),
            Channel.BEYAZ_MASA,
            Map.of("*", List.of(Paper.TC_KIMLIK_NO, Paper.ILETISIM)));

    private final ObjectMapper json = new ObjectMapper();
    private final Deadlines deadlines = new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays());

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALO_153      | {}                                                              |",
                "ALO_153      | {'kind':null}                                                   | kind",
                "ALO_153      | {'kind':'sikayet'}                                              | kind",
                "ALO_153      | {'subject':' '}                                                 | subject",
                "ALO_153      | {'text':null,'subject':null}                                    | subject text",
                "ALO_153      | {'topic':'yol-cukur'}                                           |",
                "ALO_153      | {'topic':'yok-boyle'}                                           | topic",
                "ALO_153      | {'source':'WEB'}                                                | source",
                "ALO_153      | {'submission':'YAZILI'}                                         | submission",
                "ALO_153      | {'forwardedBy':'Valilik'}                                       | forwardedBy",
                "DIJITAL      | {}                                                              | source",
                "DIJITAL      | {'source':'WEB'}                                                |",
                "DIJITAL      | {'source':'FAKS'}                                               | source",
                // Places
                "ALO_153      | {'latitude':38.7,'longitude':35.5}                              |",
                "ALO_153      | {'latitude':-90,'longitude':180}                                |",
                "ALO_153      | {'latitude':90.01,'longitude':35.5}                             | latitude",
                "ALO_153      | {'latitude':38.7,'longitude':-180.01}                           | longitude",
                "ALO_153      | {'latitude':38.7}                                               | longitude",
                "ALO_153      | {'longitude':35.5}                                              | latitude",
                // Dates
                "ALO_153      | {'receivedAt':'2026-05-18T10:15:00+03:00'}                      |",
                "ALO_153      | {'receivedAt':'2026-05-18T10:15:01+03:00'}                      | receivedAt",
                "ALO_153      | {'receivedAt':'2026-05-18T10:15:00'}                            | receivedAt",
                "ALO_153      | {'receivedAt':'18.05.2026'}                                     | receivedAt",
                "ALO_153      | {'receivedAt':'2026-02-30T10:15:00+03:00'}                      | receivedAt",
                "ALO_153      | {'receivedAt':'1990-01-02T10:15:00+03:00'}                      | receivedAt",
                "ALO_153      | {'paperNumber':'E-1','paperDate':'2026-05-18'}                  |",
                "ALO_153      | {'paperNumber':'E-1','paperDate':'2026-05-19'}                  | paperDate",
                "ALO_153      | {'paperDate':'2026-05-18'}                                      | paperNumber",
                // Who
                "ALO_153      | {'applicant':null}                                              | applicant",
                "ALO_153      | {'applicant.type':null}                                         | applicant.type",
                "ALO_153      | {'applicant.firstName':'','applicant.lastName':null} "
                        + "| applicant.firstName applicant.lastName",
                "ALO_153      | {'applicant.type':'TUZEL'}                                      | applicant.title",
                "ALO_153      | {'applicant.type':'TUZEL','applicant.title':'Örnek A.Ş.'}       |",
                "ALO_153      | {'applicant.nationalId':'10000000147'}                          | applicant.nationalId",
                "ALO_153      | {'applicant.nationalId':'100 000 001 46'}                       |",
                "ALO_153      | {'applicant.taxNumber':'123'}                                   | applicant.taxNumber",
                "ALO_153      | {'applicant.phone':'12'}                                        | applicant.phone",
                "ALO_153      | {'applicant.email':'ayse'}                                      | applicant.email",
                "ALO_153      | {'applicant.firstName':'www.ornek.example'}                     | applicant.firstName",
                // Identity is hidden in a report of wrong-doing alone, and then wholly
                "ALO_153      | {'applicant.identityHidden':true}                               "
                        + "| applicant.firstName applicant.identityHidden applicant.lastName",
                "ALO_153      | {'kind':'IHBAR','applicant.identityHidden':true} "
                        + "| applicant.firstName applicant.lastName",
                "ALO_153      | {'kind':'IHBAR','applicant':{'identityHidden':true}}            |",
                // Papers of the table
                "BILGI_EDINME | {}                                                              | submission",
                "BILGI_EDINME | {'submission':'ELEKTRONIK'}                                     | applicant.nationalId",
                "BILGI_EDINME | {'submission':'ELEKTRONIK','applicant.nationalId':'10000000146'} |",
                "BILGI_EDINME | {'submission':'ELEKTRONIK','applicant.type':'TUZEL','applicant.title':'Örnek A.Ş.'} "
                        + "| applicant.authorityDocument applicant.nationalId",
                "BILGI_EDINME | {'submission':'YAZILI'}                                         | applicant.address",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.address':'Deneme Mah. 1'}     |",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.type':'TUZEL','applicant.title':'Örnek A.Ş.',"
                        + "'applicant.address':'Deneme Mah. 1'} | applicant.authorityDocument",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.type':'TUZEL','applicant.title':'Örnek A.Ş.',"
                        + "'applicant.address':'Deneme Mah. 1','applicant.authorityDocument':'Vekâletname'} |",
                "BILGI_EDINME | {'submission':'KURUM'}                                          | forwardedBy",
                "BILGI_EDINME | {'submission':'KURUM','forwardedBy':'Örnek Valiliği'}           |",
                "BEYAZ_MASA   | {}                              | applicant.nationalId applicant.phone",
                "BEYAZ_MASA   | {'applicant.nationalId':'10000000146','applicant.phone':'0532 123 45 67'} |",
                "BEYAZ_MASA   | {'applicant.nationalId':'10000000146','applicant.email':'a@ornek.example'} |",
                "BEYAZ_MASA   | {'applicant.nationalId':'10000000146','applicant.address':'Deneme Mah. 1'} |",
                // What went before
                "ALO_153      | {'previousNumber':'2026-000001'}                                |",
                "ALO_153      | {'previousNumber':'2026-000002'}                                | previousNumber",
                "ALO_153      | {'previousCode':'ABCD'}                                         | previousNumber"
            })
    void everyFaultIsFoundAndNoOther(Channel channel, String changes, @Nullable String faults) {
        assertThat(faultsOf(channel, changes.replace('\'', '"')))
                .containsExactlyInAnyOrderElementsOf(
                        faults == null
                                ? List.of()
                                : Arrays.asList(faults.strip().split(" ")));
    }

    /** The last accepted length and the first refused one; a supplementary code point counts as one character. */
    @ParameterizedTest
    @CsvSource({
        "subject, 200",
        "text, 20000",
        "externalReference, 100",
        "privacyNotice, 40",
        "paperNumber, 60",
        "applicant.firstName, 100",
        "applicant.lastName, 100",
        "applicant.title, 200",
        "applicant.representative, 200",
        "applicant.authorityDocument, 200",
        "applicant.address, 500"
    })
    void lengthsAreCountedByCharacters(String field, int longest) {
        for (var letter : field.equals("paperNumber") ? List.of("9") : List.of("ğ", "😀")) {
            assertThat(faultsOf(Channel.ALO_153, "{\"%s\":\"%s\"}".formatted(field, letter.repeat(longest))))
                    .as(letter)
                    .isEmpty();
            assertThat(faultsOf(Channel.ALO_153, "{\"%s\":\"%s\"}".formatted(field, letter.repeat(longest + 1))))
                    .as(letter)
                    .containsExactly(field);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALO_153      | {} | 0",
                "DIJITAL      | {'source':'E_POSTA'} | 1",
                "DIJITAL      | {'source':'E_POSTA','applicant.email':'a@ornek.example'} | 0",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.address':'Deneme Mah. 1'} | 2",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.address':'Deneme Mah. 1',"
                        + "'applicant.nationalId':'10000000146','applicant.phone':'05321234567'} | 0",
                "BILGI_EDINME | {'submission':'YAZILI','applicant.type':'TUZEL','applicant.title':'Örnek A.Ş.',"
                        + "'applicant.address':'Deneme Mah. 1','applicant.authorityDocument':'Vekâletname'} | 3",
                "BILGI_EDINME | {'submission':'ELEKTRONIK','applicant.nationalId':'10000000146'} | 1",
                "BILGI_EDINME | {'submission':'ELEKTRONIK','applicant.nationalId':'10000000146',"
                        + "'applicant.address':'Deneme Mah. 1'} | 0",
                "BILGI_EDINME | {'submission':'ELEKTRONIK','applicant.nationalId':'10000000146',"
                        + "'applicant.address':'Deneme Mah. 1','applicant.foreigner':true} | 1",
                "ALO_153      | {'kind':'BILGI_ISTEMI'} | 1"
            })
    void whatLacksWithoutBeingAFaultIsAWarning(Channel channel, String changes, int warnings) {
        assertThat(checked(channel, changes.replace('\'', '"')).warnings()).hasSize(warnings);
    }

    /** By the mark or by the number, but never of a hidden informer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | false",
                "{'applicant.foreigner':false} | false",
                "{'applicant.foreigner':true} | true",
                "{'applicant.nationalId':'99000000000'} | true",
                "{'kind':'IHBAR','applicant':{'identityHidden':true,'foreigner':true}} | false"
            })
    void whetherAForeignerAppliesIsKept(String changes, boolean foreigner) {
        assertThat(checked(Channel.ALO_153, changes.replace('\'', '"'))
                        .incoming()
                        .isForeigners())
                .isEqualTo(foreigner);
    }

    /** The source knows who applied and gives the answer; who asks for information has to be known (4982 md. 6). */
    @ParameterizedTest
    @CsvSource({
        "CIMER, SIKAYET, true",
        "ACIK_KAPI, TALEP, true",
        "CIMER, IHBAR, true",
        "CIMER, BILGI_ISTEMI, false",
        "ALO_153, SIKAYET, false"
    })
    void anotherSystemsListMayHideWhoApplied(Channel channel, String kind, boolean taken) {
        var checks = checks(channel, "{\"kind\":\"" + kind + "\",\"applicant\":{\"identityHidden\":true}}")
                .ofList();

        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> checks.checked(Optional.of(channel), "istemci", "0".repeat(64)));

        assertThat(refused == null).isEqualTo(taken);
    }

    private List<String> faultsOf(Channel channel, String changes) {
        var refused = catchThrowableOfType(InvalidInputException.class, () -> checked(channel, changes));
        return refused == null
                ? List.of()
                : refused.errors().stream().map(FieldError::field).toList();
    }

    private NewBasvuru checked(Channel channel, String changes) {
        return checks(channel, changes).checked(Optional.of(channel), "istemci", "0".repeat(64));
    }

    private SubmissionChecks checks(Channel channel, String changes) {
        return new SubmissionChecks(
                request(channel, changes),
                new Standards(),
                deadlines,
                new Organization(),
                "2026-000001"::equals,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SubmissionRequest request(Channel channel, String changes) {
        try {
            var request = (ObjectNode) json.readTree("{\"channel\":\"" + channel.name()
                    + "\",\"kind\":\"SIKAYET\",\"subject\":\"Çukur\",\"text\":\"Yolda çukur var.\",\"applicant\":"
                    + "{\"type\":\"GERCEK\",\"firstName\":\"Ayşe\",\"lastName\":\"Örnek\"}}");
            json.readTree(changes).properties().forEach(change -> {
                String[] path = change.getKey().split("\\.");
                var place = path.length == 1 ? request : (ObjectNode) request.get(path[0]);
                place.set(path[path.length - 1], change.getValue());
            });
            return json.treeToValue(request, SubmissionRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(changes, e);
        }
    }

    /** The fixture's limits with this test's papers. */
    private static final class Standards implements ServiceStandards {

        private final ServiceStandards limits = new ServiceStandardsFixture();

        @Override
        public int version() {
            return limits.version();
        }

        @Override
        public ServiceStandard standard(Channel channel, boolean extended, int version) {
            var row = limits.standard(channel, extended, version);
            return new ServiceStandard(
                    channel,
                    row.extended(),
                    row.no(),
                    row.service(),
                    row.papers(),
                    PAPERS.getOrDefault(channel, Map.of()),
                    row.limit(),
                    row.unit(),
                    row.secondLimit(),
                    row.basis());
        }

        @Override
        public List<ServiceStandard> all() {
            return Stream.of(Channel.values())
                    .map(channel -> standard(channel, false))
                    .toList();
        }
    }
}
