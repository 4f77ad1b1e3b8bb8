package tr.muhatap.engine.security;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.Groups;
import tr.muhatap.text.Texts;

/**
 * Creates the groups and their authorizations once. Tasks are not granted here: the engine grants each task to its
 * candidate groups and its assignee on creation, and revokes the grants with it, so that a unit sees only its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuthorizationInitializer implements ApplicationRunner {

    /** @param group null for all signed-in users */
    private record Grant(@Nullable String group, Resource resource, String id, Set<Permission> permissions) {}

    private static final List<Grant> GRANTS = List.of(
            new Grant(null, Resources.APPLICATION, "tasklist", Set.of(Permissions.ACCESS)),
            new Grant(null, Resources.APPLICATION, "welcome", Set.of(Permissions.ACCESS)),
            new Grant(null, Resources.FILTER, Authorization.ANY, Set.of(Permissions.READ)),
            new Grant(null, Resources.PROCESS_DEFINITION, Authorization.ANY, Set.of(Permissions.READ)),
            overview(Groups.HALKLA_ILISKILER),
            overview(Groups.HALKLA_ILISKILER_YONETICISI),
            overview(Groups.SUBE_MUDURU),
            new Grant(Groups.SUREC_SAHIBI, Resources.APPLICATION, "cockpit", Set.of(Permissions.ACCESS)),
            new Grant(
                    Groups.SUREC_SAHIBI,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    Set.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.READ_HISTORY,
                            ProcessDefinitionPermissions.RETRY_JOB)),
            // Required by Cockpit's page of tasks; it shows no more than READ_TASK does and does not allow working on
            // them
            new Grant(Groups.SUREC_SAHIBI, Resources.TASK, Authorization.ANY, Set.of(TaskPermissions.READ)),
            new Grant(Groups.DENETCI, Resources.TASK, Authorization.ANY, Set.of(TaskPermissions.READ)),
            new Grant(Groups.SUREC_SAHIBI, Resources.DECISION_DEFINITION, Authorization.ANY, Set.of(Permissions.READ)),
            new Grant(Groups.SUREC_SAHIBI, Resources.DEPLOYMENT, Authorization.ANY, Set.of(Permissions.READ)),
            new Grant(Groups.DENETCI, Resources.APPLICATION, "cockpit", Set.of(Permissions.ACCESS)),
            new Grant(
                    Groups.DENETCI,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    Set.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.READ_HISTORY)),
            new Grant(Groups.DENETCI, Resources.DECISION_DEFINITION, Authorization.ANY, Set.of(Permissions.READ)),
            new Grant(Groups.DENETCI, Resources.DEPLOYMENT, Authorization.ANY, Set.of(Permissions.READ)));

    /** Names of the groups in Tasklist; units are named as in the catalogue. */
    private static final Map<String, String> NAMES = Map.of(
            Groups.BEYAZ_MASA, Texts.of("engine.authorization-initializer.beyaz-masa"),
            Groups.CAGRI_MERKEZI, Texts.of("engine.authorization-initializer.cagri-merkezi"),
            Groups.BILGI_EDINME_BIRIMI, Texts.of("engine.authorization-initializer.bilgi-edinme-birimi"),
            Groups.HALKLA_ILISKILER, Texts.of("engine.authorization-initializer.halkla-iliskiler"),
            Groups.HALKLA_ILISKILER_YONETICISI,
                    Texts.of("engine.authorization-initializer.halkla-iliskiler-yoneticisi"),
            Groups.SUBE_MUDURU, Texts.of("engine.authorization-initializer.sube-muduru"),
            Groups.SUREC_SAHIBI, Texts.of("engine.authorization-initializer.surec-sahibi"),
            Groups.DENETCI, Texts.of("engine.authorization-initializer.denetci"),
            Groups.CAMUNDA_ADMIN, Texts.of("engine.authorization-initializer.sistem-yoneticisi"));

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final TasklistFilters filters;
    private final UnitGroups units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuthorizationInitializer(
            IdentityService identityService,
            AuthorizationService authorizationService,
            TasklistFilters filters,
            UnitGroups units,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.filters = filters;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Holds a lock: two nodes starting together would both insert the groups. */
    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("select name from node_lock where name = 'grants' for update")
                    .query(String.class)
                    .single();
            ensureGroups();
            ensureGrants();
            filters.ensure();
        });
    }

    /** Read access to all tasks, without the right to work on those of others. */
    private static Grant overview(String group) {
        return new Grant(
                group, Resources.PROCESS_DEFINITION, Authorization.ANY, Set.of(ProcessDefinitionPermissions.READ_TASK));
    }

    private void ensureGroups() {
        var existing = identityService.createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        for (var group : Groups.OFFICE) {
            ensureGroup(existing, group, NAMES.getOrDefault(group, group));
        }
        for (var group : Groups.SYSTEMS) {
            ensureGroup(existing, group, group);
        }
        units.ensure();
    }

    private void ensureGroup(Set<String> existing, String id, String name) {
        if (!existing.contains(id)) {
            var group = identityService.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identityService.saveGroup(group);
        }
    }

    private void ensureGrants() {
        var existing = new HashSet<String>();
        for (var grant : authorizationService.createAuthorizationQuery().list()) {
            existing.add(key(grant.getGroupId(), grant.getResourceType(), grant.getResourceId()));
        }
        for (var grant : GRANTS) {
            if (!existing.contains(key(grant.group(), grant.resource().resourceType(), grant.id()))) {
                var authorization = authorizationService.createNewAuthorization(
                        grant.group() == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
                if (grant.group() == null) {
                    authorization.setUserId(Authorization.ANY);
                } else {
                    authorization.setGroupId(grant.group());
                }
                authorization.setResource(grant.resource());
                authorization.setResourceId(grant.id());
                authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
                authorizationService.saveAuthorization(authorization);
            }
        }
    }

    private static String key(@Nullable String group, int resourceType, String id) {
        return String.join("|", Arrays.asList(String.valueOf(group), String.valueOf(resourceType), id));
    }
}
