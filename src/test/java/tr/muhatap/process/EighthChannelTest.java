package tr.muhatap.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.EighthChannel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.NoServiceStandardException;
import tr.muhatap.rules.DecisionTables;
import tr.muhatap.rules.NewChannels;
import tr.muhatap.rules.RuleRow;
import tr.muhatap.rules.RuleTable;

/**
 * A program with an eighth channel starts on a database that was filled with seven, whose office has published a table
 * of its own: the open applications go on, and the new channel's go from their receipt to the delivered answer.
 */
@ProcessTest
class EighthChannelTest {

    private static final RuleTable TABLE = RuleTable.HIZMET_STANDARTLARI;
    private static final Instant RECEIVED = Instant.parse("2026-05-18T07:00:00Z");

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DmnServiceStandards standards;

    @Autowired
    private DecisionTables tables;

    @Autowired
    private PublishedTables publishedTables;

    @Autowired
    private NewChannels newChannels;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> deployments = new ArrayList<>();
    private EighthChannel added;
    private String extendable = "";
    private String charged = "";
    private String late = "";

    @BeforeEach
    void sevenChannelsFillTheDatabaseAndAnEighthComes() throws IOException {
        office.movesTo(RECEIVED);
        // The office's own version: its Dijital limit is 9 instead of 10 days
        publishes(tables.shippedRows(TABLE).stream()
                .map(row -> row.get("kanal").equals(Channel.DIJITAL.name()) ? with(row, Map.of("sure", "9")) : row)
                .toList());
        extendable = office.atTheUnit(Channel.BILGI_EDINME);
        charged = office.atTheUnit(Channel.BILGI_EDINME);
        late = office.atTheUnit(Channel.CIMER);

        added = new EighthChannel();
        deployments.add(repositoryService
                .createDeployment()
                .name("eighth")
                .addString(added.channel().processKey() + ".bpmn", added.model())
                .deploy()
                .getId());
        restarts();
    }

    @AfterEach
    void sevenAgain() {
        office.backToRealTime();
        publishedTables.takeBack();
        jdbc.sql("delete from kural_yayini where karar = :karar")
                .param("karar", TABLE.key())
                .update();
        // Its closed applications stay in the database that other tests read
        jdbc.sql("update basvuru set channel = 'DIJITAL' where channel = :eighth")
                .param("eighth", added.channel().name())
                .update();
        deployments.forEach(id -> repositoryService.deleteDeployment(id, true));
        added.close();
        restarts();
    }

    @Test
    void openApplicationsGoOnWhereTheTableLacksTheNewChannel() {
        assertThat(standards.all()).hasSameSizeAs(tables.shippedRows(TABLE));

        register.extend(extendable, ExtensionGround.BASKA_BIRIM, "Başka birimden bilgi gerekiyor.");
        assertThat(office.record(extendable).counting().extended()).isTrue();

        register.notifyFee(charged, FeeNotice.of(new BigDecimal("125.50"), 40));
        office.movesTo(Instant.parse("2026-05-26T07:00:00Z"));
        register.pay(charged, LocalDate.parse("2026-05-26"), "MAK-8");
        assertThat(office.record(charged).status()).isEqualTo(Status.BIRIMDE);

        office.limitPasses(late);
        office.secondLimitPasses(late);
        assertThat(office.record(late).escalationLevel()).isEqualTo(2);
        answered(late);
        answered(charged);
        answered(extendable);
    }

    @Test
    void theNewChannelAloneIsRefusedByNameUntilItsRowIsThere() {
        assertThatThrownBy(() -> office.registered(added.channel()))
                .isInstanceOf(NoServiceStandardException.class)
                .hasMessageContaining("Muhtarlık");
        assertThatThrownBy(() -> deadlines.isExtendable(added.channel()))
                .isInstanceOf(NoServiceStandardException.class);
    }

    @Test
    void aShippedRowIsAddedToThePublishedTableAndTheChannelWorks() {
        var shipped = new ArrayList<>(tables.shippedRows(TABLE));
        var dijital = shipped.stream()
                .filter(row -> row.get("kanal").equals(Channel.DIJITAL.name()))
                .findFirst()
                .orElseThrow();
        shipped.add(with(
                dijital,
                Map.of("kanal", added.channel().name(), "no", "8", "hizmet", "Muhtarlık başvurusu", "sure", "7")));
        int before = standards.version();

        newChannels.addRows(shipped);
        newChannels.addRows(shipped);

        assertThat(standards.version()).isEqualTo(before + 1);
        assertThat(standards.standard(Channel.DIJITAL, false).limit()).isEqualTo(9);
        assertThat(standards.standard(added.channel(), false).limit()).isEqualTo(7);
        assertThat(jdbc.sql("select reason from kural_yayini where karar = :karar and version = :version")
                        .param("karar", TABLE.key())
                        .param("version", before + 1)
                        .query(String.class)
                        .single())
                .contains("Muhtarlık");
        assertThat(tables.versions(TABLE).get(0).byOffice()).isTrue();

        String number = office.atTheUnit(added.channel());
        assertThat(office.process(number).getProcessDefinitionKey()).isEqualTo("muhtarlik");
        assertThat(office.record(number).deadline().lastDay()).isEqualTo(LocalDate.parse("2026-05-25"));
        office.limitPasses(number);
        assertThat(office.record(number).escalationLevel()).isOne();
        answered(number);
        answered(late);
    }

    private void answered(String number) {
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.OLUMLU);
        assertThat(office.instances(number)).isEmpty();
    }

    private void publishes(List<RuleRow> rows) {
        transaction.executeWithoutResult(tx -> tables.publish(TABLE, rows));
    }

    /** What a start of the program reads again. */
    private void restarts() {
        ((Map<?, ?>) requireNonNull(ReflectionTestUtils.getField(standards, "read"))).clear();
        standards.readAtStart();
    }

    private static RuleRow with(RuleRow row, Map<String, String> cells) {
        var changed = new HashMap<>(row.cells());
        changed.putAll(cells);
        return RuleRow.of(TABLE, changed);
    }
}
