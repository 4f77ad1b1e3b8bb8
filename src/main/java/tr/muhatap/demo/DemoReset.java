package tr.muhatap.demo;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.process.PublishedTables;

/** Sets the demonstration back: everything that was registered goes, the first data come again, time is real again. */
@Component
@Profile("demo")
class DemoReset {

    private static final List<String> OWN_TABLES = List.of(
            "mesaj",
            "olay",
            "kisisel_veri_goruntuleme",
            "basvuru_birim",
            "basvuru_notu",
            "cevap_turu",
            "basvuru",
            "number_sequence",
            "kural_taslagi",
            "kural_yayini");

    private final DemoClock demoClock;
    private final DemoData data;
    private final OfficeClock clock;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final PublishedTables publishedTables;
    private final JdbcClient jdbc;

    DemoReset(
            DemoClock demoClock,
            DemoData data,
            OfficeClock clock,
            RuntimeService runtimeService,
            HistoryService historyService,
            PublishedTables publishedTables,
            JdbcClient jdbc) {
        this.demoClock = demoClock;
        this.data = data;
        this.clock = clock;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.publishedTables = publishedTables;
        this.jdbc = jdbc;
    }

    Instant reset() {
        demoClock.withoutJobs(() -> demoClock.whileOthersWait(() -> {
            deleteEverything();
            demoClock.backToRealTime();
            data.create();
        }));
        return clock.instant();
    }

    private void deleteEverything() {
        var running = runtimeService.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!running.isEmpty()) {
            runtimeService.deleteProcessInstances(running, "Tanıtım sıfırlandı", true, true);
        }
        var remembered = historyService.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!remembered.isEmpty()) {
            historyService.deleteHistoricProcessInstancesIfExists(remembered);
        }
        OWN_TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        publishedTables.takeBack();
        jdbc.sql("delete from cevap_sablonu where changed_by <> :shipped")
                .param("shipped", CurrentUser.SYSTEM)
                .update();
    }
}
