package tr.muhatap.engine.security;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import tr.muhatap.engine.EngineRefusalCode;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * Rejects revoke authorizations: the checks ignore them, see {@link EngineSecurity}.
 *
 * <p>Replaces {@code AuthorizationManager#insert} of Camunda 7.24.0; {@code AuthorizationsIT} notices when it changes.
 */
public class GrantsOnlyAuthorizationManager extends AuthorizationManager {

    protected GrantsOnlyAuthorizationManager() {}

    @Override
    public void insert(DbEntity authorization) {
        if (((AuthorizationEntity) authorization).getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new RuleViolationException(
                    EngineRefusalCode.YASAK_KAYDI_TUTULMAZ,
                    Texts.of("engine.grants-only-authorization-manager.yetki-yalnizca-verilir-engelleme-kaydi"));
        }
        super.insert(authorization);
    }

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new GrantsOnlyAuthorizationManager();
        }
    }
}
