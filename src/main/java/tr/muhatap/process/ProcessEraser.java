package tr.muhatap.process;

import java.util.Collection;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.PersonalDataHolder;

/** Erases the engine's history of applications: variables, comments, tasks, failures of jobs, and who did what. */
@Component
class ProcessEraser implements PersonalDataHolder {

    private final HistoryService history;
    private final JdbcClient jdbc;

    ProcessEraser(HistoryService history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Collection<String> numbers) {
        var instances = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(numbers.toArray(String[]::new))
                .finished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (instances.isEmpty()) {
            return;
        }
        instances.forEach(instance -> history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId())));
        history.deleteHistoricProcessInstancesIfExists(instances);
        // These the engine leaves
        jdbc.sql("delete from act_hi_op_log where proc_inst_id_ in (:instances)")
                .param("instances", instances)
                .update();
    }
}
