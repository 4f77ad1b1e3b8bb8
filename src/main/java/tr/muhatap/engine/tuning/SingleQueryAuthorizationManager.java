package tr.muhatap.engine.tuning;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.engine.security.GrantsOnlyAuthorizationManager;

/**
 * Checks authorizations with one query. Permissions are granted, never revoked, so that the grants of a user and their
 * groups answer a check, for which the engine would probe its table six times per permission. It also skips the
 * engine's query for all grants, one per open task, whose only purpose is to filter out groups without any.
 *
 * <p>Replaces {@code AuthorizationManager#isAuthorized} and {@code #filterAuthenticatedGroupIds} of Camunda 7.24.0;
 * {@code AuthorizationsIT} compares the answers with those of the engine's own.
 */
final class SingleQueryAuthorizationManager extends GrantsOnlyAuthorizationManager {

    private static final String EVERYBODY = "*";
    private static final String EVERYTHING = Authorization.ANY;

    private final JdbcClient jdbc;

    private SingleQueryAuthorizationManager(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static final class Factory implements SessionFactory {

        private final JdbcClient jdbc;

        Factory(DataSource dataSource) {
            this.jdbc = JdbcClient.create(dataSource);
        }

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new SingleQueryAuthorizationManager(jdbc);
        }
    }

    private record Grant(int resourceType, String resourceId, int permissions) {

        boolean covers(PermissionCheck check) {
            return resourceType == check.getResourceType()
                    && (resourceId.equals(EVERYTHING) || resourceId.equals(check.getResourceId()))
                    && (permissions & check.getPerms()) == check.getPerms();
        }
    }

    @Override
    public boolean isAuthorized(@Nullable String user, @Nullable List<String> groups, PermissionCheck check) {
        return !isAuthorizationEnabled() || isAuthorized(user, groups, createCompositePermissionCheck(check));
    }

    /** Disjunctive checks only; others are left to the engine. */
    @Override
    public boolean isAuthorized(@Nullable String user, @Nullable List<String> groups, CompositePermissionCheck checks) {
        var any = checks.getAtomicChecks();
        boolean isPlain = (checks.isDisjunctive() || any.size() == 1)
                && checks.getCompositeChecks().isEmpty()
                && any.stream()
                        .allMatch(check -> check.getResourceIdQueryParam() == null
                                && check.getAuthorizationNotFoundReturnValue() == null
                                && isResourceValidForPermission(check));
        if (user == null || !isPlain) {
            return super.isAuthorized(user, groups, checks);
        }
        var grants = grants(user, filterAuthenticatedGroupIds(groups), any);
        return any.stream().anyMatch(check -> grants.stream().anyMatch(grant -> grant.covers(check)));
    }

    private List<Grant> grants(String user, List<String> groups, List<PermissionCheck> checks) {
        var resources = Stream.concat(Stream.of(EVERYTHING), checks.stream().map(PermissionCheck::getResourceId))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return jdbc.sql("select resource_type_, resource_id_, perms_ from act_ru_authorization "
                        + "where resource_id_ in (:resources) and type_ <> :denied "
                        + "and (user_id_ in (:users) or group_id_ in (:groups))")
                .param("resources", resources)
                .param("denied", Authorization.AUTH_TYPE_REVOKE)
                .param("users", List.of(user, EVERYBODY))
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .query((row, index) -> new Grant(row.getInt(1), row.getString(2), row.getInt(3)))
                .list();
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
