package tr.muhatap.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The path of an application through its process models, from the engine's history. */
@Component
public class EngineHistory {

    private static final int MOST = 2_000;

    /**
     * A step.
     *
     * @param name as in the model; the element's id if it has none
     * @param process key of the process
     * @param until null while it is open
     * @param assignee of a task; null if nobody claimed it
     */
    public record Step(
            String name,
            String process,
            Instant since,
            @Nullable Instant until,
            @Nullable String assignee,
            boolean canceled) {}

    private final HistoryService history;

    EngineHistory(HistoryService history) {
        this.history = history;
    }

    /** All processes of an application, ordered by start, without gateways. */
    public List<Step> of(String number) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .listPage(0, MOST)
                        .stream()
                        .filter(activity -> !activity.getActivityType().endsWith("Gateway"))
                        .map(activity -> step(activity, instance.getProcessDefinitionKey())))
                .toList();
    }

    private static Step step(HistoricActivityInstance activity, String process) {
        String name = activity.getActivityName();
        return new Step(
                name == null || name.isBlank() ? activity.getActivityId() : name,
                process,
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                activity.getAssignee(),
                activity.isCanceled());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
