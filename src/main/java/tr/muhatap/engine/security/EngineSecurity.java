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

/** What makes the engine safe: authorizations on, real password hashes, no strange expressions, no scripts. */
@Component
@Order(EngineSecurity.AFTER_THE_STARTERS)
class EngineSecurity extends AbstractProcessEnginePlugin {

    private static final String GROUP_NAMES = "[a-z0-9-]+";

    /** {@link UserNames} says which are taken, in Turkish. */
    private static final String ANY_USER_NAME = "(?s).+";

    /** Camunda's starter configures the engine first; what is tuned comes last. */
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
        // Nobody is denied what a group of theirs is granted, see GrantsOnlyAuthorizationManager
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        var sessions = engine.getCustomSessionFactories();
        engine.setCustomSessionFactories(sessions == null ? new ArrayList<>() : new ArrayList<>(sessions));
        engine.getCustomSessionFactories().add(new GrantsOnlyAuthorizationManager.Factory());
        engine.setIdentityProviderSessionFactory(new AuditedIdentityProvider.Factory(beans, passwords));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new OfficePasswordPolicy(beans.getEnvironment().acceptsProfiles(Profiles.of("demo"))));
        engine.setPasswordEncryptor(passwords);
        // SignInThrottle does this; the engine's own lock would shut an account for good after ten wrong passwords
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        RestrictedServices.configure(engine, taskDecisions);
        engine.setExpressionManager(new AllowListExpressionManager(beans));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setScriptEngineResolver(new NoScriptEngineResolver());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    /** The administrators' group may do everything in the engine. */
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
