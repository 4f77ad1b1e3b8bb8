package tr.muhatap.engine.security;

import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import tr.muhatap.access.AccessSettings;
import tr.muhatap.access.Groups;
import tr.muhatap.engine.TaskDecisionRule;

/** Security configuration of the engine: authorization, password hashing, restricted expressions, no scripts. */
@Component
@Order(EngineSecurity.AFTER_THE_STARTERS)
class EngineSecurity extends AbstractProcessEnginePlugin {

    private static final String GROUP_NAMES = "[a-z0-9-]+";

    /** {@link UserNames} validates user names, with Turkish messages. */
    private static final String ANY_USER_NAME = "(?s).+";

    /** Order after Camunda's starter; tuning comes last. */
    static final int AFTER_THE_STARTERS = 1_000;

    private final ApplicationContext beans;
    private final TaskDecisionRule taskDecisions;
    private final Pbkdf2PasswordEncryptor passwords;

    EngineSecurity(ApplicationContext beans, TaskDecisionRule taskDecisions, AccessSettings access) {
        this.beans = beans;
        this.taskDecisions = taskDecisions;
        this.passwords = new Pbkdf2PasswordEncryptor(access.passwordIterations());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setGroupResourceWhitelistPattern(GROUP_NAMES);
        engine.setUserResourceWhitelistPattern(ANY_USER_NAME);
        engine.setResourceAuthorizationProvider(new TaskAuthorizationProvider());
        // Revoke authorizations are not supported, see GrantsOnlyAuthorizationManager
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        var sessions = engine.getCustomSessionFactories();
        engine.setCustomSessionFactories(sessions == null ? new ArrayList<>() : new ArrayList<>(sessions));
        engine.getCustomSessionFactories().add(new GrantsOnlyAuthorizationManager.Factory());
        engine.setIdentityProviderSessionFactory(new AuditedIdentityProvider.Factory(beans, passwords));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new OfficePasswordPolicy(beans.getEnvironment().acceptsProfiles(Profiles.of("demo"))));
        engine.setPasswordEncryptor(passwords);
        // SignInThrottle limits attempts; the engine's own lock would block an account permanently after ten wrong
        // passwords
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        RestrictedServices.configure(engine, taskDecisions);
        engine.setExpressionManager(new AllowListExpressionManager(beans));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setScriptEngineResolver(new NoScriptEngineResolver());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    /** Grants the administrators' group all permissions in the engine. */
    @Configuration(proxyBeanMethods = false)
    static class Administrators {

        @Bean
        AdministratorAuthorizationPlugin administrators() {
            var plugin = new AdministratorAuthorizationPlugin();
            plugin.setAdministratorGroupName(Groups.CAMUNDA_ADMIN);
            return plugin;
        }
    }
}
