package tr.muhatap.access;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import tr.muhatap.problem.RuleViolationException;

/**
 * The engine's checks without two questions that it asks before each of them. Which groups have grants at all: it reads all
 * grants for that, one of every open task, and only to leave out groups that could match none. And whether anybody is denied
 * anything: here rights are given, never denied, and who tries is told so.
 */
final class Authorizations extends AuthorizationManager {

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new Authorizations();
        }
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void insert(DbEntity authorization) {
        if (((AuthorizationEntity) authorization).getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new RuleViolationException(
                    "Yetki yalnızca verilir, yasak (DENY) kaydı tutulmaz; kişinin gruplarını ya da verilmiş yetkiyi değiştirin.");
        }
        super.insert(authorization);
    }
}
