package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.UnitProposals;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandard.Paper;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.organization.Organization;

/** What the two decision tables say, as the program reads them. */
@ProcessTest
class DecisionTablesTest {

    @Autowired
    private ServiceStandards standards;

    @Autowired
    private UnitProposals proposals;

    @Autowired
    private Organization organization;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private DecisionService decisionService;

    @Test
    void theTableHasTheOfficesRowsInTheirOrder() {
        assertThat(standards.all())
                .extracting(
                        ServiceStandard::no,
                        ServiceStandard::channel,
                        ServiceStandard::extended,
                        ServiceStandard::limit,
                        ServiceStandard::unit,
                        ServiceStandard::secondLimit)
                .containsExactly(
                        tuple(1, Channel.BILGI_EDINME, false, 15, DayUnit.IS_GUNU, 3),
                        tuple(1, Channel.BILGI_EDINME, true, 30, DayUnit.IS_GUNU, 3),
                        tuple(2, Channel.CIMER, false, 15, DayUnit.GUN, 3),
                        tuple(3, Channel.ACIK_KAPI, false, 15, DayUnit.GUN, 3),
                        tuple(4, Channel.BEYAZ_MASA, false, 10, DayUnit.GUN, 3),
                        tuple(5, Channel.BEYAZ_MASA_MOBIL, false, 10, DayUnit.GUN, 3),
                        tuple(6, Channel.ALO_153, false, 10, DayUnit.GUN, 3),
                        tuple(7, Channel.DIJITAL, false, 10, DayUnit.GUN, 3));
        assertThat(standards.all()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.service()).isNotBlank();
            assertThat(row.papers()).isNotBlank();
            assertThat(row.basis()).isNotBlank();
        });
    }

    @Test
    void theTableSaysWhichPapersAreRequired() {
        var desk = Map.of("*", List.of(Paper.TC_KIMLIK_NO, Paper.ILETISIM));

        assertThat(papers(Channel.BILGI_EDINME))
                .isEqualTo(Map.of(
                        "ELEKTRONIK_GERCEK", List.of(Paper.TC_KIMLIK_NO),
                        "ELEKTRONIK_TUZEL", List.of(Paper.YETKI_BELGESI),
                        "YAZILI", List.of(Paper.ADRES),
                        "KURUM", List.of(Paper.ILETEN_KURUM)));
        assertThat(papers(Channel.BEYAZ_MASA)).isEqualTo(desk);
        assertThat(papers(Channel.BEYAZ_MASA_MOBIL)).isEqualTo(desk);
        assertThat(papers(Channel.ALO_153)).isEqualTo(desk);
        assertThat(papers(Channel.CIMER)).isEmpty();
        assertThat(papers(Channel.ACIK_KAPI)).isEmpty();
        assertThat(papers(Channel.DIJITAL)).isEmpty();
    }

    @Test
    void everyTopicIsProposedToItsUnitWithAReason() {
        assertThat(organization.topics())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(proposals.propose(topic.code(), null, ""))
                        .hasValueSatisfying(proposal -> {
                            assertThat(proposal.unit()).isEqualTo(topic.unit());
                            assertThat(proposal.reason()).contains(topic.name());
                        }));
    }

    @Test
    void theTableOfUnitsKnowsNoTopicThatTheCatalogueLacks() throws Exception {
        var table = Files.readString(Path.of("bpmn/birim-yonlendirme.dmn"));

        assertThat(table.split("_Girdi_1\">\\s*<text>\""))
                .hasSize(organization.topics().size() + 1);
    }

    @Test
    void wordsProposeWhereNoTopicWasChosen() {
        assertThat(proposals.propose(null, Kind.SIKAYET, "Sokağımızdaki ÇUKURLAR"))
                .hasValueSatisfying(proposal -> assertThat(proposal.unit()).isEqualTo("yol-bakim"));
        assertThat(proposals.propose(null, Kind.SIKAYET, "kopegimiz kayip"))
                .hasValueSatisfying(proposal -> assertThat(proposal.unit()).isEqualTo("veteriner"));
        assertThat(proposals.propose("budama", Kind.SIKAYET, "Çukurun yanındaki ağaç"))
                .as("the topic comes first")
                .hasValueSatisfying(proposal -> assertThat(proposal.unit()).isEqualTo("park-bahceler"));
        assertThat(proposals.propose(null, Kind.TESEKKUR, "Teşekkür ederim")).isEmpty();
    }

    @Test
    void whatTheTableDoesNotKnowIsNotProposed() {
        assertThat(proposals.propose("yok-boyle", null, "")).isEmpty();
    }

    @Test
    void theNewestVersionCounts() throws Exception {
        String changed =
                Files.readString(Path.of("bpmn/hizmet-standartlari.dmn")).replace(">15<", ">12<");
        var deployment = repositoryService
                .createDeployment()
                .addString("hizmet-standartlari.dmn", changed)
                .deploy();
        try {
            var reader = new DmnServiceStandards(new LatestDecisions(repositoryService), decisionService);

            assertThat(reader.standard(Channel.CIMER, false).limit()).isEqualTo(12);
            assertThat(reader.standard(Channel.BILGI_EDINME, true).limit()).isEqualTo(30);
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    private Map<String, List<Paper>> papers(Channel channel) {
        return standards.standard(channel, false).requiredPapers();
    }
}
