package tr.muhatap.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.RequiresTuning;
import tr.muhatap.access.Groups;
import tr.muhatap.problem.RuleViolationException;

/** The single query gives the engine's own results, for all users. */
@HttpTest
class AuthorizationsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private TaskService taskService;

    @Test
    @RequiresTuning
    void everybodyMayWhatTheEngineItselfWouldAllow() {
        var office = new Office(port);
        String reviewed = office.register("istemci", Office.application("DIJITAL"));
        String routed = office.register("istemci", Office.application("DIJITAL"));
        Office.does(office.complete("halkla", routed, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", routed, "Birime_Sevk", "birim", "fen-isleri"));
        Map<String, List<String>> people = new HashMap<>();
        for (var user : identityService.createUserQuery().list()) {
            people.put(user.getId(), groupsOf(user));
        }
        people.put(null, List.of(Groups.HALKLA_ILISKILER));
        var tasks = List.of(task(reviewed), task(routed));

        var answers = new ArrayList<Boolean>();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(command -> {
            var checks = Stream.concat(
                            tasks.stream().flatMap(AuthorizationsIT::onTask),
                            Stream.of(Permissions.READ, Permissions.CREATE)
                                    .map(permission -> new PermissionCheckBuilder()
                                            .atomicCheckForResourceId(Resources.DEPLOYMENT, "*", permission)
                                            .build()))
                    .toList();
            var ours = command.getAuthorizationManager();
            var theirs = new AuthorizationManager();
            assertThat(ours).isInstanceOf(SingleQueryAuthorizationManager.class);
            people.forEach((user, groups) -> {
                for (int i = 0; i < checks.size(); i++) {
                    boolean may = ours.isAuthorized(user, groups, checks.get(i));
                    assertThat(may)
                            .as("%s, check %d", user, i)
                            .isEqualTo(theirs.isAuthorized(user, groups, checks.get(i)));
                    answers.add(may);
                }
            });
            return null;
        });
        assertThat(answers).contains(true, false);
    }

    /** The checks ignore them, so storing one would be misleading. */
    @Test
    void anAuthorizationThatDeniesIsRefused() {
        var service = engine.getAuthorizationService();
        var denial = service.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        denial.setUserId("fen");
        denial.setResource(Resources.TASK);
        denial.setResourceId(Authorization.ANY);
        denial.addPermission(Permissions.READ);

        assertThatThrownBy(() -> service.saveAuthorization(denial))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("engelleme");
        assertThat(service.createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                        .count())
                .isZero();
    }

    private static Stream<CompositePermissionCheck> onTask(Task task) {
        String model = task.getProcessDefinitionId().replaceAll(":.*", "");
        return Stream.of(
                new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, task.getId(), Permissions.TASK_WORK)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, model, Permissions.TASK_WORK)
                        .atomicCheckForResourceId(Resources.TASK, task.getId(), Permissions.UPDATE)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, model, Permissions.UPDATE_TASK)
                        .build(),
                new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, task.getId(), Permissions.READ)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, model, Permissions.READ_TASK)
                        .build(),
                new PermissionCheckBuilder()
                        .atomicCheckForResourceId(
                                Resources.PROCESS_INSTANCE, task.getProcessInstanceId(), Permissions.READ)
                        .build(),
                new PermissionCheckBuilder()
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, model, Permissions.UPDATE_INSTANCE)
                        .build());
    }

    private Task task(String number) {
        return taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    private List<String> groupsOf(User user) {
        return identityService.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .toList();
    }
}
