package tr.muhatap.engine.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tr.muhatap.access.Accounts;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.access.LastAdministrator;
import tr.muhatap.access.Oidc;
import tr.muhatap.access.PasswordConfirmation;
import tr.muhatap.access.SecurityLog;
import tr.muhatap.access.SecurityLog.Action;
import tr.muhatap.access.StaffAddressChanged;
import tr.muhatap.access.UserNames;
import tr.muhatap.engine.EngineRefusalCode;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Contacts;
import tr.muhatap.text.Texts;

/**
 * Reads and writes the engine's users, groups and memberships, for Camunda's apps, its REST API and the program itself,
 * with validation and audit log. New passwords are checked by {@link OfficePasswordPolicy} before.
 *
 * <p>Replaces {@code DbIdentityServiceProvider} of Camunda 7.24.0; {@code PeopleIT} and {@code SignInIT} notice when it
 * changes.
 */
class AuditedIdentityProvider extends DbIdentityServiceProvider {

    private final ApplicationContext beans;
    private final Pbkdf2PasswordEncryptor passwords;

    /**
     * Hash of a random password, compared with for unknown users, so that the response time does not reveal whether a
     * user exists.
     */
    private final String nobodysHash;

    private AuditedIdentityProvider(ApplicationContext beans, Pbkdf2PasswordEncryptor passwords, String nobodysHash) {
        this.beans = beans;
        this.passwords = passwords;
        this.nobodysHash = nobodysHash;
    }

    /** The sign-in counts its failures itself; it calls without an authenticated user. */
    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        if (password == null) {
            return false;
        }
        return Context.getCommandContext().getAuthenticatedUserId() == null
                ? isPassword(userId, password)
                : beans.getBean(PasswordConfirmation.class).isRight(userId, () -> isPassword(userId, password));
    }

    /** One query and one hash, whether the user exists or not. */
    private boolean isPassword(String userId, String password) {
        var user = findUserById(userId);
        if (user == null || user.getPassword() == null) {
            passwords.check(password, nobodysHash);
            return false;
        }
        return matchPassword(password, user) && !isUserLocked(user);
    }

    /**
     * Group names are readable by everyone who sees a group's id on a task; memberships are protected by
     * authorizations.
     */
    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        if (!asksForNames(query)) {
            return super.findGroupByQueryCriteria(query);
        }
        List<?> found = getDbEntityManager().selectList("selectGroupByQueryCriteria", query);
        return found.stream().map(Group.class::cast).toList();
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        requireNames(user);
        var entity = (UserEntity) user;
        boolean isNew = entity.getRevision() == 0;
        boolean hasNewPassword = entity.hasNewPassword();
        if (!isNew && !hasNewPassword) {
            requireOwnPassword(entity);
        }
        String former = isNew || actor().equals(CurrentUser.SYSTEM) ? "" : formerAddress(entity);
        if (!former.isEmpty()) {
            requireServersAddress(entity);
        }
        var result = super.saveUser(user);
        if (!former.isEmpty()) {
            beans.publishEvent(new StaffAddressChanged(user.getId(), former));
        }
        // OIDC sign-ins write the user each time, often without a change
        if (isNew || hasNewPassword || !actor().equals(CurrentUser.SYSTEM)) {
            changed(
                    isNew
                            ? Action.KULLANICI_EKLENDI
                            : hasNewPassword ? Action.PAROLA_DEGISTI : Action.KULLANICI_DEGISTI,
                    user.getId(),
                    null);
        } else {
            logRows(Action.KULLANICI_DEGISTI, user.getId(), null);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        if (userId.equals(actor())) {
            throw new RuleViolationException(
                    EngineRefusalCode.KENDI_HESABI_SILINMEZ,
                    Texts.of("engine.audited-identity-provider.kendi-hesabinizi-silemezsiniz-baska-bir"));
        }
        requireAnotherAdministrator(userId);
        var result = super.deleteUser(userId);
        return changed(result, Action.KULLANICI_SILINDI, userId, null);
    }

    @Override
    public IdentityOperationResult unlockUser(String userId) {
        return changed(super.unlockUser(userId), Action.KILIT_ACILDI, userId, null);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        return changed(super.createMembership(userId, groupId), Action.GRUBA_EKLENDI, userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (groupId.equals(Groups.CAMUNDA_ADMIN)) {
            requireAnotherAdministrator(userId);
        }
        return changed(super.deleteMembership(userId, groupId), Action.GRUPTAN_CIKARILDI, userId, groupId);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        String fault = UserNames.faultOfText(group.getName());
        if (fault != null) {
            throw new InvalidInputException("name", Texts.of("engine.audited-identity-provider.grup-adi", fault));
        }
        return changed(super.saveGroup(group), Action.GRUP_KAYDEDILDI, null, group.getId());
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        if (groupId.equals(Groups.CAMUNDA_ADMIN) && !actor().equals(CurrentUser.SYSTEM)) {
            // With it all administrators would go at once
            throw lastAdministrator();
        }
        return changed(super.deleteGroup(groupId), Action.GRUP_SILINDI, null, groupId);
    }

    private static boolean asksForNames(DbGroupQueryImpl query) {
        return (query.getId() != null || query.getIds() != null)
                && query.getUserId() == null
                && query.getTenantId() == null;
    }

    private static void requireNames(User user) {
        var faults = new ArrayList<FieldError>();
        String fault = UserNames.fault(user.getId());
        if (fault != null) {
            faults.add(new FieldError("id", fault));
        }
        addFault(faults, "firstName", Texts.of("engine.audited-identity-provider.ad"), user.getFirstName());
        addFault(faults, "lastName", Texts.of("engine.audited-identity-provider.soyadi"), user.getLastName());
        addFault(faults, "email", Texts.of("engine.audited-identity-provider.e-posta-adresi"), user.getEmail());
        String email = user.getEmail();
        String unreachable = email == null || email.isEmpty() ? null : Contacts.emailFault(email);
        if (unreachable != null
                && faults.stream().noneMatch(found -> found.field().equals("email"))) {
            faults.add(new FieldError("email", unreachable));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static void addFault(List<FieldError> faults, String field, String label, @Nullable String text) {
        String fault = UserNames.faultOfText(text);
        if (fault != null) {
            faults.add(new FieldError(field, label + " " + fault));
        }
    }

    /** Keeps at least one administrator who is not kept out: without any, nobody could create one. */
    private void requireAnotherAdministrator(String userId) {
        if (!actor().equals(CurrentUser.SYSTEM)
                && beans.getBean(LastAdministrator.class).isLast(userId)) {
            throw lastAdministrator();
        }
    }

    private static RuleViolationException lastAdministrator() {
        return new RuleViolationException(
                EngineRefusalCode.SON_SISTEM_YONETICISI,
                Texts.of("engine.audited-identity-provider.son-sistem-yoneticisi-cikarilamaz-once"));
    }

    /** Prevents an update under another id, which would carry over another user's password. */
    private void requireOwnPassword(UserEntity user) {
        var stored = beans.getBean(Accounts.class).passwordHash(user.getId());
        if (!stored.equals(Objects.toString(user.getPassword(), ""))) {
            throw new InvalidInputException(
                    "id", Texts.of("engine.audited-identity-provider.kullanici-adi-degistirilemez"));
        }
    }

    /** The e-mail address that a change removes; empty if it stays, or if there was none. */
    private String formerAddress(UserEntity user) {
        String former = beans.getBean(Accounts.class).email(user.getId());
        return former.equals(user.getEmail()) ? "" : former;
    }

    /** With an OIDC server, e-mail addresses are maintained there. */
    private void requireServersAddress(UserEntity user) {
        if (user.getId().equals(actor()) && beans.getBean(Oidc.class).signsPeopleIn()) {
            throw new RuleViolationException(
                    EngineRefusalCode.EPOSTA_GIRIS_SUNUCUSUNDAN,
                    Texts.of("engine.audited-identity-provider.e-posta-adresiniz-kurumun-giris"));
        }
    }

    private IdentityOperationResult changed(
            IdentityOperationResult result, Action action, @Nullable String user, @Nullable String group) {
        if (!IdentityOperationResult.OPERATION_NONE.equals(result.getOperation())) {
            changed(action, user, group);
        }
        return result;
    }

    private void changed(Action action, @Nullable String user, @Nullable String group) {
        beans.getBeanProvider(SecurityLog.class).ifAvailable(log -> log.write(action, actor(), user, group));
        logRows(action, user, group);
        beans.getBeanProvider(Accounts.class).ifAvailable(accounts -> afterCommit(accounts::forgetAll));
    }

    /** Also called where the security log has no entry, as for users synchronized from another server. */
    private void logRows(Action action, @Nullable String user, @Nullable String group) {
        beans.getBeanProvider(OfficeLog.class)
                .ifAvailable(log -> log.changed(new OfficeChange.People(actor(), action.name(), user, group)));
    }

    private static void afterCommit(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                then.run();
            }
        });
    }

    private static String actor() {
        return new CurrentUser().name();
    }

    /** Registers this provider with the engine. */
    static class Factory implements SessionFactory {

        private final ApplicationContext beans;
        private final Pbkdf2PasswordEncryptor passwords;
        private final String nobodysHash;

        Factory(ApplicationContext beans, Pbkdf2PasswordEncryptor passwords) {
            this.beans = beans;
            this.passwords = passwords;
            this.nobodysHash = passwords.encrypt("");
        }

        @Override
        public Class<?> getSessionType() {
            return AuditedIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new AuditedIdentityProvider(beans, passwords, nobodysHash);
        }
    }
}
