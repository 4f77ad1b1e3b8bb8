package tr.muhatap.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.InformationRequests;
import tr.muhatap.channel.Channel;

/**
 * At startup, migrates running instances of older model versions to the latest one. Open activities of the same id are
 * kept, timers keep their due dates, and new boundary events are added. Instances at activities that the latest model
 * lacks stay on their version, continue there, and are reported.
 */
@Component
class ModelMigration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ModelMigration.class);

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final InformationRequests informationRequests;
    private final BoardProcesses boardProcesses;

    ModelMigration(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            TaskService taskService,
            InformationRequests informationRequests,
            BoardProcesses boardProcesses) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.informationRequests = informationRequests;
        this.boardProcesses = boardProcesses;
    }

    /**
     * Result for the instances of one older version.
     *
     * @param left business keys of those that stay on it
     */
    record Report(String key, int fromVersion, int toVersion, int moved, List<String> left) {}

    @Override
    public void run(ApplicationArguments arguments) {
        int requests = moveInformationRequests();
        if (requests > 0) {
            LOG.info("{} information requests of other channels moved to the process of 4982", requests);
        }
        int boards = boardProcesses.startMissing();
        if (boards > 0) {
            LOG.info("{} requests of the Board got a process", boards);
        }
        migrate().forEach(report -> {
            LOG.info(
                    "{}: {} instances moved from model version {} to {}",
                    report.key(),
                    report.moved(),
                    report.fromVersion(),
                    report.toVersion());
            if (!report.left().isEmpty()) {
                LOG.warn(
                        "{}: {} instances stay on model version {}, which has no like step in version {}: {}",
                        report.key(),
                        report.left().size(),
                        report.fromVersion(),
                        report.toVersion(),
                        report.left());
            }
        });
    }

    /**
     * Migrates requests for information that were started in their channel's process to that of 4982, which has
     * extension and fee. Those that wait for completion have no counterpart there: they are migrated at the first
     * startup after their completion.
     */
    int moveInformationRequests() {
        var law = Channel.ofInformationLaw();
        var numbers = informationRequests.openOfOtherChannels();
        if (numbers.isEmpty()) {
            return 0;
        }
        var newest = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(law.processKey())
                .latestVersion()
                .singleResult();
        int moved = 0;
        for (var number : numbers) {
            for (var instance : runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .processDefinitionKeyIn(ProcessNames.Keys.channels())
                    .processDefinitionKeyNotIn(law.processKey())
                    .list()) {
                if (moves(instance, newest)) {
                    offer(instance, ProcessNames.Elements.ON_INCELEME, law.reviewers());
                    offer(instance, ProcessNames.Elements.BIRIME_SEVK, law.routers());
                    moved++;
                }
            }
        }
        return moved;
    }

    private void offer(ProcessInstance instance, String step, String group) {
        taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(step)
                .list()
                .forEach(task -> taskService.addCandidateGroup(task.getId(), group));
    }

    List<Report> migrate() {
        return Stream.concat(
                        Stream.of(ProcessNames.Keys.withTheLimit()),
                        Stream.of(ProcessNames.Keys.MURACAAT, ProcessNames.Keys.KURUL_ITIRAZI))
                .flatMap(this::migrate)
                .toList();
    }

    private Stream<Report> migrate(String key) {
        var versions = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
        return versions.stream().skip(1).flatMap(older -> migrate(older, versions.get(0)).stream());
    }

    private List<Report> migrate(ProcessDefinition older, ProcessDefinition newest) {
        var running = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (running.isEmpty()) {
            return List.of();
        }
        var left = running.stream()
                .filter(instance -> !moves(instance, newest))
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toList());
        return List.of(new Report(
                older.getKey(), older.getVersion(), newest.getVersion(), running.size() - left.size(), left));
    }

    /** One transaction per instance, so that a failure does not block the others. */
    private boolean moves(ProcessInstance instance, ProcessDefinition newest) {
        try {
            var plan = runtimeService
                    .createMigrationPlan(instance.getProcessDefinitionId(), newest.getId())
                    .mapEqualActivities()
                    .build();
            runtimeService
                    .newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .execute();
            return true;
        } catch (ProcessEngineException noPlaceForIt) {
            LOG.debug("{} stays on its model version", instance.getBusinessKey(), noPlaceForIt);
            return false;
        }
    }
}
