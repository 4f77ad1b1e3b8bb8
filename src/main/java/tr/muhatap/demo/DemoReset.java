package tr.muhatap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.attachment.AttachmentFolder;
import tr.muhatap.audit.LogSequencer;
import tr.muhatap.audit.OfficeLedger;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.process.PublishedTables;
import tr.muhatap.text.Texts;

/** Resets the demonstration: deletes all registered data, generates the initial data again and returns to real time. */
@Component
@Profile("demo")
class DemoReset {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReset.class);

    private final DemoClock demoClock;
    private final DemoData data;
    private final DemoProgress progress;
    private final OfficeClock clock;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final PublishedTables publishedTables;
    private final OwnTables ownTables;
    private final AttachmentFolder attachmentFolder;
    private final LogSequencer log;
    private final OfficeLedger officeLedger;
    private final DemoPost post;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    DemoReset(
            DemoClock demoClock,
            DemoData data,
            DemoProgress progress,
            OfficeClock clock,
            RuntimeService runtimeService,
            HistoryService historyService,
            PublishedTables publishedTables,
            OwnTables ownTables,
            AttachmentFolder attachmentFolder,
            LogSequencer log,
            OfficeLedger officeLedger,
            DemoPost post,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.demoClock = demoClock;
        this.data = data;
        this.progress = progress;
        this.clock = clock;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.publishedTables = publishedTables;
        this.ownTables = ownTables;
        this.attachmentFolder = attachmentFolder;
        this.log = log;
        this.officeLedger = officeLedger;
        this.post = post;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Resets the demonstration. If it cannot be emptied it stays as it was; if its data cannot be generated it stays
     * empty.
     */
    Instant reset() {
        demoClock.withoutJobs(() -> demoClock.whileOthersWait(() -> {
            try {
                progress.begins(Texts.of("demo.demo-reset.suren-istekler-bekleniyor"));
                demoClock.awaitOthers();
                progress.begins(Texts.of("demo.demo-reset.kayitlar-siliniyor"));
                deleteEverything();
                create();
            } finally {
                progress.ends();
            }
        }));
        return clock.instant();
    }

    private void create() {
        try {
            data.create();
        } catch (RuntimeException failed) {
            LOG.error("The demonstration's data could not be made; it stays empty", failed);
            deleteEverything();
            throw failed;
        }
    }

    private void deleteEverything() {
        transactions.executeWithoutResult(transaction -> {
            attachmentFolder.emptyAfterCommit();
            // Records first: no process may end while its record is open
            log.startNew();
            ownTables.empty();
            // Otherwise the mails would be fetched again
            post.empty();
            deleteInstances();
            publishedTables.takeBack();
            jdbc.sql("delete from cevap_sablonu where changed_by <> :shipped")
                    .param("shipped", CurrentUser.SYSTEM)
                    .update();
            officeLedger.begin();
        });
        // Its row was deleted as well.
        demoClock.move(Duration.ZERO);
    }

    private void deleteInstances() {
        var running = runtimeService.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!running.isEmpty()) {
            runtimeService.deleteProcessInstances(running, Texts.of("demo.demo-reset.tanitim-sifirlandi"), true, true);
        }
        List<String> remembered = historyService.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!remembered.isEmpty()) {
            historyService.deleteHistoricProcessInstancesIfExists(remembered);
        }
    }
}
